import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { maskedEmail, type RequestedRole } from '#domain/campaign/role-request.ts';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { formText } from '#server/http/form-text.ts';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { roleOfIn } from '#ui/campaign/role-address.ts';
import { sayCampaignRefusal } from '#ui/messages/campaign-refusals.fr.ts';
import { roleTitle, toHold, waysInWords } from '#ui/messages/roles.fr.ts';
import { askRole } from '#use-cases/campaign/ask-role.ts';

export const load: PageServerLoad = async (event) => {
  await requirePerson(event);
  const asked = wanted(event.params.quoi, '');
  const { db } = await runtime();
  const stores = storesOn(db);
  const name = (await stores.roles.name(asked)) ?? error(404);
  const [addresses, holders] = await Promise.all([
    asked.role === 'national-team'
      ? []
      : stores.campaign.addressesOf(
          asked.role === 'list-representative' ? { list: asked.list } : { place: asked.place },
        ),
    stores.roles.vouchers(asked),
  ]);
  return {
    choosesRole: asked.role === 'municipal-agent',
    excludes: asked.role !== 'national-team',
    title: name.role === 'municipal-agent' ? `Agir pour ${name.place}` : roleTitle(name),
    lede:
      name.role === 'municipal-agent'
        ? `Vous demandez à agir pour ${name.place}, comme agent·e ou comme élu·e.`
        : `Vous demandez à ${toHold(name)}.`,
    ways: waysInWords(
      addresses.map(({ email }) => maskedEmail(email)),
      holders.length,
      asked.role,
    ),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const person = await requirePerson(event);
    const form = await event.request.formData();
    const [role, words] = [formText(form, 'role', 40), formText(form, 'mots', 5000)];
    const { db } = await runtime();
    const result = await askRole(storesOn(db), person, { asked: wanted(event.params.quoi, role), words }, new Date());
    if (!result.ok) return fail(400, { problem: sayCampaignRefusal(result.refusal), role, words });
    redirect(303, '/compte/roles?fait');
  },
};

/** `role`: for a place, as the form says; an agent unless told. */
function wanted(quoi: string, role: string): RequestedRole {
  const of = roleOfIn(quoi) ?? error(404);
  switch (of.kind) {
    case 'list':
      return { role: 'list-representative', list: of.list };
    case 'place':
      return { role: role === 'elected-official' ? role : 'municipal-agent', place: of.place };
    case 'team':
      return { role: 'national-team' };
  }
}
