import { beforeAll, describe, expect, test } from 'vitest';
import type { PlaceCode } from '#domain/shared/place.ts';
import { storesOn } from '#server/stores.ts';
import { active, invited, joined, requested } from '#tests/collectives.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor, addressOf, mailsTo, newPerson } from '#tests/people.ts';
import { BRY, CHAMPIGNY, NOGENT, OPERATOR, SAINT_MAUR, settle, THEN } from '#tests/world.ts';
import { giveRole } from '../campaign/give-role.ts';
import { confirmCollective, declineCollective } from './confirm-collective.ts';
import { addPlace, describeCollective } from './describe-collective.ts';
import { FOUNDED_AT_ONCE, foundCollective } from './found-collective.ts';
import { giveUpCoordination, nameCoordinator } from './hand-over.ts';
import { INVITATION_DAYS, INVITATIONS_A_DAY, inviteMember, takeBackInvitation } from './invite-member.ts';
import { acceptInvitation, answerJoinRequest, askToJoin } from './join-collective.ts';
import { leaveCollective, removeMember } from './leave-collective.ts';

const database = withTestDatabase();
const db = () => database.db;
const stores = () => storesOn(database.db);

beforeAll(async () => {
  await settle(database.db);
});

async function oneself(declaration: unknown = 'neither', name = 'Une personne') {
  return { name, namePublic: false, declaration, charter: await stores().collectives.charterVersion() };
}

describe('founding', () => {
  test('makes nobody its owner: it is requested until somebody else confirms it', async () => {
    const { id, founder } = await requested(db(), { founder: 'alix', places: [NOGENT] });
    expect(await stores().collectives.find(id)).toMatchObject({ state: 'requested', confirmed: null });
    const self = await confirmCollective(stores(), await actorFor(db(), founder), { collective: id }, THEN);
    expect(self).toMatchObject({ refusal: { kind: 'not-allowed' } });
    // Nor when they are of the national team.
    const ofTheTeam = { kind: 'person', id: founder, holds: [{ role: 'national-team' }] } as const;
    expect(await confirmCollective(stores(), ofTheTeam, { collective: id }, THEN)).toMatchObject({
      refusal: { kind: 'oneself' },
    });
    expect(await confirmCollective(stores(), OPERATOR, { collective: id }, THEN)).toMatchObject({ ok: true });
    expect(await stores().collectives.find(id)).toMatchObject({
      state: 'active',
      confirmed: { at: THEN, by: 'operator' },
    });
    const again = await confirmCollective(stores(), OPERATOR, { collective: id }, THEN);
    expect(again).toMatchObject({ refusal: { kind: 'not-allowed' } });
  });

  test('declined, it is over, and its members read why', async () => {
    const { id } = await requested(db(), { founder: 'aude', places: [NOGENT] });
    const nothing = await declineCollective(stores(), OPERATOR, { collective: id, reason: '  ' }, THEN);
    expect(nothing).toMatchObject({ refusal: { kind: 'text-missing', field: 'reason' } });
    await declineCollective(stores(), OPERATOR, { collective: id, reason: 'Un parti' }, THEN);
    expect(await stores().collectives.find(id)).toMatchObject({ state: 'closed', closed: { reason: 'Un parti' } });
    expect(await mailsTo(db(), addressOf('aude'))).toMatchObject([{ kind: 'collective-declined', reason: 'Un parti' }]);
    expect((await actorFor(db(), 'p-aude')).holds).toEqual([]);
  });

  test('asks for the charter as it is, a declaration and known places', async () => {
    const person = await actorFor(db(), await newPerson(db(), 'anna'));
    const charter = await stores().collectives.charterVersion();
    const own = { name: 'Anna', public: false, declaration: 'neither' };
    const request = { name: 'Collectif', description: '', places: [BRY], charter, own };
    const refused = async (change: object) => {
      const outcome = await foundCollective(stores(), person, { ...request, ...change }, THEN);
      return outcome.ok ? 'founded' : outcome.refusal.kind;
    };
    expect(await refused({ charter: null })).toBe('charter-not-accepted');
    expect(await refused({ charter: '1999-01' })).toBe('charter-changed');
    expect(await refused({ places: [] })).toBe('no-place');
    expect(await refused({ places: [{ kind: 'municipality', code: '00000' }] })).toBe('unknown-place');
    expect(await refused({ name: '' })).toBe('text-missing');
    expect(await refused({ name: 'x'.repeat(121) })).toBe('text-too-long');
    expect(await refused({ own: { ...own, declaration: undefined } })).toBe('nothing-declared');
    expect(await refused({ own: { ...own, declaration: 'elected' } })).toBe('elected');
    expect(await refused({ own: { ...own, declaration: 'on-a-list' } })).toBe('on-a-list');
    const anyone = await foundCollective(stores(), { kind: 'anyone' }, request, THEN);
    expect(anyone).toMatchObject({ refusal: { kind: 'not-allowed' } });
    expect(await refused({})).toBe('founded');
    expect(await refused({})).toBe('founded-already');
  });

  test('waits for an answer three times at once for one person, even asked together', async () => {
    const charter = await stores().collectives.charterVersion();
    const own = { name: 'Ada', public: false, declaration: 'neither' };
    const person = await actorFor(db(), await newPerson(db(), 'ada'));
    const found = async (place: PlaceCode) =>
      await foundCollective(
        stores(),
        person,
        { name: 'Le nôtre', description: '', places: [place], charter, own },
        THEN,
      );
    const outcomes = await Promise.all([NOGENT, BRY, CHAMPIGNY, SAINT_MAUR].map(found));
    const founded = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.id] : []));
    expect(founded).toHaveLength(FOUNDED_AT_ONCE);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'too-many-founded', most: 3 } });
    await declineCollective(stores(), OPERATOR, { collective: founded[0] ?? 0, reason: 'Doublon' }, THEN);
    const places = [NOGENT, BRY, CHAMPIGNY, SAINT_MAUR];
    expect((await found(places[outcomes.findIndex(({ ok }) => !ok)] ?? NOGENT)).ok).toBe(true);
  });

  test('a place is added by those who confirm, given up by the coordinators', async () => {
    const { id, founder } = await active(db(), { founder: 'abel', places: [NOGENT] });
    const coordinator = await actorFor(db(), founder);
    const words = { collective: id, name: 'Autre nom', description: 'Nous.' };
    const wider = await describeCollective(stores(), coordinator, { ...words, places: [NOGENT, BRY] }, THEN);
    expect(wider).toMatchObject({ refusal: { kind: 'place-to-confirm' } });
    expect(await addPlace(stores(), coordinator, { collective: id, place: BRY }, THEN)).toMatchObject({ ok: false });
    await addPlace(stores(), OPERATOR, { collective: id, place: BRY }, THEN);
    expect((await stores().collectives.find(id))?.places).toHaveLength(2);
    await describeCollective(stores(), coordinator, { ...words, places: [BRY] }, THEN);
    expect(await stores().collectives.find(id)).toMatchObject({ slug: 'autre-nom', places: [BRY] });
  });
});

