/** Bulk entries for tests: a small country with namesakes, two people of the team, a reader without its thread, and what came in. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Person } from '#domain/access/gate.ts';
import { refuse, type Result } from '#domain/shared/result.ts';
import { readWaiting } from '#server/bulk-entry/read-entries.ts';
import { unpackZip } from '#server/bulk-entry/unpack-zip.ts';
import { loadEditions } from '#server/charters.ts';
import { readKnownFile } from '#server/jobs/read-known-file.ts';
import type { Db } from '#server/storage/connection.ts';
import { storesOn } from '#server/stores.ts';
import { bringEntry, type Brought, type CannotBring } from '#use-cases/bulk-entry/bring-entry.ts';
import { giveRole } from '#use-cases/campaign/give-role.ts';
import type { ReadDocument } from '#use-cases/drafts/open-draft.ts';
import type { ReadRefusal } from '#use-cases/drafts/read-refusal.ts';
import { actorFor, addressOf, newPerson } from './people.ts';
import { writePact } from './world-readings.ts';
import { buildWorld, OPERATOR, readAs, THEN } from './world.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** « Sainte-Double » is two communes, in no grouping; « Ancienneville » is of Champigny today. */
export async function teamOfTwo(db: Db): Promise<{ readonly claire: Person; readonly driss: Person }> {
  await buildWorld(db);
  const model = await db
    .selectFrom('municipality')
    .select(['slug', 'siren', 'population', 'postcodes', 'departmentCode', 'regionCode', 'current'])
    .where('code', '=', '94052')
    .executeTakeFirstOrThrow();
  const outside = { intercommunalitySiren: null, territorialEstablishmentSiren: null };
  const twins = ['94997', '94998'].map((code) => ({ ...model, ...outside, code, name: 'Sainte-Double' }));
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
  return { claire: await actorFor(db, 'p-claire'), driss: await actorFor(db, 'p-driss') };
}

export function zip(files: Files): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ) as Zippable,
  );
}

/** Its header, for `brought`. */
export const TABLE = 'Commune;Département;Liste;Tête de liste;Signé le;Charte;Fichier\n';

export type BulkEntries = ReturnType<typeof bulkEntriesOf>;

/** What one brings, and what became of it. */
export function bulkEntriesOf(database: { readonly db: Db }, by: () => Person) {
  const bring = async (bytes: Uint8Array, sending?: string): Promise<Result<Brought, CannotBring>> =>
    await bringEntry(
      storesOn(database.db),
      by(),
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
  const items = async (entry: number) =>
    await database.db
      .selectFrom('bulkEntryItem')
      .selectAll()
      .where('entryId', '=', entry)
      .orderBy('position')
      .execute();
  const failures: unknown[] = [];
  return {
    bring,
    brought: async (files: Files): Promise<number> => {
      const done = await bring(zip(files));
      if (!done.ok) throw new Error(JSON.stringify(done.refusal));
      return done.value.entry;
    },
    items,
    states: async (entry: number) => (await items(entry)).map(({ state }) => state),
    problems: async (entry: number) =>
      (await items(entry)).map(({ problems: told }) => told.map(({ kind, line, column }) => [kind, line, column])),
    itemAt: async (entry: number, position: number) => {
      const found = (await items(entry)).find((one) => one.position === position);
      if (found === undefined) throw new Error(`no item ${position}`);
      return { entry, item: found.id };
    },
    /** What the reader threw. */
    failures,
    readAll: async (): Promise<number> =>
      await readWaiting(
        database.db,
        { read },
        { round: { stopped: () => false }, onFailure: (error) => failures.push(error), clock: () => THEN },
      ),
  };
}

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
