import { beforeAll, describe, expect, test } from 'vitest';
import { storesOn } from '#server/stores.ts';
import { active, joined, requested } from '#tests/collectives.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor, addressOf, codeSentTo, mailsTo, newPerson } from '#tests/people.ts';
import { NOGENT, settle, THEN } from '#tests/world.ts';
import { checkMembers, sayNamesake } from './check-members.ts';
import { askToJoin } from './join-collective.ts';
import { announce, cancelAnnounced, changeAnnounced } from './write-agenda.ts';
import { askToWrite, sendToCollective } from './write-to-collective.ts';

const database = withTestDatabase();
const db = () => database.db;
const stores = () => storesOn(database.db);
const ANYONE = { kind: 'anyone' } as const;
const JOB = { kind: 'job', name: 'collectives' } as const;

beforeAll(async () => {
  await settle(database.db);
});

describe('writing to a collective', () => {
  const letter = { name: 'Une\nhabitante', subject: 'Le marché\r\nBcc: x@y.fr', message: 'Bonjour,\n\nquand ?' };

  test('reaches its coordinators once the address is proved, with an answer that goes straight back', async () => {
    const { id, founder } = await active(db(), { founder: 'ana', places: [NOGENT] });
    await joined(db(), { id, by: founder, name: 'bob' });
    const email = addressOf('visitor');
    const asked = await askToWrite(stores(), ANYONE, { ...letter, collective: id, email }, THEN);
    if (!asked.ok) throw new Error(asked.refusal.kind);
    expect((await mailsTo(db(), addressOf('ana'))).map(({ kind }) => kind)).not.toContain('message-to-collective');
    const proved = { collective: id, proof: asked.value.proof, code: await codeSentTo(db(), email) };
    expect(await sendToCollective(stores(), ANYONE, proved, THEN)).toMatchObject({ ok: true });
    expect((await mailsTo(db(), addressOf('ana'))).at(-1)).toMatchObject({
      kind: 'message-to-collective',
      from: email,
      name: 'Une habitante',
      subject: 'Le marché Bcc: x@y.fr',
      message: 'Bonjour,\n\nquand ?',
    });
    expect((await mailsTo(db(), addressOf('bob'))).map(({ kind }) => kind)).not.toContain('message-to-collective');
    // The same code sends nothing twice.
    expect(await sendToCollective(stores(), ANYONE, proved, THEN)).toMatchObject({ refusal: { kind: 'used-code' } });
  });

  test('a code for one collective writes to no other, and one that nobody confirmed receives nothing', async () => {
    const { id } = await active(db(), { founder: 'cid', places: [NOGENT] });
    const other = await active(db(), { founder: 'dee', places: [NOGENT] });
    const email = addressOf('prober');
    const asked = await askToWrite(stores(), ANYONE, { ...letter, collective: id, email }, THEN);
    if (!asked.ok) throw new Error(asked.refusal.kind);
    const code = await codeSentTo(db(), email);
    const elsewhere = { collective: other.id, proof: asked.value.proof, code };
    expect(await sendToCollective(stores(), ANYONE, elsewhere, THEN)).toMatchObject({ ok: false });
    const waiting = await requested(db(), { founder: 'eve', places: [NOGENT] });
    const early = await askToWrite(stores(), ANYONE, { ...letter, collective: waiting.id, email }, THEN);
    expect(early).toMatchObject({ refusal: { kind: 'not-allowed' } });
    const empty = await askToWrite(stores(), ANYONE, { ...letter, message: ' ', collective: id, email }, THEN);
    expect(empty).toMatchObject({ refusal: { kind: 'text-missing', field: 'message' } });
  });
});

