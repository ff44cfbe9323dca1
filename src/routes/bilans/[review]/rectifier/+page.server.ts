import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad, PageServerLoadEvent } from './$types';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { isSignedOutAct } from '#server/accounts/signed-out-actor.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { sendingIn } from '#server/http/sending.ts';
import { storesOn } from '#server/stores.ts';
import { fieldsOf } from '#ui/review-work/entry-form.ts';
import { reviewAddress } from '#ui/addresses.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { promiseLabel } from '#ui/messages/reviews/names.fr.ts';
import { sayReviewRefusal, statusOfRefusal } from '#ui/messages/reviews/refusals.fr.ts';
import { reviewSubject, reviewTitle } from '#ui/messages/reviews/page.fr.ts';
import { correctReview } from '#use-cases/reviews/beside-review.ts';
import { enterReview } from '#use-cases/reviews/enter-review.ts';
import { knownReview } from '../known-review.ts';

export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  if (await isSignedOutAct(event)) return { signedOut: true as const, page: null };
  return { signedOut: false as const, page: await pageOf(event) };
};

async function pageOf(event: PageServerLoadEvent) {
  const person = await requirePerson(event);
  const { db, published } = await knownReview(event.params);
  const entered = await enterReview(storesOn(db), person, { act: 'correct-review', id: published.id, lock: false });
  if (!entered.ok) error(404);
  const { frozen } = published;
  return {
    title: `${reviewTitle(frozen)} ${reviewSubject(frozen)}`,
    address: reviewAddress(published),
    promises: frozen.promises.map(({ item, label, title }) => ({
      item,
      name: `${promiseLabel(item, label)}, ${heading(title)}`,
    })),
  };
}

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const typed = { item: formText(form, 'item', 20), words: formText(form, 'words', 20_000) };
    if (await isSignedOutAct(event)) return fail(401, { ...typed, problem: null, signedOut: fieldsOf(form) });
    const person = await requirePerson(event);
    const { db, published } = await knownReview(event.params);
    const request = {
      review: published.id,
      item: typed.item === '' ? null : typed.item,
      words: typed.words,
      sending: sendingIn(form),
    };
    const corrected = await correctReview(storesOn(db), person, request, new Date());
    if (corrected.ok) redirect(303, `${reviewAddress(published)}#rectificatifs`);
    const { refusal } = corrected;
    if (refusal.kind === 'unknown-review' || refusal.kind === 'review-not-now') error(404);
    return fail(statusOfRefusal(refusal), { ...typed, problem: sayReviewRefusal(refusal), signedOut: null });
  },
};
