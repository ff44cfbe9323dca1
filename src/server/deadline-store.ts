/** The store of deadlines that the use cases receive: computed from what is public, the charters and the elections. */
import { endOfMandate } from '#domain/campaign/election.ts';
import { inOrder, type Deadline, type MandateEnd } from '#domain/deadlines/deadline.ts';
import { promisedDeadlines } from '#domain/deadlines/promised-deadlines.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { DeadlineStore } from '#use-cases/deadlines/deadline-store.ts';
import { electionsIn } from './campaign-store.ts';
import { editionById } from './charters.ts';
import type { Db } from './storage/connection.ts';
import * as followers from './storage/deadline-followers.ts';
import { datedPacts, followUpDeadlines, planDeadlines } from './storage/deadline-sources.ts';

export function deadlinesOn(db: Db): DeadlineStore {
  return {
    of: (place) => deadlinesOf(db, place),
    follow: (follower) => followers.followDeadlines(db, follower),
    find: (stop) => followers.findFollowing(db, stop),
    leave: (stop) => followers.stopFollowing(db, stop),
    placesFollowed: () => followers.placesFollowed(db),
    followers: (place) => followers.followersOf(db, place),
    lock: (follower) => followers.lockFollower(db, follower),
    told: (follower, what) => followers.keepTold(db, follower, what),
    keptAbout: (email) => followers.followedWith(db, email),
    eraseOf: (email) => followers.eraseFollowersWith(db, email),
  };
}

/** Seven queries, whatever is promised. */
async function deadlinesOf(db: Db, place: PlaceCode): Promise<readonly Deadline[]> {
  const [pacts, plans, followUp, elections] = await Promise.all([
    datedPacts(db, place),
    planDeadlines(db, place),
    followUpDeadlines(db, place),
    place.kind === 'municipality' ? electionsIn(db, place.code) : [],
  ]);
  const mandateOf = ({ from, to }: { readonly from: number; readonly to: number }): MandateEnd => {
    const election = elections.find(({ year }) => year === from);
    return election === undefined ? { year: to, on: null } : endOfMandate(election, elections);
  };
  // Pacts come in the order they were published: of one term, the first says when its end came to be followed.
  const terms = new Map(pacts.toReversed().map(({ term, publishedAt }) => [term.from, { term, publishedAt }]));
  const mandates = [...terms.values()].map(({ term, publishedAt }): Deadline => {
    const { year, on } = mandateOf(term);
    return {
      key: `m:${term.from}`,
      on: on ?? `${year}-12-31`,
      precision: on === null ? 'year' : 'day',
      settled: false,
      changedAt: publishedAt,
      hours: null,
      about: { kind: 'mandate-end', from: term.from, to: term.to },
    };
  });
  const promised = pacts.flatMap((pact) =>
    promisedDeadlines(pact, { edition: editionById(pact.edition), mandate: mandateOf(pact.term) }),
  );
  return inOrder([...promised, ...mandates, ...plans, ...followUp]);
}
