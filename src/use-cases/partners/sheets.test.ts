import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import type { SheetWords } from '#domain/partners/sheet.ts';
import { sheetShown, sheetsOf } from '#server/storage/measure-sheets.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { publishNextEdition } from '#tests/next-edition.ts';
import { changeSheet, confirmSheet, withdrawSheet, writeSheet, type WriteSheet } from './write-sheet.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const THEN = new Date('2031-03-01T10:00:00Z');
const LATER = new Date('2032-03-01T10:00:00Z');
const PACTE = 'pacte-transition-2020';
const NEXT = 'pacte-transition-2032';
const TEAM: Actor = { kind: 'person', id: 'p-team', holds: [{ role: 'national-team' }] };
const WORDS: SheetWords = { what: 'Des repas', why: '', how: '', costs: '', law: '', examples: '', links: '' };
let organisation = 0;
const lou = (): Actor => ({ kind: 'person', id: 'p-lou', holds: [{ role: 'partner', organisation }] });

beforeAll(async () => {
  const { rows } = await sql<{ id: number }>`insert into organisation
      (name, name_key, website, website_key, about, state, proof, asked_at, decided_at)
    values ('Cantines', 'cantines', 'https://c.org', 'c.org', 'x', 'partner-accepted', 'none', ${THEN}, ${THEN})
    returning id`.execute(database.db);
  organisation = rows[0]?.id ?? 0;
});

const write = async (typed: Partial<WriteSheet> = {}, by: Actor = lou()) =>
  await writeSheet(
    stores(),
    by,
    {
      ...{ edition: PACTE, measure: 7, organisation, carriedFrom: null, title: 'Cuisiner bio', words: WORDS },
      ...{ licence: 'cc-by-4.0', ...typed },
    },
    THEN,
  );
async function written(typed: Partial<WriteSheet> = {}, by: Actor = lou()): Promise<number> {
  const done = await write(typed, by);
  if (!done.ok) throw new Error(done.refusal.kind);
  return done.value.sheet;
}
const on = async (edition: string, measure: number) =>
  (await sheetsOf(database.db, { edition, measure })).map(({ id, standing }) => [id, standing.kind]);

describe('a technical sheet', () => {
  test('is on the page of its measure, with its author and its licence', async () => {
    const sheet = await written({ measure: 1 });
    expect(await sheetsOf(database.db, { edition: PACTE, measure: 1 })).toMatchObject([
      { id: sheet, title: 'Cuisiner bio', licence: 'cc-by-4.0', author: { name: 'Cantines' } },
    ]);
    await written({ measure: 1, organisation: null, title: 'De l’équipe' }, TEAM);
    expect((await sheetsOf(database.db, { edition: PACTE, measure: 1 }))[1]?.author).toBeNull();
  });

  test('says something, under a licence, of a measure that is there; sent twice it is one', async () => {
    expect(await write({ words: { ...WORDS, what: ' ' } })).toMatchObject({ refusal: { kind: 'sheet-empty' } });
    expect(await write({ licence: null })).toMatchObject({ refusal: { kind: 'licence-missing' } });
    expect(await write({ measure: 99 })).toMatchObject({ refusal: { kind: 'unknown-measure' } });
    expect(await write({ words: { ...WORDS, how: 'a'.repeat(6001) } })).toMatchObject({
      refusal: { kind: 'text-too-long', field: 'how' },
    });
    const sent = { measure: 2, sending: 'a' };
    expect(await write(sent)).toEqual(await write(sent));
    expect(await on(PACTE, 2)).toHaveLength(1);
  });

  test('is written and changed by its author alone; each version is kept', async () => {
    const sheet = await written({ measure: 3 });
    const typed = {
      sheet,
      version: 1,
      title: 'Cuisiner mieux',
      words: WORDS,
      licence: 'etalab-2.0',
      reason: 'Relue',
    } as const;
    const other: Actor = { kind: 'person', id: 'p-x', holds: [{ role: 'partner', organisation: organisation + 1 }] };
    for (const by of [other, TEAM]) {
      expect(await changeSheet(stores(), by, typed, LATER)).toMatchObject({ refusal: { kind: 'not-allowed' } });
    }
    expect(await write({}, other)).toMatchObject({ refusal: { kind: 'not-allowed' } });
    const both = await Promise.all([
      changeSheet(stores(), lou(), typed, LATER),
      changeSheet(stores(), lou(), typed, LATER),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'changed-meanwhile' } });
    const shown = await sheetShown(database.db, sheet);
    expect(shown?.versions.map(({ title, reason }) => [title, reason])).toEqual([
      ['Cuisiner mieux', 'Relue'],
      ['Cuisiner bio', ''],
    ]);
  });

  test('is taken away with a reason by its author or the national team, and its address says so', async () => {
    const sheet = await written({ measure: 4 });
    expect(await withdrawSheet(stores(), TEAM, { sheet, reason: '' }, LATER)).toMatchObject({
      refusal: { kind: 'text-missing' },
    });
    expect(await withdrawSheet(stores(), TEAM, { sheet, reason: 'Publicité' }, LATER)).toMatchObject({ ok: true });
    expect(await on(PACTE, 4)).toEqual([]);
    expect((await sheetShown(database.db, sheet))?.withdrawn).toEqual({ at: LATER, reason: 'Publicité' });
  });
});

