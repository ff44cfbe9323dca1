/** The act of writing, wherever its form stands. What was typed comes back when it is refused. */
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { formText } from '#server/http/form-text.ts';
import { secondsToWaitToContribute } from '#server/http/participation.ts';
import { sendingIn } from '#server/http/sending.ts';
import { contributionAddress } from '#ui/consultation/consultation-address.ts';
import { consultationStatus, sayConsultationRefusal } from '#ui/messages/consultation-refusals.fr.ts';
import { tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { contribute, type ContributionTyped } from '#use-cases/consultation/contribute.ts';
import { consultationAsked } from './consultation-asked.ts';

type Writing = Pick<RequestEvent, 'cookies' | 'request' | 'setHeaders' | 'getClientAddress'> & {
  readonly params: { readonly consultation: string };
};

const MOST_TYPED = 20_000;

export async function contributeAction(
  event: Writing,
  of: { readonly kind: ContributionTyped['kind']; readonly measure: number },
) {
  const { stores, consultation, actor, now } = await consultationAsked(event);
  const form = await event.request.formData();
  const typed = {
    kind: of.kind,
    title: formText(form, 'titre', MOST_TYPED),
    words: formText(form, 'texte', MOST_TYPED),
    because: formText(form, 'pourquoi', MOST_TYPED),
    spot: formText(form, 'partie', 40),
    name: formText(form, 'signature', MOST_TYPED),
    tell: formText(form, 'prevenir', 300),
  };
  const wait = secondsToWaitToContribute(event.getClientAddress());
  if (wait > 0) return fail(429, { ...typed, problem: tooManyAskings(wait) });
  const { words, because, spot, title, name, tell } = typed;
  const said: ContributionTyped =
    of.kind === 'comment'
      ? { kind: of.kind, measure: of.measure, words }
      : of.kind === 'amendment'
        ? { kind: of.kind, measure: of.measure, spot, words, because }
        : { kind: of.kind, title, words, because };
  const request = { consultation: consultation.id, said, name, tell, sending: sendingIn(form) };
  const written = await contribute(stores, actor, request, now);
  if (written.ok) redirect(303, `${contributionAddress(consultation.id, written.value.id)}?publiee`);
  return fail(consultationStatus(written.refusal), { ...typed, problem: sayConsultationRefusal(written.refusal) });
}
