import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import type { Db } from '#server/storage/connection.ts';
import { pactPage } from '#server/storage/pact-page.ts';
import { withTestDatabase } from '#tests/database.ts';
import { buildWorld, settle, type World } from '#tests/world.ts';
import { Misuse } from './command.ts';
import { command } from './dump.ts';

const database = withTestDatabase();
const other = withTestDatabase();
const bare = withTestDatabase();
let folder = '';
let world: World;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-'));
  world = await buildWorld(database.db);
  await settle(other.db);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Runs the command as the terminal would, on `db`. */
async function run(db: Db, ...args: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await command.run(args, {
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
    withRuntime: (work) => work({ config: readConfig({ DATA_DIR: join(folder, 'data') }), db }),
  });
  return { code, said, complained };
}

test('make, verify, load elsewhere: the whole way', async () => {
  const copy = join(folder, 'copie');
  expect((await run(database.db, 'make', '--into', copy)).code).toBe(0);
  expect(await run(database.db, 'make', '--into', copy)).toMatchObject({
    code: 1,
    complained: [expect.stringContaining('n’est pas vide')],
  });
  const verified = await run(database.db, 'verify', copy);
  expect([verified.code, verified.said[0]]).toEqual([0, expect.stringContaining('est intacte')]);
  expect(await run(database.db, 'load', copy)).toMatchObject({
    code: 1,
    complained: [expect.stringContaining('Ce site n’est pas vide')],
  });
  const loaded = await run(other.db, 'load', copy);
  expect([loaded.code, loaded.said.at(-1)]).toEqual([
    0,
    expect.stringContaining('pactes 3, plans 1, bilans 0, collectifs 0'),
  ]);
  const before = await pactPage(database.db, { id: world.demain });
  const after = await pactPage(other.db, { id: world.demain });
  expect(after).toEqual(before);
});

test('a copy that names communes that are not here is not loaded, not even in part', async () => {
  const copy = join(folder, 'copie');
  const refused = await run(bare.db, 'load', copy);
  expect([refused.code, refused.complained[0]]).toEqual([1, expect.stringContaining('Rien n’a été rechargé')]);
  expect(await bare.db.selectFrom('document').select('id').execute()).toEqual([]);
});

test('a copy that was changed is loaded into nothing', async () => {
  const copy = join(folder, 'changée');
  await cp(join(folder, 'copie'), copy, { recursive: true });
  const file = join(copy, 'objets-pactes.jsonl.gz');
  await writeFile(
    file,
    gzipSync(
      gunzipSync(await readFile(file))
        .toString()
        .replaceAll('accepted', 'refused'),
    ),
  );
  expect(await run(other.db, 'load', copy)).toMatchObject({
    code: 1,
    complained: [expect.stringContaining('objets-pactes.jsonl.gz : n’est plus le même')],
  });
});

test('the copy of the day is made once, and what is no copy is told', async () => {
  expect((await run(database.db, 'make')).said[0]).toContain('Copie faite');
  expect((await run(database.db, 'make')).said[0]).toContain('est déjà là');
  expect((await run(database.db, 'verify', folder)).complained).toEqual([
    'Ce dossier n’est pas une copie publique : SHA256SUMS ou datapackage.json manque.',
  ]);
  for (const args of [[], ['make', 'folder'], ['verify'], ['load'], ['autre', 'x'], ['verify', 'a', 'b']]) {
    await expect(run(database.db, ...args)).rejects.toBeInstanceOf(Misuse);
  }
});
