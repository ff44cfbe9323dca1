import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { requireAccount, requirePerson } from '#server/accounts/actor-of.ts';
import { collectivesCharter } from '#server/collectives-charter.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { spaceAddress } from '#ui/addresses.ts';
import { NOTHING_TYPED, oneselfFieldOf, oneselfIn } from '#ui/collectives/oneself-form.ts';
import { sayCollectiveRefusal, statusOf } from '#ui/messages/collectives/refusals.fr.ts';
import { acceptInvitation, faultOf } from '#use-cases/collectives/join-collective.ts';

export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const account = await requireAccount(event);
  const { db } = await runtime();
  const stores = storesOn(db);
  const invitation = await stores.joining.findInvitation(event.params.token);
  if (invitation === null) error(404, sayCollectiveRefusal({ kind: 'unknown-invitation' }));
  const [collective, members] = await Promise.all([
    stores.collectives.find(invitation.collective),
    stores.collectives.members(invitation.collective),
  ]);
  if (collective === null || collective.state === 'closed')
    error(404, sayCollectiveRefusal({ kind: 'unknown-invitation' }));
  if (members.some(({ person }) => person === account.person.id)) redirect(303, spaceAddress(collective));
  const fault = faultOf(invitation, new Date());
  if (fault !== null) error(410, sayCollectiveRefusal(fault));
  return {
    name: collective.name,
    members: members.length,
    expiresAt: invitation.expiresAt,
    charter: collectivesCharter(),
    typed: { ...NOTHING_TYPED, ownName: account.name },
  };
};

export const actions: Actions = {
  default: async (event) => {
    const person = await requirePerson(event);
    const own = oneselfIn(await event.request.formData());
    const { db } = await runtime();
    const { ownName: name, namePublic, declaration, charter } = own;
    const said = { token: event.params.token, name, namePublic, declaration, charter };
    const joined = await acceptInvitation(storesOn(db), person, said, new Date());
    if (joined.ok) redirect(303, spaceAddress({ id: joined.value.collective }));
    const { refusal } = joined;
    if (refusal.kind === 'member-already') redirect(303, spaceAddress({ id: refusal.collective }));
    const field = oneselfFieldOf(refusal) ?? 'own-name';
    return fail(statusOf(refusal), { own, field, problem: sayCollectiveRefusal(refusal) });
  },
};
