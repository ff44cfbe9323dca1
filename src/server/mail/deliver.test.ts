import { afterEach, beforeEach, expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import type { MailContent } from '#use-cases/mail/mail-content.ts';
import { forgetMails, keptMails, lastCodeMail, retryMail, undeliveredMails } from '../storage/mail-delivery.ts';
import { storesOn } from '../stores.ts';
import { deliverDue, PATIENCE_IN_MINUTES } from './deliver.ts';
import { startMailServer, type MailServer } from './testing/mail-server.ts';
import { openTransport } from './transport.ts';

const database = withTestDatabase();
const NOW = new Date('2026-03-01T10:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const CHANGED: MailContent = { kind: 'email-changed', domain: 'exemple.org' };
const CODE: MailContent = {
  kind: 'proof-code',
  purpose: 'sign-in',
  about: null,
  code: '012345',
  link: '/connexion/lien/abc',
  minutes: 15,
};

const opened: MailServer[] = [];
beforeEach(async () => {
  await database.db.deleteFrom('mail').execute();
});
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
});

async function server(options?: Parameters<typeof startMailServer>[0]): Promise<MailServer> {
  const started = await startMailServer(options);
  opened.push(started);
  return started;
}

async function queue(to: string, content: MailContent = CHANGED): Promise<void> {
  await storesOn(database.db).mail.queue({ to, content, at: NOW });
}

async function deliver(url: string, at: Date = NOW) {
  const transport = openTransport({ url, from: 'bonjour@parole.example', name: 'Parole tenue' });
  const address = 'https://parole.example';
  try {
    return await deliverDue({ db: database.db, transport, address, domain: 'parole.example', now: () => at });
  } finally {
    transport.close();
  }
}

test('a mail arrives as it was written, in text and in HTML, with the address of the site', async () => {
  const { url, received } = await server();
  await queue('zoe@exemple.fr', CODE);
  expect(await deliver(url)).toEqual({ sent: 1, refused: 0, later: 0 });
  const [{ from, to, mail } = { from: '', to: [], mail: null }] = received;
  expect(from).toBe('bonjour@parole.example');
  expect(to).toEqual(['zoe@exemple.fr']);
  expect(mail?.from).toEqual({ address: 'bonjour@parole.example', name: 'Parole tenue' });
  expect(mail?.subject).toBe('012 345 : votre code pour vous connecter');
  expect(mail?.text).toContain('012 345');
  expect(mail?.text).toContain('https://parole.example/connexion/lien/abc');
  expect(mail?.text).toContain('Voici votre code pour vous connecter. Recopiez-le');
  expect(mail?.html).toContain('<a href="https://parole.example/connexion/lien/abc">');
  expect(mail?.html).not.toMatch(/<img|src=/);
});

test('a mail that went is not sent again, and what it said is gone', async () => {
  const { url, received } = await server();
  await queue('zoe@exemple.fr', CODE);
  await deliver(url);
  await deliver(url, later(60));
  expect(received).toHaveLength(1);
  const row = await database.db.selectFrom('mail').selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ content: null, sentAt: NOW, nextTryAt: null, failedAt: null });
});

test('letters of every alphabet arrive whole, in the subject too', async () => {
  const { url, received } = await server();
  await storesOn(database.db).mail.queue({
    to: 'zoé@exemple.fr',
    content: { ...CODE, about: 'L’Haÿ-les-Roses, Ñandú, Ωμέγα, 日本' },
    at: NOW,
  });
  await deliver(url);
  expect(await undeliveredMails(database.db, { limit: 5 })).toEqual([]);
  expect(received[0]?.to).toEqual(['zoé@exemple.fr']);
  await queue('zoe@exemple.fr', { ...CODE, about: 'L’Haÿ-les-Roses, Ñandú, Ωμέγα, 日本' });
  await deliver(url);
  expect(received.at(-1)?.mail.text).toContain('L’Haÿ-les-Roses, Ñandú, Ωμέγα, 日本');
});

test('nothing typed by somebody becomes a header, a second recipient or markup', async () => {
  const { url, received } = await server();
  const about = 'Dupont\r\nBcc: tous@exemple.fr\r\n\r\n<script>alert(1)</script>';
  await queue('zoe@exemple.fr', { ...CODE, about });
  await queue('zoe@exemple.fr', { kind: 'email-changed', domain: 'x.fr\r\nSubject: gagné' });
  await deliver(url);
  expect(received.map(({ to }) => to)).toEqual([['zoe@exemple.fr'], ['zoe@exemple.fr']]);
  for (const { mail } of received) {
    expect(mail.bcc ?? []).toEqual([]);
    expect(mail.headers.filter(({ key }) => key === 'subject')).toHaveLength(1);
    expect(mail.html).not.toContain('<script>');
  }
});

test('a recipient that the server refuses is given up at once, with what it answered', async () => {
  const { url } = await server({ refuses: () => ({ code: 550, text: 'no such mailbox here' }) });
  await queue('personne@exemple.fr', CODE);
  expect(await deliver(url)).toEqual({ sent: 0, refused: 1, later: 0 });
  expect(await lastCodeMail(database.db, 'Personne@exemple.fr')).toMatchObject({
    failedAt: NOW,
    sentAt: null,
    lastError: expect.stringContaining('no such mailbox here') as string,
  });
});

