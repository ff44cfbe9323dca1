import { beforeAll, describe, expect, test } from 'vitest';
import { storesOn } from '#server/stores.ts';
import { CLOSING, consulting, LAST_MOMENT, OPEN, takingPart, votesIn } from '#tests/consulting.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor, addressOf, codeSentTo, newPerson } from '#tests/people.ts';
import { OPERATOR, settle, THEN } from '#tests/world.ts';
import { askToTakePart, confirmTakingPart, takePartWithAccount } from './take-part.ts';
import { voteInConsultation } from './vote.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const ANYONE = { kind: 'anyone' } as const;

let open = { id: 0, draft: 0, kept: 0, changed: 0, removed: 0, added: 0 };

beforeAll(async () => {
  await settle(database.db);
  open = await consulting(database.db, { address: 'exemple-ouverte' });
});

const part = async (name: string, id = open.id) => await takingPart(database.db, { id, email: addressOf(name) });
const votesOf = async (id: number) => await votesIn(database.db, id);

describe('taking part', () => {
  test('one box is one voice, by whatever address, code or account it comes, and each browser goes on', async () => {
    const { id, kept } = await consulting(database.db, { address: 'exemple-boite' });
    const first = await takingPart(database.db, { id, email: 'jean.dupont@gmail.com' });
    const second = await takingPart(database.db, { id, email: 'JeanDupont+2@gmail.com' });
    const object = `m${kept}`;
    await voteInConsultation(stores(), first, { consultation: id, votes: [{ object, choice: 'for' }] }, OPEN);
    await voteInConsultation(stores(), second, { consultation: id, votes: [{ object, choice: 'against' }] }, OPEN);
    expect(await votesOf(id)).toEqual([`${object} against counted`]);
    const account = await newPerson(database.db, 'avec-compte');
    const byCode = await part('avec-compte', id);
    await voteInConsultation(stores(), byCode, { consultation: id, votes: [{ object, choice: 'for' }] }, OPEN);
    const taken = await takePartWithAccount(
      stores(),
      await actorFor(database.db, account),
      { consultation: id, email: addressOf('avec-compte') },
      OPEN,
    );
    expect(taken).toMatchObject({ ok: true, value: { before: true } });
  });

  test('a code that comes back after the closing opens nothing', async () => {
    const asked = await askToTakePart(
      stores(),
      ANYONE,
      { consultation: open.id, email: addressOf('tard') },
      LAST_MOMENT,
    );
    if (!asked.ok) throw new Error(asked.refusal.kind);
    const code = await codeSentTo(database.db, addressOf('tard'));
    const given = { consultation: open.id, proof: asked.value.proof, code };
    expect(await confirmTakingPart(stores(), ANYONE, given, CLOSING)).toMatchObject({
      refusal: { kind: 'consultation-not-open', phase: 'consultation-closed' },
    });
  });

  test('what a browser holds opens its own consultation alone', async () => {
    const other = await consulting(database.db, { address: 'exemple-autre' });
    const bea = await part('bea', other.id);
    const vote = { consultation: open.id, votes: [{ object: `m${open.kept}`, choice: 'for' }] } as const;
    expect(await voteInConsultation(stores(), bea, vote, OPEN)).toMatchObject({ refusal: { kind: 'not-taking-part' } });
    expect(await voteInConsultation(stores(), ANYONE, vote, OPEN)).toMatchObject({
      refusal: { kind: 'not-taking-part' },
    });
    expect(await voteInConsultation(stores(), OPERATOR, vote, OPEN)).toMatchObject({ ok: false });
  });

  test('no address and no pass is kept in clear', async () => {
    const cyd = await part('cyd-secrete');
    const rows = JSON.stringify([
      await database.db.selectFrom('participation').selectAll().execute(),
      await database.db.selectFrom('participationPass').selectAll().execute(),
    ]);
    expect(rows).not.toContain('cyd-secrete');
    expect(rows).not.toContain(cyd.token);
  });
});

describe('voting', () => {
  test('a vote is changed, taken back, and the one of two tabs that comes last counts', async () => {
    const { id, kept, removed } = await consulting(database.db, { address: 'exemple-votes' });
    const dot = await part('dot', id);
    const cast = async (votes: Parameters<typeof voteInConsultation>[2]['votes']) =>
      await voteInConsultation(stores(), dot, { consultation: id, votes }, OPEN);
    await cast([
      { object: `m${kept}`, choice: 'for' },
      { object: `m${removed}`, choice: 'against' },
    ]);
    await cast([{ object: `m${kept}`, choice: 'undecided' }]);
    expect(await votesOf(id)).toEqual([`m${kept} undecided counted`, `m${removed} against counted`]);
    await cast([{ object: `m${removed}`, choice: null }]);
    expect(await votesOf(id)).toEqual([`m${kept} undecided counted`]);
    const tabs = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((n) =>
        cast([
          { object: n % 2 === 0 ? `m${removed}` : `m${kept}`, choice: 'for' },
          { object: n % 2 === 0 ? `m${kept}` : `m${removed}`, choice: 'against' },
        ]),
      ),
    );
    expect(tabs.every(({ ok }) => ok)).toBe(true);
    expect(await votesOf(id)).toHaveLength(2);
    expect(await cast([{ object: 'm999999', choice: 'for' }])).toMatchObject({
      refusal: { kind: 'not-to-vote-on', object: 'm999999' },
    });
    expect(await cast([])).toMatchObject({ refusal: { kind: 'nothing-voted' } });
  });

  test('is taken at the last millisecond in Paris and refused at the closing instant', async () => {
    const eve = await part('eve');
    const vote = { consultation: open.id, votes: [{ object: `m${open.kept}`, choice: 'for' }] } as const;
    expect((await voteInConsultation(stores(), eve, vote, LAST_MOMENT)).ok).toBe(true);
    expect(await voteInConsultation(stores(), eve, vote, CLOSING)).toMatchObject({
      refusal: { kind: 'consultation-not-open' },
    });
    const early = { consultation: open.id, votes: vote.votes };
    expect(await voteInConsultation(stores(), eve, early, THEN)).toMatchObject({
      refusal: { kind: 'consultation-not-open', phase: 'consultation-planned' },
    });
  });
});
