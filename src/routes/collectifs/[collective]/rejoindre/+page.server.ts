import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { requireAccount, requirePerson } from '#server/accounts/actor-of.ts';
import { collectivesCharter } from '#server/collectives-charter.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { storesOn } from '#server/stores.ts';
import { collectiveAddress, spaceAddress } from '#ui/addresses.ts';
import { NOTHING_TYPED, oneselfFieldOf, oneselfIn } from '#ui/collectives/oneself-form.ts';
import { sayCollectiveRefusal, statusOf } from '#ui/messages/collectives/refusals.fr.ts';
import { askToJoin, takeBackJoinRequest } from '#use-cases/collectives/join-collective.ts';
import { collectiveAsked } from '../known-collective.ts';

export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const account = await requireAccount(event);
  const { db, id } = await collectiveAsked(event.params);
  const stores = storesOn(db);
  const collective = await stores.collectives.find(id);
  if (collective === null || (collective.state !== 'active' && collective.state !== 'dormant')) error(404);
  const [member, request] = await Promise.all([
    stores.collectives.member(id, account.person.id),
    stores.joining.requestOf(id, account.person.id),
  ]);
  if (member !== null) redirect(303, spaceAddress(collective));
  return {
    name: collective.name,
    address: collectiveAddress(collective),
    asked: request !== null,
    charter: collectivesCharter(),
    typed: { ...NOTHING_TYPED, ownName: account.name },
  };
};

export const actions: Actions = {
  ask: async (event) => {
    const person = await requirePerson(event);
    const form = await event.request.formData();
    const own = oneselfIn(form);
    const message = formText(form, 'message', 10_000);
    const { db, id } = await collectiveAsked(event.params);
    const { ownName: name, declaration, charter } = own;
    const request = { collective: id, name, declaration, charter, message };
    const asked = await askToJoin(storesOn(db), person, request, new Date());
    // The page then says that it is asked.
    if (asked.ok || asked.refusal.kind === 'asked-already') redirect(303, event.url.pathname);
    const { refusal } = asked;
    if (refusal.kind === 'unknown-collective' || refusal.kind === 'not-allowed') error(404);
    const field = oneselfFieldOf(refusal) ?? ('field' in refusal ? refusal.field : 'own-name');
    return fail(statusOf(refusal), { own, message, field, problem: sayCollectiveRefusal(refusal) });
  },
  back: async (event) => {
    const person = await requirePerson(event);
    const { db, id } = await collectiveAsked(event.params);
    await takeBackJoinRequest(storesOn(db), person, { collective: id }, new Date());
    redirect(303, event.url.pathname);
  },
};
