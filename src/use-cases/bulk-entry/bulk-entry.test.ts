/** Many pacts at once, from a ZIP to what waits in the queue: what is told of each line, and that nothing is lost or read twice. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { bulkEntriesOf, TABLE, teamOfTwo, zip } from '#tests/bulk-entries.ts';
import { withTestDatabase } from '#tests/database.ts';
import { EDITION, METROPOLE, PARIS_EST_MARNE_ET_BOIS, THEN } from '#tests/world.ts';
import type { Person } from '#domain/access/gate.ts';
import { storesOn } from '#server/stores.ts';
import { refuse } from '#domain/shared/result.ts';
import { bringEntry } from './bring-entry.ts';
import { readNextItem } from './read-next-item.ts';

const database = withTestDatabase();
const CHAMPIGNY_PACT = readFileSync('data/documents/pacte-signe-champigny-alternance-2020.txt');
let claire: Person;
const stores = () => storesOn(database.db);
const { bring, brought, items, states, problems, failures, readAll } = bulkEntriesOf(database, () => claire);

beforeAll(async () => {
  ({ claire } = await teamOfTwo(database.db));
});

describe('a ZIP of documents with a table', () => {
  test('becomes items: each line beside its document, what is missing said, nothing thrown away', async () => {
    const entry = await brought({
      'lot/communes.csv':
        TABLE +
        `Champigny-sur-Marne;94;Champigny en commun;Jeanne Martin;04/03/2020;${EDITION};CHAMPIGNY.txt\n` +
        `Bry-sur-Marne;Val-de-Marne;Bry ensemble;;;;absent.pdf\n`,
      'lot/Champigny.txt': CHAMPIGNY_PACT,
      'lot/sans-ligne.txt': 'PACTE Une autre liste',
    });
    expect(await states(entry)).toEqual(['waiting', 'without-document', 'waiting']);
    expect(await problems(entry)).toEqual([[], [['unknown-file', 3, 7]], [['no-line', null, null]]]);
    const [first, second] = await items(entry);
    expect(first).toMatchObject({
      municipalityCode: '94017',
      edition: EDITION,
      signedOn: '2020-03-04',
      said: { list: 'Champigny en commun', leader: 'Jeanne Martin' },
    });
    expect(second).toMatchObject({ municipalityCode: '94015', filename: null });
    await readAll();
    expect(await states(entry)).toEqual(['read', 'without-document', 'read']);
  });

  test('tells each doubt with its line and column, and asks instead of guessing', async () => {
    const entry = await brought({
      't.csv':
        TABLE +
        'Atlantis;94;Une liste;;;;a.txt\n' +
        'Sainte-Double;;Une liste;;;;b.txt\n' +
        'Champigny-sur-Marne;94;;;31/02/2020;;c.txt\n' +
        'Champigny-sur-Marne;94;Liste A;;2030-01-01;un pacte;d.txt\n' +
        'Champigny-sur-Marne;94;LISTE A;;;;d.txt\n' +
        ';;Liste;;;;\n',
      ...Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`${name}.txt`, `PACTE ${name} des doutes`])),
    });
    expect(await problems(entry)).toEqual([
      [['unknown-municipality', 2, 1]],
      [['several-municipalities', 3, 1]],
      [
        ['list-missing', 4, 3],
        ['not-a-day', 4, 5],
      ],
      [
        ['day-to-come', 5, 5],
        ['unknown-charter', 5, 6],
      ],
      [
        ['same-list', 6, null],
        ['file-of-another-line', 6, 7],
      ],
      [
        ['place-missing', 7, 1],
        ['file-missing', 7, 7],
      ],
    ]);
    expect((await items(entry)).map(({ municipalityCode }) => municipalityCode)).toEqual([
      ...[null, null, '94017', '94017', '94017', null],
    ]);
  });

  test('leads a commune that merged since to the one of today, and says so', async () => {
    const entry = await brought({
      't.csv': `code_insee;commune;liste;fichier\n94996;Ancienneville;L;x.txt\n`,
      'x.txt': 'PACTE merged',
    });
    expect(await items(entry)).toMatchObject([
      { municipalityCode: '94017', problems: [{ kind: 'merged-since', line: 2, column: 1 }] },
    ]);
  });

  test('takes a grouping, by its SIREN or its name; the one that many tables say beside a commune is not who signs', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const entry = await brought({
      't.csv':
        'code_commune;siren_epci;epci;lieu;fichier;liste\n' +
        `;${PARIS_EST_MARNE_ET_BOIS};;Paris Est Marne et Bois;a.txt;\n` +
        ';;métropole du grand paris;;b.txt;\n' +
        '94017;;Paris Est Marne et Bois;Champigny-sur-Marne;c.txt;L\n' +
        ';123456789;;;d.txt;\n' +
        '94997;;Paris Est Marne et Bois;;e.txt;L\n' +
        ';;;Paris Est Marne et Bois;f.txt;\n',
      ...Object.fromEntries(names.map((name) => [`${name}.txt`, `PACTE ${name} de groupement`])),
    });
    const rows = await items(entry);
    expect(rows.map(({ municipalityCode, groupingSiren }) => municipalityCode ?? groupingSiren)).toEqual([
      PARIS_EST_MARNE_ET_BOIS,
      METROPOLE,
      '94017',
      null,
      null,
      PARIS_EST_MARNE_ET_BOIS,
    ]);
    expect(await problems(entry)).toEqual([
      ...[[], [], []],
      [
        ['unknown-grouping', 5, 2],
        ['list-missing', 5, 6],
      ],
      [['two-places', 6, 3]],
      [['same-list', 7, null]],
    ]);
    await readAll();
    const [first] = await items(entry);
    const draft = await stores().drafts.find({ id: first?.draftId ?? 0 });
    expect(draft?.choices.place).toEqual({ kind: 'grouping', siren: PARIS_EST_MARNE_ET_BOIS });
  });

  test('asks when the code is of one commune and the name of another', async () => {
    const entry = await brought({
      't.csv': 'code_insee;commune;liste;fichier\n94017;Bry-sur-Marne;L;x.txt\n',
      'x.txt': 'PACTE differ',
    });
    expect(await items(entry)).toMatchObject([
      { municipalityCode: null, problems: [{ kind: 'code-and-name-differ' }] },
    ]);
  });

  test('is brought once by two presses, and nobody outside the team brings any', async () => {
    const bytes = zip({ 'une.txt': 'PACTE Une seule fois' });
    const [one, two] = [await bring(bytes, 'same'), await bring(bytes, 'same')];
    expect(one.ok && two.ok && one.value.entry === two.value.entry).toBe(true);
    const visitor = await bringEntry(
      stores(),
      { kind: 'anyone' },
      {
        filename: 'x',
        bytes,
        charters: [],
        today: '2026-05-12',
        documentLimit: 1,
        unpack: () => Promise.reject(new Error('never')),
      },
      THEN,
    );
    expect(visitor).toEqual({ ok: false, refusal: { kind: 'not-allowed', act: 'bring-entry' } });
  });
});

describe('reading', () => {
  test('goes on past a document that is unreadable and one that kills the reader', async () => {
    const entry = await brought({ 'a.txt': 'ILLISIBLE', 'b.txt': 'TUE le lecteur', 'c.txt': 'PACTE Liste saine' });
    failures.length = 0;
    await readAll();
    expect((await items(entry)).map(({ state, why }) => [state, why?.kind])).toEqual([
      ['unreadable', 'refused'],
      ['unreadable', 'reader-failed'],
      ['read', undefined],
    ]);
    expect(failures).toHaveLength(1);
  });

  test('resumes what a killed server was reading, and gives up on a document that kills it each time', async () => {
    const entry = await brought({ 'a.txt': 'PACTE Reprise', 'b.txt': 'PACTE Mortelle' });
    const { db } = database;
    const dead = new Date(THEN.getTime() - 3 * 60_000);
    await db
      .updateTable('bulkEntryItem')
      .set({ state: 'reading', startedAt: dead, tries: 1 })
      .where('entryId', '=', entry)
      .execute();
    await db
      .updateTable('bulkEntryItem')
      .set({ tries: 3 })
      .where('entryId', '=', entry)
      .where('position', '=', 2)
      .execute();
    await readAll();
    expect((await items(entry)).map(({ state, why }) => [state, why?.kind])).toEqual([
      ['read', undefined],
      ['unreadable', 'reader-failed'],
    ]);
  });

  test('waits for a reader that is busy however often, and is read when its turn comes', async () => {
    const entry = await brought({ 'a.txt': 'PACTE Patience' });
    const busy = { read: async () => await Promise.resolve(refuse({ kind: 'reader-busy' } as const)) };
    const job = { kind: 'job', name: 'read-entries' } as const;
    for (const _ of [1, 2, 3, 4]) {
      const done = await readNextItem(stores(), job, busy, THEN);
      expect(done).toMatchObject({ value: { outcome: 'busy' } });
    }
    await readAll();
    expect(await states(entry)).toEqual(['read']);
  });

  test('leaves alone what another server is reading now', async () => {
    const entry = await brought({ 'a.txt': 'PACTE Ailleurs' });
    await database.db
      .updateTable('bulkEntryItem')
      .set({ state: 'reading', startedAt: THEN, tries: 1 })
      .where('entryId', '=', entry)
      .execute();
    await readAll();
    expect(await states(entry)).toEqual(['reading']);
  });

  test('tells the same file twice, in one entry and in two', async () => {
    const first = await brought({ 'a.txt': 'PACTE Deux fois', 'b.txt': 'PACTE Deux fois' });
    const second = await brought({ 'c.txt': 'PACTE Deux fois' });
    expect((await items(first)).map(({ state, why }) => [state, why])).toEqual([
      ['waiting', null],
      ['already-there', { kind: 'same-file', position: 1 }],
    ]);
    expect((await items(second))[0]?.why).toEqual({ kind: 'in-another-entry', entry: first });
  });
});
