/** The act of voting, wherever its form stands: one field for each object, `vote-m12`. */
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { CHOICES, type Choice } from '#domain/consultation/count.ts';
import { secondsToWaitToVote } from '#server/http/participation.ts';
import { consultationStatus, sayConsultationRefusal } from '#ui/messages/consultation-refusals.fr.ts';
import { tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { voteInConsultation } from '#use-cases/consultation/vote.ts';
import { consultationAsked } from './consultation-asked.ts';

type Voting = Pick<RequestEvent, 'cookies' | 'request' | 'setHeaders' | 'getClientAddress' | 'url'> & {
  readonly params: { readonly consultation: string };
};

/** What takes a vote back; see VoteFields.svelte. */
const TAKE_BACK = 'retirer';

/** What is left empty is no vote; what is no choice at all is refused, with all that was chosen given back. */
export async function voteAction(event: Voting) {
  const { stores, consultation, actor, now } = await consultationAsked(event);
  const form = await event.request.formData();
  const chosen = Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      name.startsWith('vote-') && typeof value === 'string' ? [[name.slice('vote-'.length), value] as const] : [],
    ),
  );
  const wait = secondsToWaitToVote(event.getClientAddress());
  if (wait > 0) return fail(429, { chosen, problem: tooManyAskings(wait) });
  const votes: { object: string; choice: Choice | null }[] = [];
  for (const [object, value] of Object.entries(chosen)) {
    const choice = CHOICES.find((known) => known === value) ?? null;
    if (choice === null && value !== '' && value !== TAKE_BACK) {
      return fail(400, { chosen, problem: sayConsultationRefusal({ kind: 'not-to-vote-on', object }) });
    }
    if (value !== '') votes.push({ object, choice });
  }
  const voted = await voteInConsultation(stores, actor, { consultation: consultation.id, votes }, now);
  if (voted.ok) redirect(303, `${event.url.pathname}?vote`);
  const { refusal } = voted;
  if (refusal.kind === 'unknown-consultation') error(404);
  return fail(consultationStatus(refusal), { chosen, problem: sayConsultationRefusal(refusal) });
}
