import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { textAt, wantsAnswer } from '#domain/consultation/contribution.ts';
import { consultedBesideDraft } from '#server/storage/consultation-pages.ts';
import { ownVotes } from '#server/storage/consultation-votes.ts';
import { contributionShown } from '#server/storage/contribution-pages.ts';
import { idIn } from '#ui/addresses.ts';
import { consultationAddress } from '#ui/consultation/consultation-address.ts';
import { consultationStatus, sayConsultationRefusal } from '#ui/messages/consultation-refusals.fr.ts';
import { stopBeingTold, withdrawContribution } from '#use-cases/consultation/contribute.ts';
import { consultationAsked, headOf } from '../../../consultation-asked.ts';
import { voteAction } from '../../../vote-action.ts';

export const load: PageServerLoad = async (event) => {
  const asked = await consultationAsked(event);
  const { db, consultation, participation } = asked;
  const of = { consultation: consultation.id, id: idIn(event.params.contribution) ?? error(404) };
  const contribution = (await contributionShown(db, { ...of, own: participation?.id ?? 0 })) ?? error(404);
  const [beside, votes] = await Promise.all([
    contribution.measure?.part === null ? consultedBesideDraft(db, { ...of, id: contribution.measure.id }) : null,
    participation === null ? null : ownVotes(db, participation.id),
  ]);
  const now = beside?.now;
  const base = contribution.spot === null || now === undefined ? null : textAt(now, contribution.spot);
  return {
    head: headOf(asked),
    contribution,
    // The workbench may have changed what it is about: it keeps its own words, and says so.
    baseChanged:
      contribution.kind === 'amendment' && beside !== null && contribution.base !== '' && base !== contribution.base,
    mayVote: wantsAnswer(contribution.kind) && contribution.state === 'shown',
    own: votes?.get(`c${contribution.id}`) ?? null,
    counted: consultation.count?.frozen.objects.find(({ object }) => object === `c${contribution.id}`) ?? null,
    said: ['publiee', 'vote', 'arrete'].find((name) => event.url.searchParams.has(name)) ?? null,
  };
};

export const actions: Actions = {
  voter: voteAction,
  retirer: (event) => changeOwn(event, withdrawContribution, ''),
  arreter: (event) => changeOwn(event, stopBeingTold, '?arrete'),
};

async function changeOwn(event: RequestEvent, act: typeof withdrawContribution, said: string) {
  const { stores, consultation, actor, now } = await consultationAsked(event);
  const contribution = idIn(event.params.contribution) ?? error(404);
  const done = await act(stores, actor, { consultation: consultation.id, contribution }, now);
  if (done.ok) redirect(303, `${consultationAddress(consultation.id)}/contributions/${contribution}${said}`);
  return fail(consultationStatus(done.refusal), { problem: sayConsultationRefusal(done.refusal) });
}
