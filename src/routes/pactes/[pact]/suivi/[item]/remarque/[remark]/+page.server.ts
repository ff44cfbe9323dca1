import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { pass } from '#domain/access/gate.ts';
import { actorOf } from '#server/accounts/actor-of.ts';
import { tooManyReports } from '#server/follow-up/too-many-reports.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { followUpOf } from '#server/storage/thread-follow-up.ts';
import { idIn } from '#ui/addresses.ts';
import { promiseShown } from '#ui/follow-up/promise-shown.ts';
import { sayFollowUpRefusal, TOO_MANY_REPORTS } from '#ui/messages/follow-up-refusals.fr.ts';
import { hideRemark, reportRemark, withdrawRemark, type CannotRemark } from '#use-cases/follow-up/remark.ts';
import type { Result } from '#domain/shared/result.ts';
import { promiseAsked } from '../../../promise-asked.ts';

export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const actor = await actorOf(event);
  const asked = await promiseAsked(event.params);
  const id = idIn(event.params.remark) ?? error(404);
  const { pact, key, promised, today, db, item, stores } = asked;
  const [followUp] = await followUpOf(db, [{ pact: pact.id, item }]);
  const shown =
    followUp === undefined ? null : promiseShown({ pact: { ...pact, leader: null }, key, promised, followUp, today });
  const remark = shown?.remarks.find((one) => one.id === id) ?? error(404);
  const kept = await stores.assessments.remarks.lock({ pact: pact.id, item, id });
  const concerns = kept?.person === null || kept === null ? {} : { person: kept.person };
  const may = (act: 'withdraw-remark' | 'hide-remark') =>
    remark.hidden === null && pass(actor, { act, state: pact.state, concerns }).ok;
  return {
    title: asked.title,
    step: asked.step,
    back: asked.thread,
    place: { name: asked.place.name },
    remark,
    mayReport: remark.hidden === null,
    mayWithdraw: may('withdraw-remark'),
    mayHide: may('hide-remark'),
    sent: event.url.searchParams.has('signale'),
  };
};

type Event = Parameters<NonNullable<Actions['signaler']>>[0];

export const actions: Actions = {
  signaler: async (event) => {
    if (tooManyReports(event)) return fail(429, { problem: TOO_MANY_REPORTS, reason: '' });
    return await act(event, reportRemark, '?signale');
  },
  retirer: async (event) =>
    await act(event, async (stores, actor, { reason: _, ...remark }, now) =>
      withdrawRemark(stores, actor, remark, now),
    ),
  masquer: async (event) => await act(event, hideRemark),
};

async function act(event: Event, work: typeof reportRemark, stay: string | null = null) {
  const actor = await actorOf(event);
  const asked = await promiseAsked(event.params);
  const remark = idIn(event.params.remark) ?? error(404);
  const reason = formText(await event.request.formData(), 'motif', 20_000);
  const request = { pact: asked.pact.id, item: asked.item, remark, reason };
  const done: Result<null, CannotRemark> = await work(asked.stores, actor, request, new Date());
  if (done.ok) redirect(303, stay === null ? asked.thread : `${event.url.pathname}${stay}`);
  const { refusal } = done;
  if (refusal.kind === 'unknown-remark') error(404);
  return fail(refusal.kind === 'not-allowed' ? 403 : 400, { problem: sayFollowUpRefusal(refusal), reason });
}
