/** An edition published from the workbench is one like the others wherever an edition is read, chosen or signed. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson, type Json } from '#domain/shared/canonical-json.ts';
import { refuse } from '#domain/shared/result.ts';
import { editionById, editionsOffered, keepEditionsMade, loadEditions } from '#server/charters.ts';
import { readConfig } from '#server/config.ts';
import { refreshEditions, watchEditions } from '#server/editions-kept.ts';
import { readInWorker } from '#server/jobs/read-in-worker.ts';
import { provideRuntime } from '#server/runtime.ts';
import { madeEdition } from '#server/storage/editions-made.ts';
import { storesOn } from '#server/stores.ts';
import { openNegotiation } from '#use-cases/negotiation/open-negotiation.ts';
import { offerEdition } from '#use-cases/workbench/offer-edition.ts';
import { openDraft } from '#use-cases/workbench/open-draft.ts';
import { publishEdition } from '#use-cases/workbench/publish-edition.ts';
import { addMeasure } from '#use-cases/workbench/shape-measures.ts';
import { announceConsultation } from '#use-cases/consultation/announce-consultation.ts';
import { changeHead } from '#use-cases/workbench/change-head.ts';
import { CONSULTATION_RANGE } from './consulting.ts';
import { withTestDatabase } from './database.ts';
import { draftOfMadeEdition, MADE, NATIONAL_TEAM, publishMadeEdition } from './made-edition.ts';
import { negotiating, NOW, standingList, type Negotiating } from './negotiating.ts';
import { withPageRenderer } from './render-page.ts';
import { routeModule, visit } from './route-module.ts';
import { signedIn } from './signed-in.ts';
import { EDITION, NOGENT, OPERATOR, publish, THEN } from './world.ts';
import { writePact } from './world-readings.ts';

const database = withTestDatabase();
const pages = withPageRenderer();
const stores = () => storesOn(database.db);
const stopping = new AbortController();
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => (result.ok ? 'ok' : result.refusal?.kind);
let before: Negotiating;

beforeAll(async () => {
  const { db } = database;
  provideRuntime({ config: readConfig({}), db });
  before = await negotiating(db);
});

afterAll(() => {
  stopping.abort();
  keepEditionsMade([]);
});

test('published by another process, it is known here as soon as PostgreSQL tells', async () => {
  let read: () => void = () => undefined;
  const live = { databaseUrl: database.url, closing: stopping.signal };
  await watchEditions(database.db, live, () => read());
  const draft = await draftOfMadeEdition(database.db);
  expect(editionById(MADE)).toBeNull();
  const heard = new Promise<void>((resolve) => (read = resolve));
  expect(kindOf(await publishEdition(stores(), NATIONAL_TEAM, { draft }, NOW))).toBe('ok');
  await heard;
  expect(editionById(MADE)?.measures).toHaveLength(33);
  expect(loadEditions()).toBe(loadEditions());
});

test('interrupted while it is published, nothing of it is there and it is published afterwards', async () => {
  const draft = await draftOfMadeEdition(database.db, { id: 'interrompue-2032' });
  await stores().together(async (all) => {
    expect(kindOf(await publishEdition(all, NATIONAL_TEAM, { draft }, NOW))).toBe('ok');
    return refuse({ kind: 'the-server-died' });
  });
  expect(await madeEdition(database.db, 'interrompue-2032')).toBeNull();
  expect((await stores().workbench.find(draft))?.state).toBe('open');
  const twice = await Promise.all([1, 2].map(() => publishEdition(stores(), NATIONAL_TEAM, { draft }, NOW)));
  expect(twice.map(kindOf).toSorted()).toEqual(['already-published', 'ok']);
  await refreshEditions(database.db);
});

test('an edition that people are consulted on is not published before the consultation is over', async () => {
  const draft = await draftOfMadeEdition(database.db, { id: 'consultee-2032' });
  const request = { draft, title: 'Consultation', words: '', ...CONSULTATION_RANGE };
  expect(kindOf(await announceConsultation(stores(), OPERATOR, request, THEN))).toBe('ok');
  const refused = await publishEdition(stores(), NATIONAL_TEAM, { draft }, NOW);
  expect(refused).toMatchObject({ refusal: { problems: [{ kind: 'consultation-under-way' }] } });
});

describe('its page', () => {
  const asked = { edition: MADE };

  test('shows its principles, its measures, what changed and what was removed', async () => {
    const html = await pages.render('/chartes/[edition]', `/chartes/${MADE}`, asked);
    expect(html).toContain('Protéger l’eau');
    expect(html).toContain('29 mesures gardées, 1 modifiée, 2 nées d’une scission, 1 ajoutée et 1 retirée');
    expect(html).toContain(`/chartes/${EDITION}/mesures/32`);
  });

  test('of each measure says where it comes from, and that of the older one what it became', async () => {
    const html = async (edition: string, measure: string) =>
      await pages.render('/chartes/[edition]/mesures/[measure]', `/chartes/${edition}/mesures/${measure}`, {
        edition,
        measure,
      });
    const old = await html(EDITION, '15');
    expect(old).toContain('Ce que cette mesure est devenue');
    expect(old).toContain(`/chartes/${MADE}/mesures/33`);
    expect(old).toContain('gardent ces mots');
    expect(await html(MADE, '33')).toContain(`/chartes/${EDITION}/mesures/15`);
    expect(await html(EDITION, '32')).toContain('n’est plus dans « Pacte pour la Transition 2032 »');
    expect(await html(MADE, '34')).toContain('nouvelle dans cette édition');
    // 32 is gone: 31 is followed by 33.
    expect(await html(MADE, '31')).toContain(`rel="next" href="/chartes/${MADE}/mesures/33"`);
  });

  test('names each edition with its year, once: two of one charter have the same title', async () => {
    const page = async (path: string, params = {}) =>
      await pages.render(path.replace(EDITION, '[edition]').replace('/15', '/[measure]'), path, params);
    const old = await page(`/chartes/${EDITION}/mesures/15`, { edition: EDITION, measure: '15' });
    expect(old).toContain('Pacte pour la Transition 2020');
    expect(old).toContain('Dans « Pacte pour la Transition 2032 »');
    const asked20 = { edition: EDITION };
    const lists = [await page('/chartes'), await page('/correspondances'), await page(`/chartes/${EDITION}`, asked20)];
    for (const html of [old, ...lists]) expect(html).not.toMatch(/(20\d\d)[ ,()]+\1/);
  });

  test.each(['niveaux.csv', 'mesures.csv', 'principes.csv', 'decompte.csv', 'decompte.json'])(
    'gives %s',
    async (file) => {
      const { GET } = await routeModule(`/chartes/[edition]/${file}/+server.ts`);
      const answer = await GET(visit(`/chartes/${MADE}/${file}`, asked));
      expect(answer.status).toBe(200);
      if (!file.startsWith('decompte')) expect(await answer.text()).toContain(MADE);
    },
  );

  test('gives its canonical text, whose hash is the one that was kept', async () => {
    const { GET } = await routeModule('/chartes/[edition]/charte.json/+server.ts');
    const given = (await (await GET(visit(`/chartes/${MADE}/charte.json`, asked))).json()) as Json;
    const hash = createHash('sha256').update(canonicalJson(given), 'utf8').digest('hex');
    expect((await madeEdition(database.db, MADE))?.sha256).toBe(hash);
    expect(await pages.render('/chartes/[edition]', `/chartes/${MADE}`, asked)).toContain(hash);
  });
});

test('where lists signed both, the thread of the older edition stays at its address, and that of the new one has its own', async () => {
  const id = await publishMadeEdition(database.db, { id: 'pacte-bis-2020', year: 2020 });
  await refreshEditions(database.db);
  const commitments = [{ measure: 15, words: '15 – Mobilités actives', levels: { 1: 'accepted' } }] as const;
  const sign = async (charter: string) =>
    await publish(database.db, NOGENT, writePact({ list: `Liste ${charter}`, charter, commitments }));
  await sign(EDITION);
  const page = async (query = '') =>
    await pages.render('/communes/[commune]/mesures/[measure]', `/communes/94052-nogent-sur-marne/mesures/15${query}`, {
      commune: '94052-nogent-sur-marne',
      measure: '15',
    });
  expect(await page()).toContain(`Liste ${EDITION} : N1 pris`);
  const pact = await sign(id);
  expect(await page()).toContain(`Liste ${EDITION} : N1 pris`);
  expect(await page(`?charte=${id}`)).toContain(`Liste ${id} : N1 pris`);
  const shown = await pages.render('/pactes/[pact]', `/pactes/${pact}-liste-${id}`, {
    pact: `${pact}-liste-${id}`,
  });
  expect(shown).toContain(`mesures/15?charte=${id}`);
  const taken = await pages.render('/chartes/[edition]/mesures/[measure]', `/chartes/${id}/mesures/15`, {
    edition: id,
    measure: '15',
  });
  expect(taken).toContain(`/communes/94052-nogent-sur-marne/mesures/15?charte=${id}`);
});

describe('a document', () => {
  const champigny = () => ({
    bytes: new Uint8Array(readFileSync('data/documents/pacte-signe-champigny-alternance-2020.txt')),
    filename: 'pacte.txt',
  });
  const chartersOf = async (wish: { charter?: string }): Promise<string> => {
    const read = await readInWorker(champigny(), { as: 'pact', ...wish });
    if (!read.ok || read.value.reading.kind !== 'pact') throw new Error('it is a pact');
    return read.value.reading.charter;
  };

  test('is read against it in a thread of its own, when that is asked', async () => {
    expect(await chartersOf({ charter: MADE })).toBe(MADE);
  });

  test('of 2020 is still read against the edition of 2020', async () => {
    expect(await chartersOf({})).toBe(EDITION);
  });
});

describe('a negotiation', () => {
  let lists = 0;
  const opening = async (edition: string) => {
    const list = await standingList(database.db, `Liste ${(lists += 1)}`);
    const request = {
      collective: before.collective,
      counterpart: { list },
      edition,
      start: { kind: 'everything' } as const,
    };
    return await openNegotiation(stores(), await before.coordinator(), request, NOW);
  };

  test('is opened with it, and the one that was open keeps its own edition', async () => {
    expect(kindOf(await opening(MADE))).toBe('ok');
    expect((await stores().negotiations.find(before.id))?.edition).toBe(EDITION);
  });

  test('of a collective that has chosen nothing yet, it comes before that of the campaign that is over', async () => {
    const visitor = await signedIn(`p-${before.names.coordinator}`);
    const collective = String(before.collective);
    const route = '/collectifs/[collective]/espace/priorites';
    const html = await pages.render(route, `/collectifs/${collective}/espace/priorites`, { collective }, visitor);
    expect(/<option value="([^"]*)" selected/.exec(html)?.[1]).toMatch(/-2032$/);
  });

  test('is opened with it no more once it is withdrawn; its page stays and says so', async () => {
    expect(
      kindOf(
        await offerEdition(stores(), NATIONAL_TEAM, { edition: MADE, offered: false, reason: 'Une autre suit' }, NOW),
      ),
    ).toBe('ok');
    await refreshEditions(database.db);
    expect(kindOf(await opening(MADE))).toBe('edition-withdrawn');
    expect(editionsOffered().map(({ id }) => id)).not.toContain(MADE);
    const html = await pages.render('/chartes/[edition]', `/chartes/${MADE}`, { edition: MADE });
    expect(html).toContain('ne propose plus cette édition');
    expect(html).toContain('Pourquoi : Une autre suit');
    expect(kindOf(await offerEdition(stores(), NATIONAL_TEAM, { edition: MADE, offered: true }, NOW))).toBe('ok');
    await refreshEditions(database.db);
    expect(kindOf(await opening(MADE))).toBe('ok');
  });
});

test('a local edition is listed apart and offered by its own collective alone', async () => {
  const coordinator = await before.coordinator();
  const id = 'local-champigny-2032';
  const request = { editionId: id, title: 'Pacte de Champigny', year: 2032, collective: before.collective, from: null };
  const named = { ...request, title: 'PACTE pour la transition 2038' };
  expect(kindOf(await openDraft(stores(), coordinator, named, NOW))).toBe('title-of-the-country');
  const opened = await openDraft(stores(), coordinator, request, NOW);
  if (!opened.ok) throw new Error(opened.refusal.kind);
  const draft = opened.value.id;
  const words = { title: 'Rouvrir la Marne', introduction: [], levels: [{ level: 1, clauses: ['Rouvrir la Marne.'] }] };
  await addMeasure(stores(), coordinator, { draft, words, reason: '' }, NOW);
  const { head, version } = (await stores().workbench.find(draft)) ?? { head: null, version: 0 };
  if (head === null) throw new Error('it was opened');
  const change = {
    draft,
    version,
    editionId: id,
    title: 'Pacte de Champigny',
    year: 2032,
    head: { ...head, publisher: 'Nous' },
  };
  const renamed = { ...change, title: 'Pacte pour la Transition' };
  expect(kindOf(await changeHead(stores(), coordinator, renamed, NOW))).toBe('title-of-the-country');
  expect(kindOf(await changeHead(stores(), coordinator, change, NOW))).toBe('ok');
  expect(kindOf(await publishEdition(stores(), NATIONAL_TEAM, { draft }, NOW))).toBe('not-allowed');
  expect(kindOf(await publishEdition(stores(), coordinator, { draft }, NOW))).toBe('ok');
  await refreshEditions(database.db);
  expect(editionsOffered().map((edition) => edition.id)).not.toContain(id);
  expect(editionsOffered([before.collective]).map((edition) => edition.id)).toContain(id);
  const other = await negotiating(database.db);
  const list = await standingList(database.db, 'Une liste de plus');
  const asked = { counterpart: { list }, edition: id, start: { kind: 'everything' } as const };
  expect(
    kindOf(await openNegotiation(stores(), await other.coordinator(), { ...asked, collective: other.collective }, NOW)),
  ).toBe('unknown-edition');
  expect(kindOf(await openNegotiation(stores(), coordinator, { ...asked, collective: before.collective }, NOW))).toBe(
    'ok',
  );
  const html = await pages.render('/chartes', '/chartes', {});
  expect(html.indexOf('Pacte de Champigny')).toBeGreaterThan(html.indexOf('Éditions locales'));
  expect(await pages.render('/chartes/[edition]', `/chartes/${id}`, { edition: id })).toContain('qui seul la propose');
});