describe('an invitation', () => {
  test('is used once', async () => {
    const { id, founder } = await active(db(), { founder: 'bea', places: [NOGENT] });
    const token = await invited(db(), { id, by: founder, name: 'ben' });
    const ben = await newPerson(db(), 'ben');
    const request = { ...(await oneself()), token };
    expect(await acceptInvitation(stores(), await actorFor(db(), ben), request, THEN)).toMatchObject({ ok: true });
    const carl = await actorFor(db(), await newPerson(db(), 'carl'));
    expect(await acceptInvitation(stores(), carl, request, THEN)).toMatchObject({
      refusal: { kind: 'used-invitation' },
    });
    // The one who used it is sent to where they are already.
    const again = await acceptInvitation(stores(), await actorFor(db(), ben), request, THEN);
    expect(again).toMatchObject({ refusal: { kind: 'member-already' } });
    expect(await stores().joining.invitations(id)).toMatchObject([{ email: null, usedAt: THEN }]);
  });

  test('ends, and can be taken back', async () => {
    const { id, founder } = await active(db(), { founder: 'cleo', places: [NOGENT] });
    const person = await actorFor(db(), await newPerson(db(), 'dan'));
    const late = { ...(await oneself()), token: await invited(db(), { id, by: founder, name: 'dan' }) };
    const after = new Date(THEN.getTime() + INVITATION_DAYS * 86_400_000);
    expect(await acceptInvitation(stores(), person, late, after)).toMatchObject({
      refusal: { kind: 'late-invitation' },
    });
    const [waiting] = await stores().joining.invitations(id);
    const coordinator = await actorFor(db(), founder);
    await takeBackInvitation(stores(), coordinator, { collective: id, invitation: waiting?.id ?? 0 }, THEN);
    expect(await acceptInvitation(stores(), person, late, THEN)).toMatchObject({
      refusal: { kind: 'unknown-invitation' },
    });
    expect(await stores().joining.invitations(id)).toMatchObject([{ email: null }]);
  });

  test('is one at a time for an address, sent again a day later under another link', async () => {
    const { id, founder } = await active(db(), { founder: 'diane', places: [NOGENT] });
    const coordinator = await actorFor(db(), founder);
    const invite = async (email: string, at: Date) =>
      await inviteMember(stores(), coordinator, { collective: id, email }, at);
    const both = await Promise.all([invite('eve@example.fr', THEN), invite('Eve@Example.fr', THEN)]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'invited-already' } });
    expect((await invite('eve@example.fr', new Date(THEN.getTime() + 86_399_999))).ok).toBe(false);
    expect((await invite('eve@example.fr', new Date(THEN.getTime() + 86_400_000))).ok).toBe(true);
    const [again, first] = await stores().joining.invitations(id);
    expect([again?.withdrawnAt, first?.withdrawnAt]).toEqual([null, new Date(THEN.getTime() + 86_400_000)]);
    const late = new Date(THEN.getTime() + 86_400_001);
    await takeBackInvitation(stores(), coordinator, { collective: id, invitation: again?.id ?? 0 }, late);
    expect((await invite('eve@example.fr', late)).ok).toBe(true);
  });

  test('is not a way to write to a whole town', async () => {
    const { id, founder } = await active(db(), { founder: 'dora', places: [NOGENT] });
    const coordinator = await actorFor(db(), founder);
    const outcomes = [];
    for (let turn = 0; turn <= INVITATIONS_A_DAY; turn += 1) {
      outcomes.push(await inviteMember(stores(), coordinator, { collective: id, email: `x${turn}@example.fr` }, THEN));
    }
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(INVITATIONS_A_DAY);
    expect(outcomes.at(-1)).toMatchObject({ refusal: { kind: 'too-many-invitations' } });
  });

  test('refuses whoever says to be elected or on a list, and the link still serves for somebody else', async () => {
    const { id, founder } = await active(db(), { founder: 'elsa', places: [NOGENT] });
    const token = await invited(db(), { id, by: founder, name: 'fred' });
    const fred = await actorFor(db(), await newPerson(db(), 'fred'));
    for (const declaration of ['elected', 'on-a-list'] as const) {
      const said = { ...(await oneself(declaration)), token };
      expect(await acceptInvitation(stores(), fred, said, THEN)).toMatchObject({ refusal: { kind: declaration } });
    }
    expect(await acceptInvitation(stores(), fred, { ...(await oneself()), token }, THEN)).toMatchObject({ ok: true });
  });

  test('refuses the elected official of that very place, whatever they say', async () => {
    const { id, founder } = await active(db(), { founder: 'emma', places: [NOGENT] });
    const token = await invited(db(), { id, by: founder, name: 'gil' });
    const person = await newPerson(db(), 'gil');
    const elected = { kind: 'person', id: person, holds: [{ role: 'elected-official', place: NOGENT }] } as const;
    const said = { ...(await oneself()), token };
    expect(await acceptInvitation(stores(), elected, said, THEN)).toMatchObject({ refusal: { kind: 'elected' } });
    const elsewhere = { kind: 'person', id: person, holds: [{ role: 'elected-official', place: BRY }] } as const;
    expect(await acceptInvitation(stores(), elsewhere, said, THEN)).toMatchObject({ ok: true });
  });
});

