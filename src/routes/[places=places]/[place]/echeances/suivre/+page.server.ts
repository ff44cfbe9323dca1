import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { accountOf } from '#server/accounts/actor-of.ts';
import { formText } from '#server/http/form-text.ts';
import { secondsToWaitForCode } from '#server/http/proof-allowance.ts';
import { sayFollowRefusal, statusOf } from '#ui/messages/deadlines/refusals.fr.ts';
import { tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { askToFollow, followWithAccount } from '#use-cases/deadlines/follow-deadlines.ts';
import { followUpPlace } from '../../follow-up-place.ts';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  const { place, address } = await followUpPlace(event);
  const account = await accountOf(event);
  return { place, address, account: account?.email ?? null, kept: event.url.searchParams.get('note') };
};

export const actions: Actions = {
  adresse: async (event) => {
    const email = formText(await event.request.formData(), 'email', 300);
    const wait = secondsToWaitForCode(event.getClientAddress());
    if (wait > 0) return fail(429, { email, problem: tooManyAskings(wait) });
    const { stores, code, address } = await followUpPlace(event);
    const asked = await askToFollow(stores, { kind: 'anyone' }, { place: code, email }, new Date());
    if (asked.ok) redirect(303, `${address}/echeances/suivre/${asked.value.proof}`);
    return fail(statusOf(asked.refusal), { email, problem: sayFollowRefusal(asked.refusal) });
  },
  compte: async (event) => {
    const account = await accountOf(event);
    const { stores, code, address } = await followUpPlace(event);
    if (account === null) redirect(303, `${address}/echeances/suivre`);
    const request = { place: code, email: account.email };
    const followed = await followWithAccount(stores, account.person, request, new Date());
    if (followed.ok) redirect(303, `${address}/echeances/suivre?note=${followed.value.added ? 'oui' : 'deja'}`);
    return fail(statusOf(followed.refusal), { email: '', problem: sayFollowRefusal(followed.refusal) });
  },
};
