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
import { sayReviewRefusal, statusOfRefusal } from '#ui/messages/reviews/refusals.fr.ts';
import { reviewSubject, reviewTitle } from '#ui/messages/reviews/page.fr.ts';
import { answerReview } from '#use-cases/reviews/beside-review.ts';
import { voicesOf } from '#use-cases/follow-up/enter-follow-up.ts';
import { knownReview } from '../known-review.ts';

export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  if (await isSignedOutAct(event)) return { signedOut: true as const, page: null };
  return { signedOut: false as const, page: await pageOf(event) };
};

async function pageOf(event: PageServerLoadEvent) {
  const person = await requirePerson(event);
  const { db, published } = await knownReview(event.params);
  const { frozen } = published;
  const pact = await storesOn(db).assessments.pact(frozen.pact.id);
  return {
    title: `${reviewTitle(frozen)} ${reviewSubject(frozen)}`,
    address: reviewAddress(published),
    // Who may not is told how to, on the page of roles.
    may: pact !== null && voicesOf(person, pact).includes('town-hall'),
    each: `/pactes/${frozen.pact.id}/suivi`,
  };
}

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const words = formText(form, 'words', 20_000);
    if (await isSignedOutAct(event)) return fail(401, { words, problem: null, signedOut: fieldsOf(form) });
    const person = await requirePerson(event);
    const { db, published } = await knownReview(event.params);
    const request = { review: published.id, words, sending: sendingIn(form) };
    const answered = await answerReview(storesOn(db), person, request, new Date());
    if (answered.ok) redirect(303, `${reviewAddress(published)}#reponses`);
    const { refusal } = answered;
    if (refusal.kind === 'unknown-review') error(404);
    return fail(statusOfRefusal(refusal), { words, problem: sayReviewRefusal(refusal), signedOut: null });
  },
};
