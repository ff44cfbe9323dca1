import { beforeAll, describe, expect, test } from 'vitest';
import { historyOf } from '#server/storage/journal.ts';
import { storesOn } from '#server/stores.ts';
import { active, joined } from '#tests/collectives.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor, addressOf, mailsTo } from '#tests/people.ts';
import { BRY, CHAMPIGNY, NOGENT, OPERATOR, SAINT_MAUR, settle, THEN } from '#tests/world.ts';
import {
  answerCoordinatorRemoval,
  askCoordinatorRemoval,
  nameCoordinator,
  settleCoordinatorRemoval,
} from './hand-over.ts';
import { letCollectivesSleep, wakeStirring } from './let-sleep.ts';
import { answerTakeover, proposeTakeover } from './take-over.ts';
import { announce } from './write-agenda.ts';

const database = withTestDatabase();
const db = () => database.db;
const stores = () => storesOn(database.db);
const JOB = { kind: 'job', name: 'collectives' } as const;
const TEAM = { kind: 'person', id: 'p-team', holds: [{ role: 'national-team' }] } as const;
const YEAR = 365 * 86_400_000;

beforeAll(async () => {
  await settle(database.db);
});

async function coordinators(id: number): Promise<readonly string[]> {
  return (await stores().collectives.members(id))
    .filter(({ role }) => role === 'coordinator')
    .map(({ person }) => person);
}

async function withCoordinators(names: readonly string[]): Promise<{ id: number; people: readonly string[] }> {
  const [founder = '', ...others] = names;
  const collective = await active(db(), { founder, places: [NOGENT] });
  const people = [collective.founder];
  for (const name of others) {
    const person = await joined(db(), { id: collective.id, by: collective.founder, name });
    const first = await actorFor(db(), collective.founder);
    await nameCoordinator(stores(), first, { collective: collective.id, person }, THEN);
    people.push(person);
  }
  return { id: collective.id, people };
}

