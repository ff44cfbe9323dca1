/** Consultations, what was written in them and correspondences, as the read API gives them. */
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { CONSULTATION_ZONE } from '#domain/consultation/consultation.ts';
import { dayAfter, dayIn } from '#domain/shared/local-day.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { all, ask, type Row } from './ask-api.ts';
import { consultedSomewhere, consulting } from './consulting.ts';
import { withTestDatabase } from './database.ts';
import { relateSomewhere } from './relate-somewhere.ts';
import { EDITION } from './world.ts';

/** Open on any day on which tests run. */
const TODAY = dayIn(new Date(), CONSULTATION_ZONE);
const LONG = { opensOn: TODAY, closesOn: dayAfter(TODAY, 30) };

const database = withTestDatabase();
let consultation = 0;

beforeAll(async () => {
  const { db } = database;
  ({ id: consultation } = await consultedSomewhere(db));
  await relateSomewhere(db);
  provideRuntime({ config: readConfig({}, resolve('.')), db });
});

describe('consultations', () => {
  test('say in what state they are, what came of them, and nothing of votes before the count', async () => {
    const { donnee } = (await (await ask(`consultations/${consultation}`)).json()) as { readonly donnee: Row };
    expect(donnee).toMatchObject({
      etat: 'consultation-counted',
      ouvre_le: '2026-05-13',
      ferme_le: '2026-06-12',
      collectif: null,
      charte: null,
      participations: 1,
      commentaires: 1,
      amendements: 1,
      nouvelles_mesures: 0,
      repondues: 1,
      votes: 2,
      empreinte_decompte: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    const { db } = database;
    const { id } = await consulting(db, { address: 'exemple-ouverte', range: LONG, announcedAt: new Date() });
    const open = await all('consultations?etat=consultation-open');
    expect(open).toMatchObject([{ consultation: id, votes: null, comptee_le: null, empreinte_decompte: null }]);
    expect(await all('consultations?etat=consultation-counted')).toEqual([donnee]);
    expect(await all('consultations?collectif=1')).toEqual([]);
    expect((await ask('consultations/999999')).status).toBe(404);
  });

  test('have their results from the count on, each measure by its title, no contribution by its words', async () => {
    const rows = await all(`resultats-de-consultations?consultation=${consultation}`);
    expect(rows.reduce((sum, { votes }) => sum + Number(votes), 0)).toBe(2);
    const [titled, untitled] = [rows.filter(({ titre }) => titre !== null), rows.filter(({ titre }) => titre === null)];
    expect(new Set(titled.map(({ objet }) => String(objet)[0]))).toEqual(new Set(['m']));
    expect(new Set(untitled.map(({ objet }) => String(objet)[0]))).toEqual(new Set(['c']));
    expect(await all('resultats-de-consultations?limite=1')).toEqual(rows);
  });

  test('have what was written in them, without the words of what is hidden', async () => {
    const of = `contributions?consultation=${consultation}`;
    const rows = await all(of);
    expect(rows.map(({ nature, etat }) => [nature, etat])).toEqual([
      ['comment', 'shown'],
      ['amendment', 'shown'],
      ['new-measure', 'hidden'],
    ]);
    expect(rows[2]).toMatchObject({ titre: '', texte: '', signature: null, raison_masquee: 'Publicité' });
    expect(await all(`${of}&nature=amendment`)).toEqual([rows[1]]);
    expect(await all(`${of}&reponse=partly`)).toEqual([rows[1]]);
    expect(await all(`${of}&reponse=taken`)).toEqual([]);
    expect(await all(`${of}&mesure=1`)).toEqual([rows[0]]);
    expect(await all('contributions?consultation=999')).toEqual([]);
    const answer = await ask(`contributions/${String(rows[1]?.['contribution'])}`);
    expect(await answer.json()).toMatchObject({ donnee: rows[1] });
    expect((await ask(`contributions/999999`)).status).toBe(404);
  });
});

test('correspondences are found by either of their charters, by promise, goal, relation and code', async () => {
  const rows = await all('correspondances');
  expect(rows.map(({ relation, objectif }) => [relation, objectif])).toEqual([
    ['overlaps', null],
    ['contributes', 2],
  ]);
  const [relatives, served] = rows;
  expect(relatives?.['charte']).toBe('coorace-2020');
  for (const [filters, found] of [
    [`charte=${EDITION}`, rows],
    ['charte=coorace-2020', [relatives]],
    ['charte=coorace-2020&engagement=m8', [relatives]],
    // Measure 7 is on the other side.
    ['charte=coorace-2020&engagement=m7', []],
    ['engagement=m7', rows],
    ['objectif=2', [served]],
    ['relation=overlaps', [relatives]],
    ['relation=same', []],
  ] as const)
    expect(await all(`correspondances?${filters}`), filters).toEqual(found);
  const answer = await ask(`correspondances/${String(served?.['correspondance'])}`);
  expect(await answer.json()).toMatchObject({ donnee: served });
  expect((await ask('correspondances/link-999')).status).toBe(404);
  expect((await ask('correspondances?objectif=18')).status).toBe(400);
  expect((await ask('correspondances?charte=autre-2020')).status).toBe(400);
});