describe('when an edition is made from another, sheets', () => {
  let [seven, eight, ten, last] = [0, 0, 0, 0];
  beforeAll(async () => {
    [seven, eight] = [await written(), await written({ measure: 8 })];
    [ten, last] = [await written({ measure: 10 }), await written({ measure: 31 })];
    // 7 and 22 change places, 8 is merged into 9, 10 is split in 10 and 33, 31 is removed.
    await publishNextEdition(database.db, { swapped: [7, 22], merged: [9, 8], split: 10, removed: 31 }, LATER);
  });

  test('come with their measure under its new number, and are said to be of the one before', async () => {
    expect(await sheetsOf(database.db, { edition: NEXT, measure: 22 })).toMatchObject([
      { id: seven, standing: { kind: 'carried', edition: PACTE, measure: 7 } },
    ]);
    expect(await on(NEXT, 7)).toEqual([]);
    expect(await on(PACTE, 7)).toEqual([[seven, 'written-here']]);
  });

  test('of merged and split measures are all there; those of a removed one stay where they are', async () => {
    expect(await on(NEXT, 9)).toEqual([[eight, 'carried']]);
    expect([await on(NEXT, 10), await on(NEXT, 33)]).toEqual([[[ten, 'carried']], [[ten, 'carried']]]);
    expect(await on(PACTE, 31)).toEqual([[last, 'written-here']]);
    const { rows } = await sql<{ n: number }>`select count(*) as n from measure_sheet where edition = ${NEXT}`.execute(
      database.db,
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('are confirmed by their author for the new measure, and for no other', async () => {
    const to = { sheet: eight, edition: NEXT, measure: 9 };
    expect(await confirmSheet(stores(), TEAM, to, LATER)).toMatchObject({ refusal: { kind: 'not-allowed' } });
    expect(await confirmSheet(stores(), lou(), { ...to, measure: 1 }, LATER)).toMatchObject({
      refusal: { kind: 'not-carried' },
    });
    expect(await confirmSheet(stores(), lou(), to, LATER)).toMatchObject({ ok: true });
    expect(await on(NEXT, 9)).toEqual([[eight, 'confirmed']]);
  });

  test('are rewritten for it once: the new one stands there, the old one where it was', async () => {
    const next = { edition: NEXT, measure: 22, carriedFrom: seven, title: 'Cuisiner en 2032' };
    const sheet = await written(next);
    expect(await write({ ...next, title: 'Encore' })).toMatchObject({ refusal: { kind: 'rewritten-already' } });
    expect(await write({ ...next, measure: 1 })).toMatchObject({ refusal: { kind: 'not-carried' } });
    expect(await on(NEXT, 22)).toEqual([[sheet, 'written-here']]);
    expect(await on(PACTE, 7)).toEqual([[seven, 'written-here']]);
    await withdrawSheet(stores(), lou(), { sheet, reason: 'Erreur' }, LATER);
    expect(await on(NEXT, 22)).toEqual([[seven, 'carried']]);
  });
});