describe('two coordinators in conflict', () => {
  test('neither puts out the other; the national team decides, and both are told', async () => {
    const { id, people } = await withCoordinators(['ana', 'bob']);
    const [ana = '', bob = ''] = people;
    for (const [who, whom] of [
      [ana, bob],
      [bob, ana],
    ] as const) {
      const request = { collective: id, person: whom, reason: 'Ne répond plus' };
      expect(await askCoordinatorRemoval(stores(), await actorFor(db(), who), request, THEN)).toMatchObject({
        ok: true,
      });
    }
    expect(await coordinators(id)).toEqual([ana, bob]);
    const [about] = await stores().coordination.removals(id);
    // Nobody judges their own case.
    const own = { collective: id, removal: about?.id ?? 0, agrees: false };
    expect(await answerCoordinatorRemoval(stores(), await actorFor(db(), bob), own, THEN)).toMatchObject({
      refusal: { kind: 'oneself' },
    });
    const settled = { collective: id, removal: about?.id ?? 0, removes: true };
    expect(await settleCoordinatorRemoval(stores(), await actorFor(db(), ana), settled, THEN)).toMatchObject({
      refusal: { kind: 'not-allowed' },
    });
    const ofBoth = { kind: 'person', id: ana, holds: [{ role: 'national-team' }] } as const;
    expect(await settleCoordinatorRemoval(stores(), ofBoth, settled, THEN)).toMatchObject({
      refusal: { kind: 'oneself' },
    });
    await settleCoordinatorRemoval(stores(), TEAM, settled, THEN);
    expect(await coordinators(id)).toEqual([ana]);
    expect((await mailsTo(db(), addressOf('bob'))).at(-1)).toMatchObject({
      kind: 'removal-settled',
      outcome: 'removed',
    });
    // The other request is about the last one: not even the team leaves nobody.
    const [other] = await stores().coordination.removals(id);
    const last = { collective: id, removal: other?.id ?? 0, removes: true };
    expect(await settleCoordinatorRemoval(stores(), TEAM, last, THEN)).toMatchObject({
      refusal: { kind: 'last-coordinator' },
    });
    expect(await stores().collectives.member(id, bob)).toMatchObject({ role: 'member' });
  });

  test('of three, the two others agree together; a coordinator of elsewhere has no voice', async () => {
    const { id, people } = await withCoordinators(['cid', 'dee', 'eve']);
    const [cid = '', dee = '', eve = ''] = people;
    const request = { collective: id, person: eve, reason: 'Pour une liste' };
    await askCoordinatorRemoval(stores(), await actorFor(db(), cid), request, THEN);
    expect(await coordinators(id)).toContain(eve);
    const again = await askCoordinatorRemoval(stores(), await actorFor(db(), dee), request, THEN);
    expect(again).toMatchObject({ refusal: { kind: 'contested-already' } });
    const [removal] = await stores().coordination.removals(id);
    const agree = { collective: id, removal: removal?.id ?? 0, agrees: true };
    const elsewhere = await active(db(), { founder: 'fay', places: [BRY] });
    const fay = await actorFor(db(), elsewhere.founder);
    expect(await answerCoordinatorRemoval(stores(), fay, agree, THEN)).toMatchObject({
      refusal: { kind: 'not-allowed' },
    });
    const through = { ...agree, collective: elsewhere.id };
    expect(await answerCoordinatorRemoval(stores(), fay, through, THEN)).toMatchObject({
      refusal: { kind: 'unknown-removal' },
    });
    await answerCoordinatorRemoval(stores(), await actorFor(db(), dee), agree, THEN);
    expect(await coordinators(id)).toEqual([cid, dee]);
    expect(await stores().coordination.removals(id)).toEqual([]);
  });

  test('whoever asked takes it back', async () => {
    const { id, people } = await withCoordinators(['gus', 'hal', 'ivy']);
    const [gus = '', , ivy = ''] = people;
    const asker = await actorFor(db(), gus);
    await askCoordinatorRemoval(stores(), asker, { collective: id, person: ivy, reason: 'Fâché' }, THEN);
    const [removal] = await stores().coordination.removals(id);
    await answerCoordinatorRemoval(stores(), asker, { collective: id, removal: removal?.id ?? 0, agrees: false }, THEN);
    expect(await stores().coordination.removals(id)).toEqual([]);
    expect(await coordinators(id)).toContain(ivy);
  });
});

