import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, cp, mkdtemp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { BRY, buildWorld, publish } from '#tests/world.ts';
import { writePact } from '#tests/world-readings.ts';
import { readConfig } from '../config.ts';
import { makeDumpWhenDue } from '../jobs/make-dumps.ts';
import { COPIED_RESOURCES } from '../open-data/open-resources.ts';
import { dumpDays, dumpFiles, SUMS } from './dump-files.ts';
import { inSnapshot, makeDump } from './make-dump.ts';
import { objectsIn } from './read-dump.ts';
import { verifyDump } from './verify-dump.ts';
import { writeDump } from './write-dump.ts';

const database = withTestDatabase();
const folders: string[] = [];

beforeAll(async () => {
  await buildWorld(database.db);
});

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'copies-'));
  folders.push(folder);
  return folder;
}

/** Enough for what is told of folders, not of tables. */
const SOME = COPIED_RESOURCES.filter(({ name }) => name === 'pactes' || name === 'plans');

const wanted = (day: string) =>
  ({
    day,
    now: new Date(`${day}T02:00:00Z`),
    site: 'https://parole.example',
    resources: COPIED_RESOURCES,
    synthetic: false,
  }) as const;

describe('the copy of the day', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await freshFolder();
    await makeDump(database.db, folder, wanted('2026-06-01'));
  });

  test('is what it says, by its checksums and its schemas', async () => {
    const verified = await verifyDump(join(folder, '2026-06-01'));
    expect(verified.faults).toEqual([]);
    expect(verified.copy).toMatchObject({ day: '2026-06-01', site: 'https://parole.example' });
  });

  test('is made once', async () => {
    const before = await stat(join(folder, '2026-06-01', SUMS));
    expect(await makeDump(database.db, folder, wanted('2026-06-01'))).toEqual({ kind: 'there' });
    expect((await stat(join(folder, '2026-06-01', SUMS))).mtimeMs).toBe(before.mtimeMs);
  });

  test('takes no room twice for what is as it was the day before', async () => {
    const made = await makeDump(database.db, folder, wanted('2026-06-02'));
    const files = await dumpFiles(join(folder, '2026-06-02'));
    // All but what says the day: the description, the licence and the read-me.
    expect(made).toMatchObject({ kind: 'made', shared: files.length - 3 });
    const inode = async (day: string, name: string) => (await stat(join(folder, day, name))).ino;
    expect(await inode('2026-06-02', 'pactes.csv.gz')).toBe(await inode('2026-06-01', 'pactes.csv.gz'));
    expect((await verifyDump(join(folder, '2026-06-02'))).faults).toEqual([]);
  });

  test('goes away by the rule, and what stays is whole', async () => {
    for (const day of [3, 4, 5, 6, 7, 8, 9]) {
      await makeDump(database.db, folder, { ...wanted(`2026-06-0${day}`), resources: SOME });
    }
    expect(await dumpDays(folder)).toEqual([9, 8, 7, 6, 5, 4, 3, 1].map((day) => `2026-06-0${day}`));
    expect((await verifyDump(join(folder, '2026-06-01'))).faults).toEqual([]);
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

test('a copy half made is given to nobody, and the next one takes away what it left', async () => {
  const folder = await freshFolder();
  await mkdir(join(folder, '.en-cours-2026-05-31'));
  await writeFile(join(folder, '.en-cours-2026-05-31', 'pactes.csv'), 'à moitié');
  expect(await dumpDays(folder)).toEqual([]);
  await makeDump(database.db, folder, { ...wanted('2026-06-01'), resources: SOME });
  expect(await readdir(folder)).toEqual(['2026-06-01']);
});

test('killed in the middle, it leaves nothing that is given', async () => {
  const folder = await freshFolder();
  const errand = {
    databaseUrl: database.url,
    folder,
    day: '2026-06-01',
    now: '2026-06-01T02:00:00Z',
    site: 'https://parole.example',
  };
  // Somebody else holds a table that comes late: the copy waits there, half written.
  let killed: Promise<unknown> = Promise.resolve();
  await database.db.transaction().execute(async (holding) => {
    await sql`lock table review in access exclusive mode`.execute(holding);
    const child = spawn(process.execPath, [join(import.meta.dirname, 'dump-process.ts')], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    killed = once(child, 'close');
    child.stdin.end(JSON.stringify({ ...errand, synthetic: false }));
    await expect
      .poll(
        async () =>
          (await sql`select from pg_locks where not granted and relation = 'review'::regclass`.execute(holding)).rows
            .length,
        {
          timeout: 20_000,
        },
      )
      .toBe(1);
    expect((await readdir(join(folder, '.en-cours-2026-06-01'))).length).toBeGreaterThan(3);
    child.kill('SIGKILL');
    await killed;
  });
  expect(await dumpDays(folder)).toEqual([]);
  await expect
    .poll(async () => (await makeDump(database.db, folder, wanted('2026-06-01'))).kind, { timeout: 20_000 })
    .toBe('made');
  expect(await readdir(folder)).toEqual(['2026-06-01']);
  expect((await verifyDump(join(folder, '2026-06-01'))).faults).toEqual([]);
});

test('a full disk leaves the days that were there, and says so', async () => {
  const folder = await freshFolder();
  await makeDump(database.db, folder, { ...wanted('2026-06-01'), resources: SOME });
  const [first, ...others] = SOME;
  if (first === undefined) throw new Error('there are resources');
  const full = {
    ...first,
    typed: () => {
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    },
  };
  await expect(
    makeDump(database.db, folder, { ...wanted('2026-06-02'), resources: [...others, full] }),
  ).rejects.toThrow('no space left');
  expect(await readdir(folder)).toEqual(['2026-06-01']);
});

test('two at once make one', async () => {
  const folder = await freshFolder();
  const kinds = await Promise.all(
    [1, 2].map(async () => (await makeDump(database.db, folder, { ...wanted('2026-06-01'), resources: SOME })).kind),
  );
  expect(kinds.sort()).toEqual(['being-made', 'made']);
});

test('what changes while it is made is in none of its tables', async () => {
  const folder = await freshFolder();
  let told = false;
  const meanwhile = COPIED_RESOURCES.map((resource) => ({
    ...resource,
    typed: <Result>(use: Parameters<typeof resource.typed<Result>>[0]) => {
      // After the pacts, before what they say.
      if (resource.name !== 'engagements' || told) return resource.typed(use);
      told = true;
      return resource.typed<Result>((typed) =>
        use({
          ...typed,
          page: async (db, asked) => {
            if (asked.after === null)
              await publish(
                database.db,
                BRY,
                writePact({ list: 'En chemin (exemple)', commitments: [{ measure: 9, words: '9' }] }),
              );
            return await typed.page(db, asked);
          },
        }),
      );
    },
  }));
  await inSnapshot(database.db, (snapshot) =>
    writeDump(snapshot, folder, { ...wanted('2026-06-01'), resources: meanwhile }),
  );
  expect(told).toBe(true);
  for (const name of ['pactes.csv.gz', 'engagements.csv.gz', 'objets-pactes.jsonl.gz']) {
    const text = gunzipSync(await readFile(join(folder, name))).toString();
    expect([name, text.includes('(exemple)'), text.includes('En chemin')]).toEqual([name, true, false]);
  }
});

describe('a copy that somebody changed', () => {
  let whole = '';
  beforeAll(async () => {
    whole = await freshFolder();
    await makeDump(database.db, whole, { ...wanted('2026-06-01'), resources: SOME });
  });
  const changed = async (change: (folder: string) => Promise<void>) => {
    const made = await freshFolder();
    await cp(join(whole, '2026-06-01'), made, { recursive: true });
    await change(made);
    return (await verifyDump(made)).faults;
  };

  test('is told by the file', async () => {
    expect(await changed((made) => appendFile(join(made, 'pactes.parquet'), 'x'))).toEqual([
      { kind: 'changed', file: 'pactes.parquet' },
    ]);
    expect(await changed((made) => rm(join(made, 'plans.csv.gz')))).toContainEqual({
      kind: 'missing',
      file: 'plans.csv.gz',
    });
    expect(await changed((made) => writeFile(join(made, 'ajout.csv'), ''))).toEqual([
      { kind: 'not-listed', file: 'ajout.csv' },
    ]);
    expect(await changed((made) => rm(join(made, SUMS)))).toEqual([{ kind: 'no-dump' }]);
  });

  test('and by the row, when its checksums were changed with it', async () => {
    const faults = await changed(async (made) => {
      const file = join(made, 'pactes.jsonl.gz');
      await writeFile(
        file,
        gzipSync(
          gunzipSync(await readFile(file))
            .toString()
            .replace(/"pacte":\d+/u, '"pacte":"un"'),
        ),
      );
    });
    expect(faults).toEqual([
      { kind: 'changed', file: 'pactes.jsonl.gz' },
      { kind: 'bad-row', file: 'pactes.jsonl.gz', line: 1, columns: ['pacte'] },
    ]);
  });

  test('and by the line that names what is not there, which no site could load', async () => {
    let gone = '';
    const faults = await changed(async (made) => {
      const file = join(made, 'objets-documents.jsonl.gz');
      const [first = '', ...others] = gunzipSync(await readFile(file))
        .toString()
        .split('\n');
      gone = first;
      await writeFile(file, gzipSync(others.join('\n')));
    });
    const { document } = JSON.parse(gone) as { readonly document: { readonly id: number } };
    expect(faults.filter(({ kind }) => kind === 'no-parent')).toContainEqual({
      kind: 'no-parent',
      file: 'objets-pactes.jsonl.gz',
      line: 1,
      table: 'pact',
      column: 'document_id',
      key: String(document.id),
      parent: 'document.id',
    });
  });
});

test('a copy from before there were any objects of a kind has none of them to load', async () => {
  const found: string[] = [];
  for await (const lines of objectsIn(await freshFolder())('partenaires')) found.push(...lines);
  expect(found).toEqual([]);
});

test('the night makes it apart from the server, once a day, from two in the morning in Paris', async () => {
  const dataDirectory = await freshFolder();
  const live = { databaseUrl: database.url, closing: new AbortController().signal };
  const config = { ...readConfig({ DATA_DIR: dataDirectory }), publicOrigin: 'https://parole.example' };
  const round = async (at: string) => await makeDumpWhenDue({ config, db: database.db, live }, new Date(at));
  expect(await round('2026-06-01T23:59:00Z')).toBeNull();
  expect(await round('2026-06-02T00:01:00Z')).toMatchObject({ kind: 'made' });
  expect(await round('2026-06-02T13:00:00Z')).toBeNull();
  expect(await dumpDays(join(dataDirectory, 'dumps'))).toEqual(['2026-06-02']);
});
