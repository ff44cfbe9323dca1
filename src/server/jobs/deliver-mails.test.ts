import { expect, test } from 'vitest';
import { createTestDatabase, withTestDatabase } from '#tests/database.ts';
import { startMailServer } from '../mail/testing/mail-server.ts';
import { openDatabase } from '../storage/connection.ts';
import { storesOn } from '../stores.ts';
import { startDelivering } from './deliver-mails.ts';

const database = withTestDatabase();
const from = 'bonjour@parole.example';

function fail(error: unknown): never {
  throw error;
}

async function queue(to: string): Promise<void> {
  const content = { kind: 'email-changed', domain: 'exemple.org' } as const;
  await storesOn(database.db).mail.queue({ to, content, at: new Date() });
}

/** A promise, and the way to keep it. */
function gate(): { readonly reached: Promise<void>; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { reached: promise, open: () => resolve(undefined) };
}

test('stopping waits for the mail under way, and leaves the next one for later', async () => {
  const [arrived, taken] = [gate(), gate()];
  const server = await startMailServer({
    whileReceiving: async () => {
      arrived.open();
      await taken.reached;
    },
  });
  await queue('un@exemple.fr');
  await queue('deux@exemple.fr');
  const config = { mail: { url: server.url, from }, publicOrigin: 'https://parole.example', port: 0 };
  const delivery = startDelivering({ db: database.db, config }, { onFailure: fail });
  await arrived.reached;
  const stopped = delivery.stop();
  taken.open();
  await stopped;
  await server.close();
  const mails = await database.db.selectFrom('mail').select(['recipient', 'sentAt']).orderBy('id').execute();
  expect(mails.map(({ recipient, sentAt }) => [recipient, sentAt !== null])).toEqual([
    ['un@exemple.fr', true],
    ['deux@exemple.fr', false],
  ]);
  expect(server.received.map(({ to }) => to)).toEqual([['un@exemple.fr']]);
});

test('a mail written while nothing was due goes by itself', async () => {
  const arrived = gate();
  const server = await startMailServer({ whileReceiving: async () => arrived.open() });
  await database.db.deleteFrom('mail').execute();
  const config = { mail: { url: server.url, from }, publicOrigin: null, port: 4321 };
  const delivery = startDelivering({ db: database.db, config }, { onFailure: fail, everyMilliseconds: 5 });
  await queue('trois@exemple.fr');
  await arrived.reached;
  await delivery.stop();
  await server.close();
  expect(server.received.map(({ to }) => to)).toEqual([['trois@exemple.fr']]);
  expect(server.received[0]?.mail.text).toContain('http://localhost:4321');
});

test('without a mail server nothing goes, and nothing is lost', async () => {
  await database.db.deleteFrom('mail').execute();
  await queue('quatre@exemple.fr');
  const delivery = startDelivering(
    { db: database.db, config: { mail: null, publicOrigin: null, port: 3000 } },
    { onFailure: fail },
  );
  await delivery.stop();
  expect(await database.db.selectFrom('mail').select(['recipient', 'tries']).execute()).toEqual([
    { recipient: 'quatre@exemple.fr', tries: 0 },
  ]);
});

test('a round that fails is told, and the next one follows', async () => {
  const withoutTables = openDatabase(await createTestDatabase({ content: 'empty' }));
  const twice = gate();
  const failures: unknown[] = [];
  const config = { mail: { url: 'smtp://127.0.0.1:9', from }, publicOrigin: null, port: 0 };
  const delivery = startDelivering(
    { db: withoutTables, config },
    {
      onFailure: (error) => {
        failures.push(error);
        if (failures.length === 2) twice.open();
      },
      everyMilliseconds: 1,
    },
  );
  await twice.reached;
  await delivery.stop();
  await withoutTables.destroy();
  expect(failures.length).toBeGreaterThanOrEqual(2);
});
