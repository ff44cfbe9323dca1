/** Many pacts at once, from a ZIP to published pacts: what is told, who holds what, and that nothing is lost or done twice. */
import { readFileSync } from 'node:fs';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor, addressOf, newPerson } from '#tests/people.ts';
import { buildWorld, EDITION, OPERATOR, readAs, THEN } from '#tests/world.ts';
import { writePact } from '#tests/world-readings.ts';
import type { Person } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { loadEditions } from '#server/charters.ts';
import { readWaiting } from '#server/bulk-entry/read-entries.ts';
import { unpackZip } from '#server/bulk-entry/unpack-zip.ts';
import { readKnownFile } from '#server/jobs/read-known-file.ts';
import { storesOn } from '#server/stores.ts';
import { giveRole } from '../campaign/give-role.ts';
import type { ReadDocument } from '../drafts/open-draft.ts';
import type { ReadRefusal } from '../drafts/read-refusal.ts';
import { seeDraft } from '../drafts/see-draft.ts';
import { bringEntry, type Brought, type CannotBring } from './bring-entry.ts';
import { claimItem, releaseItem } from './claim-item.ts';
import { forgetEntries } from './forget-entries.ts';
import { exactList, publishItem } from './publish-item.ts';
import { putItemBack, setItemAside } from './set-aside.ts';

const database = withTestDatabase();
const JOB = { kind: 'job', name: 'test' } as const;
const CHAMPIGNY_PACT = readFileSync('data/documents/pacte-signe-champigny-alternance-2020.txt');
let claire: Person;
let driss: Person;

beforeAll(async () => {
  const { db } = database;
  await buildWorld(db);
  const model = await db.selectFrom('municipality').selectAll().where('code', '=', '94052').executeTakeFirstOrThrow();
  const twins = ['94997', '94998'].map((code) => ({ ...model, code, name: 'Sainte-Double' }));
  await db.insertInto('municipality').values(twins).execute();
  const former = { code: '94996', name: 'Ancienneville', municipalityCode: '94017', postcodes: [] };
  await db
    .insertInto('municipalityFormerName')
    .values({ ...former, kind: 'delegated' })
    .execute();
  for (const name of ['claire', 'driss']) {
    await newPerson(db, name);
    await giveRole(storesOn(db), OPERATOR, { email: addressOf(name), role: { role: 'national-team' } }, THEN);
  }
  [claire, driss] = [await actorFor(db, 'p-claire'), await actorFor(db, 'p-driss')];
});

const stores = () => storesOn(database.db);
const later = (minutes: number): Date => new Date(THEN.getTime() + minutes * 60_000);

function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ) as Zippable,
  );
}

const bring = async (bytes: Uint8Array, sending?: string): Promise<Result<Brought, CannotBring>> =>
  await bringEntry(
    stores(),
    claire,
    {
      filename: 'lot.zip',
      bytes,
      charters: loadEditions(),
      today: '2026-05-12',
      documentLimit: 20 * 1024 * 1024,
      unpack: (given) => unpackZip(given),
      ...(sending === undefined ? {} : { sending }),
    },
    THEN,
  );

async function brought(files: Readonly<Record<string, string | Uint8Array>>): Promise<number> {
  const done = await bring(zip(files));
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.entry;
}

const items = async (entry: number) =>
  await database.db.selectFrom('bulkEntryItem').selectAll().where('entryId', '=', entry).orderBy('position').execute();
const states = async (entry: number) => (await items(entry)).map(({ state }) => state);
const problems = async (entry: number) =>
  (await items(entry)).map(({ problems: told }) => told.map(({ kind, line, column }) => [kind, line, column]));
const itemAt = async (entry: number, position: number) => {
  const found = (await items(entry)).find((one) => one.position === position);
  if (found === undefined) throw new Error(`no item ${position}`);
  return { entry, item: found.id };
};