describe('sleep', () => {
  const asleepAt = new Date(THEN.getTime() + YEAR);
  const meeting = (collective: number, at: Date) => ({
    collective,
    title: 'Réunion',
    location: '',
    description: '',
    startsAt: new Date(at.getTime() + 3_600_000),
    endsAt: new Date(at.getTime() + 7_200_000),
    zone: 'Europe/Paris',
  });

  test('comes after a year without an act of a member, whatever others do, and the first act wakes', async () => {
    const { id, founder } = await active(db(), { founder: 'jim', places: [SAINT_MAUR] });
    const busy = await active(db(), { founder: 'kim', places: [SAINT_MAUR] });
    const later = new Date(THEN.getTime() + 30 * 86_400_000);
    await announce(stores(), await actorFor(db(), busy.founder), meeting(busy.id, later), later);
    const asleep = await letCollectivesSleep(stores(), JOB, asleepAt);
    expect(asleep).toMatchObject({ ok: true });
    expect(await stores().collectives.find(id)).toMatchObject({ state: 'dormant', dormantSince: asleepAt });
    expect(await stores().collectives.find(busy.id)).toMatchObject({ state: 'active' });
    expect((await mailsTo(db(), addressOf('jim'))).at(-1)).toMatchObject({ kind: 'fell-asleep' });
    // A second run finds nothing more.
    expect(await letCollectivesSleep(stores(), JOB, asleepAt)).toEqual({ ok: true, value: [] });

    await announce(stores(), await actorFor(db(), founder), meeting(id, asleepAt), asleepAt);
    expect(await stores().collectives.find(id)).toMatchObject({ state: 'active', dormantSince: null });
    const acts = (await historyOf(db(), { kind: 'collective', id })).map(({ act }) => act);
    expect(acts).toEqual([
      'found-collective',
      'confirm-collective',
      'let-collective-sleep',
      'wake-collective',
      'write-agenda',
    ]);
  });

  test('a vote or a negotiation in which a member acts wakes too', async () => {
    const { id } = await active(db(), { founder: 'pam', places: [SAINT_MAUR] });
    await letCollectivesSleep(stores(), JOB, asleepAt);
    expect(await stores().collectives.stirring()).not.toContain(id);
    const { id: vote } = await db()
      .insertInto('priorityVote')
      .values({
        collectiveId: id,
        edition: 'pacte-transition-2020',
        options: '[]',
        choices: 1,
        opensOn: '2026-01-01',
        closesOn: '2026-01-02',
        zone: 'Europe/Paris',
        opensAt: THEN,
        closesAt: asleepAt,
        announcedAt: THEN,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const at = new Date(asleepAt.getTime() + 1000);
    const event = { at, act: 'some-act', actor: 'collective-member', says: {} };
    await stores().journal.append({ ...event, subject: { kind: 'priority-vote', id: vote } });
    expect(await wakeStirring(stores(), { kind: 'anyone' }, at)).toMatchObject({ refusal: { kind: 'not-allowed' } });
    expect(await wakeStirring(stores(), JOB, at)).toMatchObject({ ok: true });
    expect(await stores().collectives.find(id)).toMatchObject({ state: 'active' });
  });

  test('a neighbour takes over what sleeps, and nothing moves', async () => {
    const { id, founder } = await active(db(), { founder: 'lou', places: [CHAMPIGNY] });
    await announce(stores(), await actorFor(db(), founder), meeting(id, THEN), THEN);
    const late = new Date(THEN.getTime() + 2 * YEAR);
    const neighbour = await active(db(), { founder: 'mae', places: [BRY] });
    await letCollectivesSleep(stores(), JOB, late);
    const mae = await actorFor(db(), neighbour.founder);
    // The neighbour itself must be awake.
    const asked = { collective: id, neighbour: neighbour.id, message: 'Merci' };
    expect(await proposeTakeover(stores(), TEAM, asked, late)).toMatchObject({ refusal: { kind: 'not-a-neighbour' } });
    await announce(stores(), mae, meeting(neighbour.id, late), late);
    expect(await proposeTakeover(stores(), mae, asked, late)).toMatchObject({ refusal: { kind: 'not-allowed' } });
    expect(await proposeTakeover(stores(), TEAM, asked, late)).toMatchObject({ ok: true });
    expect(await proposeTakeover(stores(), OPERATOR, asked, late)).toMatchObject({
      refusal: { kind: 'proposed-already' },
    });

    const [put] = await stores().coordination.takeoversPutTo(neighbour.id);
    const answer = { neighbour: neighbour.id, takeover: put?.id ?? 0, accepted: true };
    const before = await stores().collectives.members(id);
    expect(await answerTakeover(stores(), mae, answer, late)).toMatchObject({ ok: true, value: { collective: id } });
    expect(await stores().collectives.find(id)).toMatchObject({
      state: 'active',
      places: [CHAMPIGNY],
      carried: { by: neighbour.id, since: late },
    });
    expect(await stores().agenda.of(id)).toHaveLength(1);
    const after = await stores().collectives.members(id);
    expect(after).toHaveLength(before.length + 1);
    expect(await coordinators(id)).toContain(neighbour.founder);
    expect(await answerTakeover(stores(), mae, answer, late)).toMatchObject({ refusal: { kind: 'unknown-takeover' } });
    expect((await mailsTo(db(), addressOf('lou'))).at(-1)).toMatchObject({ kind: 'taken-over' });
  });
});
