import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { editionWithdrawal } from '#server/storage/edition-withdrawals.ts';
import { withTestDatabase } from '#tests/database.ts';
import { draftOfMadeEdition, MADE } from '#tests/made-edition.ts';
import { Misuse } from './command.ts';
import { command } from './edition.ts';

const database = withTestDatabase();

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

test('an edition is listed, published once, withdrawn from use, offered again, and taken away with the text of its hash', async () => {
  expect(await run('list')).toMatchObject({ code: 0, said: [expect.stringContaining('Aucune')] });
  const draft = String(await draftOfMadeEdition(database.db));
  expect((await run('list')).said[0]).toMatch(new RegExp(`^${draft}\\t${MADE}\\ten cours`));
  const published = await run('publish', draft);
  expect(published).toMatchObject({ code: 0, complained: [] });
  expect(await run('publish', draft)).toMatchObject({ code: 1, complained: ['Cette édition est déjà publiée.'] });
  expect(await run('withdraw', MADE)).toMatchObject({ code: 1, complained: [expect.stringContaining('pourquoi')] });
  expect(await run('withdraw', MADE, 'Remplacée par celle de 2038.')).toMatchObject({ code: 0 });
  expect(await editionWithdrawal(database.db, MADE)).toMatchObject({ reason: 'Remplacée par celle de 2038.' });
  expect(await run('offer', MADE)).toMatchObject({ code: 0 });
  const [text = ''] = (await run('export', MADE)).said;
  expect(published.said.join('\n')).toContain(createHash('sha256').update(text, 'utf8').digest('hex'));
});

test('what is not there is told, what is misused too', async () => {
  expect(await run('withdraw', 'inconnue', 'Inconnue')).toMatchObject({ code: 1 });
  expect(await run('export', 'inconnue')).toMatchObject({ code: 1, complained: [expect.stringContaining('inconnue')] });
  for (const args of [[], ['offer', MADE, 'pourquoi'], ['publish'], ['publish', 'x'], ['offer']])
    await expect(run(...args)).rejects.toThrow(Misuse);
});

test('what stands in the way of publishing is told line by line', async () => {
  const draft = await draftOfMadeEdition(database.db, { id: 'autre-2032' });
  await database.db.updateTable('draftMeasure').set({ reason: '' }).where('draftId', '=', draft).execute();
  const refused = await run('publish', String(draft));
  expect(refused.code).toBe(1);
  expect(refused.complained.length).toBeGreaterThan(3);
});
