import { expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { giveMailUp } from '#server/storage/mail-delivery.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { Misuse } from './command.ts';
import { command } from './mail.ts';

const database = withTestDatabase();

async function run(...args: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await command.run(args, {
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
    withRuntime: (work) => work({ config: readConfig({}, '/'), db: database.db }),
  });
  return { code, said, complained };
}

test('an operator sees what did not go and why, never what it says, and has it tried again', async () => {
  const at = new Date('2026-03-01T10:00:00Z');
  expect(await run()).toEqual({ code: 0, said: [], complained: ['Tous les mails sont partis.'] });
  await storesOn(database.db).mail.queue({
    to: 'zoe@exemple.fr',
    content: { kind: 'email-changed', domain: 'secret.example' },
    at,
  });
  expect((await run()).said[1]).toMatch(/\temail-changed\tzoe@exemple\.fr\t.*\ten attente, prochain essai /);
  const { id } = await database.db.selectFrom('mail').select('id').executeTakeFirstOrThrow();
  expect((await run('retry', String(id))).code).toBe(1);

  await giveMailUp(database.db, id, { at, error: '550 no such mailbox' });
  const { said } = await run();
  expect(said[1]).toMatch(/abandonné le 1er mars 2026 à 11\sh\s00\t0\t550 no such mailbox$/);
  expect(said.join()).not.toContain('secret.example');
  expect(await run('retry', String(id))).toMatchObject({ code: 0, complained: [] });
  expect((await run()).said[1]).toContain('en attente');
});

test.each([['retry'], ['retry', 'x'], ['envoyer', '1'], ['retry', '1', '2']])(
  'mail %s %s is a misuse',
  async (...args) => {
    await expect(run(...args)).rejects.toThrow(Misuse);
  },
);

test('a limit that is none is a misuse', async () => {
  await expect(run('--limit', '0')).rejects.toThrow(Misuse);
});
