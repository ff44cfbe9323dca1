/** What a request of an organisation and its decision send, through a real mail server. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { deliverDue } from '#server/mail/deliver.ts';
import { startMailServer, type MailServer } from '#server/mail/testing/mail-server.ts';
import { openTransport } from '#server/mail/transport.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor, addressOf, newPerson } from '#tests/people.ts';
import { OPERATOR } from '#tests/world.ts';
import type { Person } from '#domain/access/gate.ts';
import { giveRole } from '../campaign/give-role.ts';
import { askPartnership } from './ask-partnership.ts';
import { nameNationalMember, setNationalRule } from './national-committees.ts';
import { voteOnPartner } from './vote-on-partner.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const NOW = new Date('2031-03-01T10:00:00Z');
const TEAM: Person = { kind: 'person', id: 'p-team', holds: [{ role: 'national-team' }] };
const as = async (name: string) => await actorFor(database.db, `p-${name}`);
let server: MailServer;

beforeAll(async () => {
  server = await startMailServer();
  for (const name of ['lou', 'ana', 'bob', 'team']) await newPerson(database.db, name);
  await giveRole(stores(), OPERATOR, { email: addressOf('team'), role: { role: 'national-team' } }, NOW);
});
afterAll(async () => {
  await server.close();
});
beforeEach(async () => {
  await database.db.deleteFrom('mail').execute();
});

const ask = async (name: string, by: string): Promise<number> => {
  const website = `https://${name}.example`;
  const words = { name, website, about: 'Le <b>vélo</b>', quality: 'membre', shownName: '' };
  const done = await askPartnership(stores(), await as(by), words, NOW);
  if (!done.ok) throw new Error(done.refusal.kind);
  return done.value.organisation;
};
const vote = async (organisation: number, by: string, said: 'for' | 'against') =>
  await voteOnPartner(stores(), await as(by), { organisation, version: 1, vote: said, reason: 'Connue ici' }, NOW);

/** What arrived since the last time, by whom it reached. */
async function arrived() {
  const before = server.received.length;
  const transport = openTransport({ url: server.url, from: 'bonjour@parole.example', name: 'Parole tenue' });
  const address = 'https://parole.example';
  await deliverDue({ db: database.db, transport, address, domain: 'parole.example', now: () => NOW });
  transport.close();
  return new Map(server.received.slice(before).map(({ to, mail }) => [to[0] ?? '', mail]));
}

test('while nobody sits or no rule is said, the national team is told that nobody can decide', async () => {
  await ask('avant', 'lou');
  const mails = await arrived();
  expect([...mails.keys()]).toEqual([addressOf('team')]);
  expect(mails.get(addressOf('team'))?.text).toContain('nommez des membres');
  for (const name of ['ana', 'bob']) {
    const seat = { committee: 'steering', email: addressOf(name), quality: 'membre', organisation: null } as const;
    await nameNationalMember(stores(), TEAM, { ...seat, since: '2031-01-01' }, NOW);
  }
  await ask('sans-regle', 'lou');
  const again = await arrived();
  expect([...again.keys()].sort()).toEqual([addressOf('ana'), addressOf('bob'), addressOf('team')]);
  expect(again.get(addressOf('team'))?.text).toContain('combien de voix décident');
  const rule = { committee: 'steering', since: '2031-03-01', votesNeeded: 1 } as const;
  await setNationalRule(stores(), TEAM, rule, NOW);
});

test('the members who may vote are told of a request, with what it says and where to vote; who asked is not', async () => {
  const organisation = await ask('pistes', 'ana');
  const mails = await arrived();
  expect([...mails.keys()]).toEqual([addressOf('bob')]);
  const mail = mails.get(addressOf('bob'));
  expect(mail?.subject).toBe('Une demande attend le comité de pilotage : pistes');
  expect(mail?.text).toContain(`https://parole.example/partenaires/demandes#demande-${organisation}`);
  expect(mail?.text).toContain('Le <b>vélo</b>');
  expect(mail?.html).not.toContain('<b>vélo');
});

test.each([
  ['for', 'acceptée', '1 pour, 0 contre', '/espace'],
  ['against', 'refusée', '0 pour, 1 contre', ''],
] as const)('who asked, and the other members, are told of the decision: %s', async (said, word, count, end) => {
  const organisation = await ask(`arbres-${said}`, 'lou');
  await arrived();
  await vote(organisation, 'bob', said);
  const mails = await arrived();
  expect([...mails.keys()].sort()).toEqual([addressOf('ana'), addressOf('lou')]);
  expect(mails.get(addressOf('ana'))?.subject).toContain(word);
  const answer = mails.get(addressOf('lou'))?.text ?? '';
  expect(answer).toContain(word);
  expect(answer).toContain(count);
  expect(answer).toContain(`https://parole.example/partenaires/${organisation}${end}\n`);
});

test('a vote that decides nothing yet sends nothing', async () => {
  const rule = { committee: 'steering', since: '2031-03-02', votesNeeded: 2 } as const;
  await setNationalRule(stores(), TEAM, rule, NOW);
  const organisation = await ask('haies', 'lou');
  await arrived();
  const tomorrow = new Date('2031-03-02T10:00:00Z');
  await voteOnPartner(stores(), await as('ana'), { organisation, version: 1, vote: 'for', reason: 'Oui' }, tomorrow);
  expect((await arrived()).size).toBe(0);
});
