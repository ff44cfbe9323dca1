/** Two members of a collective on an evening of June 2029, with promises of Champigny to look at, and who is of neither. */
import { beforeAll } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import { emptyEntry, type ReviewEntry } from '#domain/review/review-entry.ts';
import { storesOn } from '#server/stores.ts';
import { active, joined } from '#tests/collectives.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor, addressOf, newPerson } from '#tests/people.ts';
import { BRY, buildWorld, CHAMPIGNY, OPERATOR, type World } from '#tests/world.ts';
import { giveRole } from '../../campaign/give-role.ts';
import { openReview } from '../open-review.ts';
import { publishReview } from '../publish-review.ts';
import { saveEntry } from '../save-entry.ts';

export const NOW = new Date('2029-06-03T20:00:00Z');
export const TODAY = '2029-06-03';

export const said = (change: Partial<ReviewEntry> = {}): ReviewEntry => ({
  ...emptyEntry(TODAY),
  status: 'kept',
  sentence: 'Vu au conseil du 12 mars 2028.',
  ...change,
});

type Evening = {
  readonly world: World;
  readonly collective: number;
  /** Who coordinates the collective. */
  readonly anne: Actor;
  readonly paul: Actor;
  /** Of the collective of Bry. */
  readonly neighbour: Actor;
  /** sofia, of the town hall of Champigny. */
  readonly agent: Actor;
};

/** Call at the top of a file; `there()` answers from `beforeAll` on. */
export function reviewEvening() {
  const database = withTestDatabase();
  const db = () => database.db;
  const stores = () => storesOn(database.db);
  let set: Evening | null = null;
  const there = () => {
    if (set === null) throw new Error('the evening begins with beforeAll');
    return set;
  };
  beforeAll(async () => {
    const world = await buildWorld(db());
    const { id: collective, founder } = await active(db(), { founder: 'anne', places: [CHAMPIGNY] });
    await joined(db(), { id: collective, by: founder, name: 'paul' });
    const bry = await active(db(), { founder: 'nadia', places: [BRY] });
    await newPerson(db(), 'sofia');
    const role = { role: 'municipal-agent', place: CHAMPIGNY } as const;
    const given = await giveRole(stores(), OPERATOR, { email: addressOf('sofia'), role }, NOW);
    if (!given.ok) throw new Error(`no role: ${given.refusal.kind}`);
    const [anne, paul] = [await actorFor(db(), founder), await actorFor(db(), 'p-paul')];
    const [neighbour, agent] = [await actorFor(db(), bry.founder), await actorFor(db(), 'p-sofia')];
    set = { world, collective, anne, paul, neighbour, agent };
  });
  const changesOf = async (review: number) => (await stores().reviews.find(review))?.changes ?? 0;
  return {
    db,
    stores,
    there,
    changesOf,
    save: async (actor: Actor, review: number, item: string, version: number, words: ReviewEntry, now = NOW) =>
      await saveEntry(stores(), actor, { review, item, version, words }, now),
    publish: async (actor: Actor, review: number, now = NOW) =>
      await publishReview(stores(), actor, { review, changes: await changesOf(review) }, now),
    opened: async (actor: Actor, pact: number): Promise<number> => {
      const request = { collective: there().collective, pact, occasion: 'mid-term' };
      const outcome = await openReview(stores(), actor, request, NOW);
      if (!outcome.ok) throw new Error(`not opened: ${outcome.refusal.kind}`);
      return outcome.value.id;
    },
  };
}