test('one recipient refused or asked to wait does not hold up the others', async () => {
  const { url, received } = await server({
    refuses: (to) =>
      to.startsWith('pleine') ? { code: 452, text: 'full' } : to.startsWith('non') ? { code: 550, text: 'no' } : null,
  });
  for (const to of ['pleine@exemple.fr', 'non@exemple.fr', 'zoe@exemple.fr']) await queue(to);
  expect(await deliver(url)).toEqual({ sent: 1, refused: 1, later: 1 });
  expect(received.map(({ to }) => to)).toEqual([['zoe@exemple.fr']]);
  const [waiting] = (await undeliveredMails(database.db, { limit: 9 })).filter((mail) => mail.failedAt === null);
  expect(waiting).toMatchObject({ recipient: 'pleine@exemple.fr', tries: 1, nextTryAt: later(1) });
});

test('a server that is down loses nothing: mails go once it is back', async () => {
  const down = await startMailServer();
  await down.close();
  for (const to of ['un@exemple.fr', 'deux@exemple.fr']) await queue(to);
  expect(await deliver(down.url)).toEqual({ sent: 0, refused: 0, later: 1 });
  const { url, received } = await server({ port: down.port });
  expect(await deliver(url, later(1))).toEqual({ sent: 2, refused: 0, later: 0 });
  expect(received.map(({ to }) => to[0]).toSorted()).toEqual(['deux@exemple.fr', 'un@exemple.fr']);
});

test('after a day and a half of tries a mail is given up, dated, and can be tried again by hand', async () => {
  const down = await startMailServer();
  await down.close();
  await queue('zoe@exemple.fr');
  let at = NOW;
  for (const minutes of [...PATIENCE_IN_MINUTES, 0]) {
    await deliver(down.url, at);
    at = new Date(at.getTime() + minutes * 60_000);
  }
  const [given] = await undeliveredMails(database.db, { limit: 1 });
  expect(given).toMatchObject({ failedAt: at, nextTryAt: null, tries: PATIENCE_IN_MINUTES.length + 1 });
  const { url, received } = await server();
  await deliver(url, later(9999));
  expect(received).toHaveLength(0);
  expect(await retryMail(database.db, given?.id ?? 0, later(9999))).toBe(true);
  await deliver(url, later(9999));
  expect(received).toHaveLength(1);
});

test('a code that is over does not go', async () => {
  const { url, received } = await server();
  await queue('zoe@exemple.fr', CODE);
  expect(await deliver(url, later(16))).toEqual({ sent: 0, refused: 1, later: 0 });
  expect(received).toHaveLength(0);
});

test('two processes that deliver at once send each mail once', async () => {
  const { url, received } = await server();
  for (let mail = 0; mail < 12; mail += 1) await queue(`voisine-${mail}@exemple.fr`);
  await Promise.all([deliver(url), deliver(url), deliver(url)]);
  expect(received.map(({ to }) => to[0]).toSorted()).toHaveLength(12);
  expect(new Set(received.map(({ to }) => to[0])).size).toBe(12);
});

test('killed after the server took a mail: the same mail, not another, goes again when its claim is over', async () => {
  const { url, received } = await server();
  await queue('zoe@exemple.fr');
  const transport = openTransport({ url, from: 'bonjour@parole.example', name: 'Parole tenue' });
  const killed = deliverDue({
    db: database.db,
    transport: {
      ...transport,
      send: async (envelope) => {
        await transport.send(envelope);
        throw new Error('killed');
      },
    },
    address: 'https://parole.example',
    domain: 'parole.example',
    now: () => NOW,
  });
  await expect(killed).rejects.toThrow('killed');
  transport.close();
  expect(await deliver(url, later(9))).toEqual({ sent: 0, refused: 0, later: 0 });
  expect(await deliver(url, later(10))).toEqual({ sent: 1, refused: 0, later: 0 });
  expect(received).toHaveLength(2);
  expect(received[0]?.mail.messageId).toBe(received[1]?.mail.messageId);
});

test('without a mail server mails are read newest first, and forgotten after 30 days', async () => {
  await queue('un@exemple.fr');
  await queue('deux@exemple.fr');
  expect((await keptMails(database.db, { limit: 9 })).map((mail) => mail.recipient)).toEqual([
    'deux@exemple.fr',
    'un@exemple.fr',
  ]);
  expect(await forgetMails(database.db, later(30 * 24 * 60))).toBe(0);
  expect(await forgetMails(database.db, later(30 * 24 * 60 + 1))).toBe(2);
});

test('the mail of an act that is refused never goes', async () => {
  const stores = storesOn(database.db);
  await stores.together(async (all) => {
    await all.mail.queue({ to: 'zoe@exemple.fr', content: CHANGED, at: NOW });
    return { ok: false, refusal: { kind: 'no' } };
  });
  expect(await undeliveredMails(database.db, { limit: 9 })).toEqual([]);
});
