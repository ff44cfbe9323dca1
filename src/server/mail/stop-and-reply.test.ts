import { afterAll, beforeAll, expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import type { MailContent } from '#use-cases/mail/mail-content.ts';
import { storesOn } from '../stores.ts';
import { deliverDue } from './deliver.ts';
import { startMailServer, type MailServer } from './testing/mail-server.ts';
import { openTransport } from './transport.ts';

const database = withTestDatabase();
const NOW = new Date('2026-03-01T10:00:00Z');
let server: MailServer;

beforeAll(async () => {
  server = await startMailServer();
});
afterAll(async () => {
  await server.close();
});

async function sent(content: MailContent) {
  await storesOn(database.db).mail.queue({ to: 'zoe@exemple.fr', content, at: NOW });
  const transport = openTransport({ url: server.url, from: 'bonjour@parole.example', name: 'Parole tenue' });
  const address = 'https://parole.example';
  await deliverDue({ db: database.db, transport, address, domain: 'parole.example', now: () => NOW });
  transport.close();
  return server.received.at(-1)?.mail;
}

test('a mail to somebody without an account says how to receive no more, in its words and to the mail program', async () => {
  const mail = await sent({ kind: 'wish-kept', place: 'Nogent', municipality: '94052', wishes: 1, stop: 'abc' });
  expect(mail?.text).toContain('https://parole.example/souhaits/abc');
  expect(mail?.html).toContain('href="https://parole.example/souhaits/abc"');
  expect(mail?.headers.find(({ key }) => key === 'list-unsubscribe')?.value).toContain('/souhaits/abc');
  expect(mail?.replyTo ?? []).toEqual([]);
});

test('a letter to a collective is answered straight to who wrote it, and cannot slip a header in', async () => {
  const mail = await sent({
    kind: 'message-to-collective',
    collective: { id: 3, slug: 'nogent', name: 'Collectif de Nogent' },
    from: 'habitante@exemple.fr',
    name: 'Une habitante',
    subject: 'Le marché\r\nBcc: autre@exemple.fr',
    message: 'Bonjour <b>vous</b>',
  });
  expect(mail?.replyTo).toEqual([{ address: 'habitante@exemple.fr', name: '' }]);
  expect(mail?.bcc ?? []).toEqual([]);
  expect(mail?.subject).toBe('Collectif de Nogent – Le marché Bcc: autre@exemple.fr');
  expect(mail?.html).toContain('&lt;b&gt;vous&lt;/b&gt;');
  expect(mail?.headers.some(({ key }) => key === 'list-unsubscribe')).toBe(false);
});
