import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { ENTRY_BYTES_LIMIT } from '#use-cases/bulk-entry/bring-entry.ts';
import { withTestDatabase } from '#tests/database.ts';
import { settle } from '#tests/world.ts';
import { Misuse } from './command.ts';
import { command } from './entry.ts';

const database = withTestDatabase();
const folder = mkdtempSync(join(tmpdir(), 'entry-'));
beforeAll(() => settle(database.db));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: readonly string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await command.run(args, {
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
    withRuntime: (work) => work({ config: readConfig({}, tmpdir()), db: database.db }),
  });
  return { code, said, complained };
}

test('the operator brings a table, and is told where the team reviews it', async () => {
  const file = join(folder, 'engagements.csv');
  writeFileSync(file, 'code_commune;liste;charte;mesure\n94052;Par la commande;pacte-transition-2020;1\n');
  expect(await run('add', file, '--by', 'claire')).toMatchObject({
    code: 0,
    said: [expect.stringMatching(/^1 élément apporté .*\/equipe\/saisies\/\d+$/)],
  });
  const { broughtBy } = await database.db.selectFrom('bulkEntry').select('broughtBy').executeTakeFirstOrThrow();
  expect(broughtBy).toBe('claire');
});

test('a file that is not there, too large, or no such table is told; what is misused too', async () => {
  const huge = join(folder, 'huge.zip');
  writeFileSync(huge, '');
  truncateSync(huge, ENTRY_BYTES_LIMIT + 1);
  const other = join(folder, 'autre.csv');
  writeFileSync(other, 'a;b\n1;2\n');
  for (const [path, why] of [
    [join(folder, 'absent.zip'), 'Il n’y a pas de fichier'],
    [huge, 'dépasse 100 Mo'],
    [other, 'n’est pas un de nos tableaux'],
  ] as const) {
    expect(await run('add', path)).toMatchObject({ code: 1, complained: [expect.stringContaining(why)] });
  }
  for (const args of [[], ['add'], ['remove', 'x'], ['add', 'x', 'y']])
    await expect(run(...args)).rejects.toThrow(Misuse);
});