test('whoever was elected between asking to join and the answer is not let in', async () => {
  const { id, founder } = await active(db(), { founder: 'jeannette', places: [NOGENT] });
  const person = await newPerson(db(), 'casimir');
  const asking = { ...(await oneself()), collective: id, message: '' };
  expect(await askToJoin(stores(), await actorFor(db(), person), asking, THEN)).toMatchObject({ ok: true });
  const role = { role: 'elected-official', place: NOGENT } as const;
  const given = await giveRole(stores(), OPERATOR, { email: addressOf('casimir'), role }, THEN);
  expect(given).toMatchObject({ ok: true });
  const [waiting] = await stores().joining.requests(id);
  const answer = { collective: id, request: waiting?.id ?? 0, accepted: true };
  const jeanne = await actorFor(db(), founder);
  expect(await answerJoinRequest(stores(), jeanne, answer, THEN)).toMatchObject({ refusal: { kind: 'barred-since' } });
  expect(await stores().collectives.member(id, person)).toBeNull();
  expect(await answerJoinRequest(stores(), jeanne, { ...answer, accepted: false }, THEN)).toMatchObject({ ok: true });
});

test('asking to join waits for a coordinator, once', async () => {
  const { id, founder } = await active(db(), { founder: 'hana', places: [CHAMPIGNY] });
  const person = await newPerson(db(), 'igor');
  const igor = await actorFor(db(), person);
  const request = { ...(await oneself()), collective: id, message: 'Bonjour' };
  expect(await askToJoin(stores(), igor, request, THEN)).toMatchObject({ ok: true });
  expect(await askToJoin(stores(), igor, request, THEN)).toMatchObject({ refusal: { kind: 'asked-already' } });
  const [waiting] = await stores().joining.requests(id);
  const answer = { collective: id, request: waiting?.id ?? 0, accepted: true };
  // Not by oneself, nor through another collective.
  expect(await answerJoinRequest(stores(), igor, answer, THEN)).toMatchObject({ refusal: { kind: 'not-allowed' } });
  const other = await active(db(), { founder: 'ines', places: [BRY] });
  const ines = await actorFor(db(), other.founder);
  const through = await answerJoinRequest(stores(), ines, { ...answer, collective: other.id }, THEN);
  expect(through).toMatchObject({ refusal: { kind: 'unknown-request' } });
  await answerJoinRequest(stores(), await actorFor(db(), founder), answer, THEN);
  expect(await stores().collectives.member(id, person)).toMatchObject({ role: 'member', namePublic: false });
  expect((await mailsTo(db(), addressOf('igor'))).at(-1)).toMatchObject({ kind: 'join-answered', accepted: true });
});

