import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { isFollowed } from '#domain/follow-up/promised.ts';
import { requireAccount } from '#server/accounts/actor-of.ts';
import { readEvidence, tooMuchEvidence } from '#server/follow-up/read-evidence.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { sendingIn } from '#server/http/sending.ts';
import { slotAsked, typedProofs, withSlot, type TypedEvidence } from '#ui/follow-up/evidence-form.ts';
import { sayFollowUpRefusal, whereIs, type FollowUpRefusal } from '#ui/messages/follow-up-refusals.fr.ts';
import { voicesOf } from '#use-cases/follow-up/enter-follow-up.ts';
import { addRemark, enterRemark } from '#use-cases/follow-up/remark.ts';
import { promiseAsked } from '../../promise-asked.ts';

export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const { name, person } = await requireAccount(event);
  const asked = await promiseAsked(event.params);
  return {
    title: asked.title,
    step: asked.step,
    place: { name: asked.place.name },
    back: asked.thread,
    today: asked.today,
    name,
    followed: isFollowed(asked.promised),
    // Whoever speaks for a voice is led to it.
    speak: voicesOf(person, asked.pact).length === 0 ? null : `/pactes/${asked.pact.id}/suivi/${asked.item}/evaluer`,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { person } = await requireAccount(event);
    const { stores, pact, item, today, thread } = await promiseAsked(event.params);
    const form = await event.request.formData().catch(() => null);
    // Past what the site takes at once, nothing of it came.
    if (form === null) {
      const problem = sayFollowUpRefusal({ kind: 'form-too-big' });
      return fail(413, { typed: null, problem, where: null, wrong: null });
    }
    const now = new Date();
    const words = {
      name: formText(form, 'nom', 1000),
      quality: formText(form, 'qualite', 1000),
      sentence: formText(form, 'phrase', 20_000).replace(/\r\n?/g, '\n'),
    };
    if (tooMuchEvidence(event)) {
      const problem = sayFollowUpRefusal({ kind: 'too-many-files' });
      return fail(429, { typed: { ...words, evidence: typedProofs(form) }, problem, where: null, wrong: null });
    }
    // Whoever may add nothing now keeps no file here either.
    const entered = await enterRemark(stores, person, { pact: pact.id, item }, now);
    if (!entered.ok) return refused(entered.refusal, { ...words, evidence: typedProofs(form) });
    const { typed, evidence } = await readEvidence(form, { stores, person: person.id, today, now });
    const sending = sendingIn(form);
    const said = { ...words, evidence: withSlot(typed, slotAsked(form)) };
    if (slotAsked(form) !== null) return { typed: said, problem: null, where: null, wrong: null };
    const added = evidence.ok
      ? await addRemark(stores, person, { ...words, evidence: evidence.value, pact: pact.id, item, sending }, now)
      : evidence;
    if (added.ok) redirect(303, `${thread}#remarque-${added.value.id}`);
    return refused(added.refusal, said);
  },
};

type TypedRemark = {
  readonly name: string;
  readonly quality: string;
  readonly sentence: string;
  readonly evidence: readonly TypedEvidence[];
};

function refused(refusal: FollowUpRefusal, typed: TypedRemark) {
  return fail(statusOf(refusal), {
    typed,
    problem: sayFollowUpRefusal(refusal),
    where: whereIs(refusal),
    wrong: 'which' in refusal ? refusal.which : null,
  });
}

function statusOf({ kind }: FollowUpRefusal): 400 | 403 | 429 {
  if (kind === 'not-allowed' || kind === 'own-voice') return 403;
  return kind === 'too-many-remarks' ? 429 : 400;
}
