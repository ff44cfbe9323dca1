import type { PageServerLoad } from './$types';
import { placeAddress } from '#ui/addresses.ts';
import { publicNegotiationLine } from '#ui/messages/public-negotiations.fr.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { localDay } from '#domain/shared/local-day.ts';
import { departmentOf } from '#domain/territory/department-of.ts';
import { questionLines } from '#ui/campaign/question-lines.ts';
import { questionViews } from '#server/storage/body-questions.ts';
import { askAddress } from '#ui/campaign/role-address.ts';
import { publicNegotiations } from '#server/storage/public-negotiations.ts';
import { doneOfPacts } from '#server/storage/done-of-pacts.ts';
import { reviewsOfPlace } from '#server/storage/review-lists.ts';
import { reviewLine } from '#ui/review-page/review-line.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { knownGrouping, leftTo, membersOf } from './known-grouping.ts';

const byName = new Intl.Collator('fr');

export const load: PageServerLoad = async ({ params, url }) => {
  const { db, page, place, siren } = await knownGrouping(params);
  sendOnTo(placeAddress({ kind: 'grouping', siren, slug: place.slug }), url);
  const { name, slug, kind, population } = place;
  const done = await doneOfPacts(
    db,
    [...page.ownPacts, ...page.communePacts].map(({ id }) => id),
  );
  return {
    ...page,
    done,
    reviews: (await reviewsOfPlace(db, { kind: 'grouping', siren })).map(reviewLine),
    questions: questionLines(await questionViews(db, { grouping: siren }), (where) =>
      localDay(new Date(), departmentOf(where)),
    ),
    negotiations: (await publicNegotiations(db, { grouping: siren })).map(({ stage, ...who }) =>
      publicNegotiationLine({ ...who, ...stage }),
    ),
    askAddress: askAddress({ kind: 'place', place: { kind: 'grouping', siren } }),
    grouping: { siren, name, slug, kind, population },
    // People look for the name of their commune among up to 158.
    members: membersOf({ page, place })
      .map((member) => ({ ...member, signed: member.pacts > 0 }))
      .sort((one, other) => byName.compare(one.name, other.name)),
    leftToIt: leftTo(page).map((left) => ({ ...left, title: heading(left.title) })),
  };
};
