import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { requireAccount, requirePerson } from '#server/accounts/actor-of.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { runtime } from '#server/runtime.ts';
import { placeFacts } from '#server/storage/places.ts';
import { storesOn } from '#server/stores.ts';
import { sayCommitteeRefusal, statusOf } from '#ui/messages/committee/refusals.fr.ts';
import { committeePath } from '#use-cases/committee/enter-committee.ts';
import { takeSeat } from '#use-cases/committee/sit-in-committee.ts';

export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const account = await requireAccount(event);
  const { db } = await runtime();
  const stores = storesOn(db);
  const invitation = await stores.committees.invitation(event.params.token);
  if (invitation === null) error(404, sayCommitteeRefusal({ kind: 'unknown-seat' }));
  if (invitation.expiresAt <= new Date()) error(410, sayCommitteeRefusal({ kind: 'late-seat' }));
  const [committee, members] = await Promise.all([
    stores.committees.find(invitation.committee),
    stores.committees.members(invitation.committee),
  ]);
  const seat = members.find(({ id }) => id === invitation.member);
  if (committee === null || committee.state === 'closed' || seat === undefined)
    error(404, sayCommitteeRefusal({ kind: 'unknown-seat' }));
  const facts = await placeFacts(db, committee.place);
  return {
    place: facts?.name ?? '',
    placeKind: committee.place.kind,
    home: committeePath(committee.place),
    quality: seat.quality,
    name: account.name === '' ? seat.name : account.name,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const person = await requirePerson(event);
    const { db } = await runtime();
    const form = await event.request.formData();
    const request = {
      token: event.params.token,
      name: formText(form, 'name', 500),
      namePublic: form.get('namePublic') === 'oui',
    };
    const taken = await takeSeat(storesOn(db), person, request, new Date());
    if (taken.ok) redirect(303, `${committeePath(taken.value.place)}/espace?comite=${taken.value.committee}`);
    const { refusal } = taken;
    if (refusal.kind === 'unknown-seat') error(404, sayCommitteeRefusal(refusal));
    return fail(statusOf(refusal), {
      name: request.name,
      namePublic: request.namePublic,
      problem: sayCommitteeRefusal(refusal),
    });
  },
};
