/** Who is told that a review is published: those who may answer it, once, and the collective itself. In its transaction. */
import type { FrozenReview } from '#domain/review/frozen-review.ts';
import { tellMembers } from '../collectives/tell.ts';
import type { FollowedPact } from '#domain/follow-up/followed-pact.ts';
import type { Stores } from '../stores.ts';

export async function tellOfReview(
  all: Stores,
  { frozen, followed, by }: { readonly frozen: FrozenReview; readonly followed: FollowedPact; readonly by: string },
  now: Date,
): Promise<void> {
  const { tally, number } = frozen;
  const [collective, place, placeKind] = [frozen.collective.name, frozen.place.name, frozen.place.code.kind];
  const path = `/bilans/${frozen.review}`;
  const people = (await all.assessments.speakers(followed, 'town-hall')).filter((person) => person !== by);
  for (const person of people) {
    await all.mail.queue({
      to: { person },
      content: {
        kind: 'review-published',
        collective,
        place,
        placeKind,
        list: frozen.pact.listName,
        number,
        kept: tally.byStatus.kept,
        counted: tally.counted,
        notLookedAt: tally.notLookedAt,
        path,
        reply: `${path}/repondre`,
      },
      at: now,
    });
  }
  // Said once for all that this review says: no mail for each promise follows it.
  if (people.length > 0) await all.assessments.told(followed.id, 'town-hall', now);
  const content = {
    kind: 'own-review-published',
    collective,
    place,
    placeKind,
    number,
    told: people.length,
    path,
  } as const;
  await tellMembers(all, frozen.collective.id, { content, at: now, but: by });
}