describe('leaving', () => {
  test('whoever coordinates alone hands over first', async () => {
    const { id, founder } = await active(db(), { founder: 'jade', places: [SAINT_MAUR] });
    const member = await joined(db(), { id, by: founder, name: 'karl' });
    const leave = async (person: string) =>
      await leaveCollective(stores(), await actorFor(db(), person), { collective: id }, THEN);
    expect(await leave(founder)).toMatchObject({ refusal: { kind: 'hand-over-first' } });
    const alone = await giveUpCoordination(stores(), await actorFor(db(), founder), { collective: id }, THEN);
    expect(alone).toMatchObject({ refusal: { kind: 'hand-over-first' } });
    await nameCoordinator(stores(), await actorFor(db(), founder), { collective: id, person: member }, THEN);
    expect(await leave(founder)).toMatchObject({ ok: true });
    expect((await actorFor(db(), founder)).holds).toEqual([]);
    expect((await actorFor(db(), member)).holds).toHaveLength(2);
  });

  test('a member may not name, remove or invite', async () => {
    const { id, founder } = await active(db(), { founder: 'lila', places: [SAINT_MAUR] });
    const member = await actorFor(db(), await joined(db(), { id, by: founder, name: 'milo' }));
    const naming = await nameCoordinator(stores(), member, { collective: id, person: member.id }, THEN);
    expect(naming).toMatchObject({ refusal: { kind: 'not-allowed' } });
    const removing = await removeMember(stores(), member, { collective: id, person: founder, reason: 'non' }, THEN);
    expect(removing).toMatchObject({ refusal: { kind: 'not-allowed' } });
    const inviting = await inviteMember(stores(), member, { collective: id, email: 'x@example.fr' }, THEN);
    expect(inviting).toMatchObject({ refusal: { kind: 'not-allowed' } });
  });

  test('nobody can empty a collective', async () => {
    const { id, founder } = await active(db(), { founder: 'nina', places: [SAINT_MAUR] });
    const coordinator = await actorFor(db(), founder);
    const people = [];
    for (const name of ['o1', 'o2', 'o3', 'o4', 'o5']) people.push(await joined(db(), { id, by: founder, name }));
    const remove = async (person: string) =>
      await removeMember(stores(), coordinator, { collective: id, person, reason: 'Absences' }, THEN);
    expect(await remove(people[0] ?? '')).toMatchObject({ ok: true });
    expect(await remove(people[1] ?? '')).toMatchObject({ ok: true });
    expect(await remove(people[2] ?? '')).toMatchObject({ refusal: { kind: 'too-many-removed' } });
    expect(await remove(founder)).toMatchObject({ refusal: { kind: 'is-coordinator' } });
    expect(await stores().collectives.members(id)).toHaveLength(4);
    expect((await mailsTo(db(), addressOf('o1'))).at(-1)).toMatchObject({ kind: 'member-removed', reason: 'Absences' });
  });
});