describe('a name that stands on a list', () => {
  async function listWith(family: string, given: string): Promise<void> {
    const { id } = await db()
      .insertInto('candidateList')
      .values({
        electionId: 'municipales-2026',
        municipalityCode: '94052',
        name: `Liste de ${given}`,
        nameKey: `liste ${given.toLowerCase()}`,
        constituencyCode: '',
        leaderKey: '',
        firstRound: 1,
        source: 'exemple',
        enteredAs: 'operator',
        enteredAt: THEN,
        changedAt: THEN,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db()
      .insertInto('candidate')
      .values({ listId: id, round: 1, position: 4, familyName: family, givenName: given })
      .execute();
  }

  test('is told to the coordinators when asking to join', async () => {
    await listWith('EXEMPLE', 'Hugo');
    const { id } = await active(db(), { founder: 'fay', places: [NOGENT] });
    const person = await actorFor(db(), await newPerson(db(), 'hugo'));
    const charter = await stores().collectives.charterVersion();
    const request = { collective: id, name: 'Hugo Exemple', declaration: 'neither', charter, message: '' };
    expect(await askToJoin(stores(), person, request, THEN)).toMatchObject({ ok: true });
    expect(await stores().joining.requests(id)).toMatchObject([{ lists: [{ name: 'Liste de Hugo' }] }]);
    expect((await mailsTo(db(), addressOf('fay'))).at(-1)).toMatchObject({
      kind: 'join-asked',
      onLists: ['Liste de Hugo'],
    });
  });

  test('of a list published later is told once to the member and the coordinators, who may say a namesake', async () => {
    const { id, founder } = await active(db(), { founder: 'gus', places: [NOGENT] });
    const member = await joined(db(), { id, by: founder, name: 'ivy' });
    expect((await stores().collectives.member(id, member))?.flagged).toBeNull();
    await listWith('EXEMPLE', 'Ivy');
    expect(await checkMembers(stores(), ANYONE, THEN)).toMatchObject({ refusal: { kind: 'not-allowed' } });
    expect(await checkMembers(stores(), JOB, THEN)).toMatchObject({ ok: true });
    expect((await stores().collectives.member(id, member))?.flagged).toMatchObject({ namesake: false });
    expect((await mailsTo(db(), addressOf('ivy'))).at(-1)).toMatchObject({ kind: 'found-on-list' });
    expect((await mailsTo(db(), addressOf('gus'))).at(-1)).toMatchObject({ kind: 'member-found-on-list' });
    const before = (await mailsTo(db(), addressOf('ivy'))).length;
    expect(await checkMembers(stores(), JOB, THEN)).toEqual({ ok: true, value: 0 });
    expect(await mailsTo(db(), addressOf('ivy'))).toHaveLength(before);

    const own = await sayNamesake(stores(), await actorFor(db(), member), { collective: id, person: member }, THEN);
    expect(own).toMatchObject({ refusal: { kind: 'not-allowed' } });
    await sayNamesake(stores(), await actorFor(db(), founder), { collective: id, person: member }, THEN);
    expect((await stores().collectives.member(id, member))?.flagged).toMatchObject({ namesake: true });
  });
});

test('two members who change one entry: the second is told, nothing is lost; cancelled it stays', async () => {
  const { id, founder } = await active(db(), { founder: 'kim', places: [NOGENT] });
  const actor = await actorFor(db(), founder);
  const words = {
    collective: id,
    title: 'Réunion',
    location: 'Café',
    description: '',
    startsAt: new Date('2026-06-01T17:00:00Z'),
    endsAt: new Date('2026-06-01T19:00:00Z'),
    zone: 'Europe/Paris',
  };
  const announced = await announce(stores(), actor, words, THEN);
  if (!announced.ok) throw new Error(announced.refusal.kind);
  const entry = announced.value.id;
  const first = { ...words, entry, revision: 0, title: 'Réunion publique' };
  expect(await changeAnnounced(stores(), actor, first, THEN)).toMatchObject({ ok: true });
  const second = { ...words, entry, revision: 0, title: 'Autre' };
  expect(await changeAnnounced(stores(), actor, second, THEN)).toMatchObject({ refusal: { kind: 'entry-changed' } });
  expect(await stores().agenda.find(id, entry)).toMatchObject({ title: 'Réunion publique', revision: 1 });
  const ends = await announce(stores(), actor, { ...words, endsAt: words.startsAt }, THEN);
  expect(ends).toMatchObject({ refusal: { kind: 'ends-before' } });
  await cancelAnnounced(stores(), actor, { collective: id, entry }, THEN);
  expect(await stores().agenda.find(id, entry)).toMatchObject({ revision: 2, cancelledAt: THEN });
  expect(await cancelAnnounced(stores(), actor, { collective: id, entry }, THEN)).toMatchObject({
    refusal: { kind: 'unknown-entry' },
  });
});
