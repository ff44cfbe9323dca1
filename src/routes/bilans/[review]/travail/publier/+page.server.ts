import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad, PageServerLoadEvent } from './$types';
import { METHOD_VERSION } from '#domain/follow-up/method-version.ts';
import { reviewTally } from '#domain/review/review-tally.ts';
import { isSignedOutAct } from '#server/accounts/signed-out-actor.ts';
import { formText } from '#server/http/form-text.ts';
import { sayReviewRefusal, statusOfRefusal, type ReviewRefusal } from '#ui/messages/reviews/refusals.fr.ts';
import { fieldsOf } from '#ui/review-work/entry-form.ts';
import { workHead } from '#ui/review-work/head.ts';
import { countsOf } from '#ui/review-work/rows.ts';
import { publishReview } from '#use-cases/reviews/publish-review.ts';
import { describeReview } from '#use-cases/reviews/share-work.ts';
import { actInReview, enterWork, hiddenWhenUnknown } from '../enter.ts';

export const load: PageServerLoad = async (event) => {
  if (await isSignedOutAct(event)) return { signedOut: true as const, page: null };
  return { signedOut: false as const, page: await pageOf(event) };
};

async function pageOf(event: PageServerLoadEvent) {
  const work = await enterWork(event);
  const { rows, review, entries, edition } = work;
  if (review.state.kind === 'review-published') redirect(303, `/bilans/${review.id}`);
  const words = new Map(entries.map((entry) => [entry.item, entry.words]));
  const promises = rows.map(({ item, stance, levels, progress }) => {
    const said = progress === 'ready' ? words.get(item) : undefined;
    const status = said?.status ?? null;
    return {
      item,
      stance,
      levels,
      said:
        said === undefined || status === null
          ? null
          : { status, beforeMandate: said.beforeMandate, assessedOn: said.assessedOn },
    };
  });
  return {
    head: workHead(work),
    isOpen: work.isOpen,
    coordinates: work.coordinates,
    changes: review.changes,
    occasion: review.occasion,
    introduction: review.introduction,
    counts: countsOf(rows),
    tally: reviewTally(promises, edition),
    unfinished: rows.filter(({ progress }) => progress === 'started'),
    saidSince: rows.filter((row) => row.saidSince),
    left: rows.filter(({ progress }) => progress === 'not-looked-at'),
    typing: rows.flatMap((row) => row.typing.map((typing) => ({ ...typing, item: row.item, label: row.label }))),
    method: METHOD_VERSION,
    done: event.url.searchParams.has('fait'),
  };
}

export const actions: Actions = {
  introduction: async (event) => {
    const form = await event.request.formData();
    if (await isSignedOutAct(event)) return fail(401, { ...NOTHING, signedOut: fieldsOf(form) });
    const { stores, person, id } = await actInReview(event);
    const typed = {
      occasion: formText(form, 'occasion', 40),
      introduction: formText(form, 'introduction', 20_000),
      seen: formText(form, 'seen', 20_000),
    };
    const described = await describeReview(stores, person, { review: id, ...typed }, new Date());
    if (described.ok) redirect(303, `${event.url.pathname}?fait`);
    return refused(described.refusal, typed);
  },
  publier: async (event) => {
    const { stores, person, id } = await actInReview(event);
    const form = await event.request.formData();
    const request = { review: id, changes: Number(formText(form, 'changes', 9)) };
    const published = await publishReview(stores, person, request, new Date());
    // Pressed twice: the second press shows what the first one did.
    if (published.ok || published.refusal.kind === 'already-published') redirect(303, `/bilans/${id}`);
    return refused(published.refusal, null);
  },
};

type Typed = { readonly occasion: string; readonly introduction: string; readonly seen: string };

const NOTHING = { problem: null, typed: null, item: null, theirs: null, signedOut: null } as const;

function refused(refusal: ReviewRefusal, typed: Typed | null) {
  hiddenWhenUnknown(refusal);
  const theirs = refusal.kind === 'stale-introduction' ? refusal.theirs : null;
  return fail(statusOfRefusal(refusal), {
    ...NOTHING,
    problem: sayReviewRefusal(refusal),
    // Read and sent again, it takes the place of theirs.
    typed: typed === null ? null : { ...typed, seen: theirs ?? typed.seen },
    item: refusal.kind === 'entry-refused' ? refusal.item : null,
    theirs,
  });
}