/** As the reader of the site, without its thread; what begins with « TUE » kills it, « ILLISIBLE » it refuses. */
const read: ReadDocument<ReadRefusal> = async (file, wish) => {
  const text = Buffer.from(file.bytes).toString('utf8');
  if (text.startsWith('TUE')) throw new Error('the reader failed');
  if (text.startsWith('ILLISIBLE')) return refuse({ kind: 'scanned-pdf', pages: 3 });
  const sure = /^PACTE (.+)$/m.exec(text)?.[1];
  if (sure === undefined) return await readKnownFile(file, wish);
  return await readAs({
    ...writePact({ list: sure, commitments: [{ measure: 1, words: '1', levels: { 1: 'accepted' } }] }),
  })(file, wish);
};
const failures: unknown[] = [];
const readAll = async (): Promise<number> =>
  await readWaiting(
    database.db,
    { read },
    { round: { stopped: () => false }, onFailure: (error) => failures.push(error), clock: () => THEN },
  );

const TABLE = 'Commune;Département;Liste;Tête de liste;Signé le;Charte;Fichier\n';

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
        ['municipality-missing', 7, 1],
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

describe('the queue', () => {
  let entry: number;
  const listed = 'Vivre à Nogent (exemple)';
  beforeAll(async () => {
    const rows = [
      'Nogent-sur-Marne;94;Liste du jour;;;;1.txt',
      `Nogent-sur-Marne;94;${listed};;;;2.txt`,
      'Nogent-sur-Marne;94;Liste trois;;;;3.txt',
    ];
    entry = await brought({
      't.csv': `${TABLE}${rows.join('\n')}`,
      '1.txt': 'PACTE Liste du jour',
      '2.txt': `PACTE ${listed}`,
      '3.txt': 'PACTE Liste trois',
    });
    await readAll();
  });

  test('an item held by one is refused to another, until 30 minutes are over or it is taken over', async () => {
    const key = await itemAt(entry, 1);
    const mine = await claimItem(stores(), claire, { ...key, takeOver: false }, THEN);
    expect(mine.ok).toBe(true);
    expect(await claimItem(stores(), driss, { ...key, takeOver: false }, later(29))).toMatchObject({
      ok: false,
      refusal: { kind: 'claimed-by-another', claim: { by: 'p-claire', at: THEN } },
    });
    expect(await releaseItem(stores(), driss, key, later(29))).toMatchObject({ ok: false });
    expect((await claimItem(stores(), driss, { ...key, takeOver: false }, later(30))).ok).toBe(true);
    expect((await claimItem(stores(), claire, { ...key, takeOver: true }, later(31))).ok).toBe(true);
    expect((await releaseItem(stores(), claire, key, later(32))).ok).toBe(true);
  });

  test('who lost an item can no longer answer in its draft', async () => {
    const key = await itemAt(entry, 1);
    const token = async (who: Person, takeOver: boolean) => {
      const claimed = await claimItem(stores(), who, { ...key, takeOver }, THEN);
      return claimed.ok ? claimed.value.token : '';
    };
    const opens = async (mark: string) =>
      (await seeDraft(stores(), { kind: 'draft-holder', token: mark }, { draft: { token: mark } }, THEN)).ok;
    const before = await token(claire, false);
    expect(await opens(before)).toBe(true);
    const after = await token(driss, true);
    expect([await opens(before), await opens(after)]).toEqual([false, true]);
    expect((await publishItem(stores(), claire, { ...key, list: 'none' }, THEN)).ok).toBe(false);
    await releaseItem(stores(), driss, key, THEN);
  });

  test('is published once by two people who press at once, by who holds it', async () => {
    const key = await itemAt(entry, 1);
    expect(await publishItem(stores(), claire, { ...key, list: 'as-said' }, THEN)).toEqual({
      ok: false,
      refusal: { kind: 'not-claimed' },
    });
    await claimItem(stores(), claire, { ...key, takeOver: false }, THEN);
    const answers = await Promise.all(
      [claire, driss, claire].map((who) => publishItem(stores(), who, { ...key, list: 'as-said' }, THEN)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers[1]).toMatchObject({ ok: false });
    const [first] = await items(entry);
    expect(first).toMatchObject({ state: 'published', claimedBy: null });
    const { reviewedBy } = await database.db
      .selectFrom('pact')
      .select('reviewedBy')
      .where('id', '=', first?.pactId ?? 0)
      .executeTakeFirstOrThrow();
    expect(reviewedBy).toBe('national-team');
  });

  test('its list is linked when one kept list is exactly that, else it is asked', async () => {
    const kept = await stores().campaign.keepList(
      {
        ...{ election: 'municipales-2020', municipality: '94052', constituency: null, name: listed, shortName: null },
        ...{
          nuance: null,
          leader: 'Ada Blanc',
          firstRound: 1,
          source: 'exemple',
          enteredAs: 'operator',
          panelNumber: 1,
        },
      },
      THEN,
    );
    const [second, third] = [await itemAt(entry, 2), await itemAt(entry, 3)];
    for (const key of [second, third]) await claimItem(stores(), claire, { ...key, takeOver: false }, THEN);
    expect(
      exactList(await stores().campaign.listsIn('94052', 'municipales-2020'), {
        said: { list: listed },
        named: 'Une autre',
      }),
    ).toBeNull();
    expect(await publishItem(stores(), claire, { ...second, list: 'as-said' }, THEN)).toMatchObject({
      ok: true,
      value: { list: kept.id },
    });
    expect(await publishItem(stores(), claire, { ...third, list: 'as-said' }, THEN)).toEqual({
      ok: false,
      refusal: { kind: 'list-asked' },
    });
    expect(await publishItem(stores(), claire, { ...third, list: 'none' }, THEN)).toMatchObject({
      ok: true,
      value: { list: null },
    });
  });

  test('a file whose pact is public already is told, with the pact', async () => {
    const again = await brought({ 'encore.txt': 'PACTE Liste du jour' });
    const [pact] = (await items(entry)).map(({ pactId }) => pactId);
    expect((await items(again))[0]).toMatchObject({ state: 'already-there', why: { kind: 'published-before', pact } });
  });

  test('an item set aside says why, and comes back as it was', async () => {
    const other = await brought({ 'a.txt': 'ILLISIBLE ici' });
    await readAll();
    const key = await itemAt(other, 1);
    expect(await setItemAside(stores(), claire, { ...key, reason: ' ' }, THEN)).toMatchObject({
      ok: false,
      refusal: { kind: 'text-missing' },
    });
    expect((await setItemAside(stores(), claire, { ...key, reason: 'Illisible' }, THEN)).ok).toBe(true);
    expect(await states(other)).toEqual(['set-aside']);
    expect((await putItemBack(stores(), driss, key, THEN)).ok).toBe(true);
    expect((await items(other)).map(({ state, why }) => [state, why?.kind])).toEqual([['unreadable', 'refused']]);
    expect(await putItemBack(stores(), driss, key, THEN)).toEqual({
      ok: false,
      refusal: { kind: 'item-moved', state: 'unreadable' },
    });
  });

  test('what was never published is forgotten with its file and draft when its time is over; what was stays', async () => {
    const gone = await brought({ 'a.txt': 'PACTE Oubliée' });
    await readAll();
    const [before] = await items(gone);
    const day = 86_400_000;
    expect(await forgetEntries(stores(), JOB, new Date(THEN.getTime() + 89 * day))).toEqual(
      accept({ entries: 0, items: 0, files: 0 }),
    );
    await forgetEntries(stores(), JOB, new Date(THEN.getTime() + 90 * day));
    expect(await items(gone)).toMatchObject([{ state: 'forgotten', documentId: null, draftId: null, filename: null }]);
    expect(await stores().documents.fetch(before?.documentId ?? 0)).toBeNull();
    expect(await stores().drafts.find({ id: before?.draftId ?? 0 })).toBeNull();
    expect((await states(entry)).filter((state) => state === 'published')).toHaveLength(3);
  });
});
