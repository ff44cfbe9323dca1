import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { pass } from '#domain/access/gate.ts';
import { phaseOn } from '#domain/campaign/election.ts';
import { localDay } from '#domain/shared/local-day.ts';
import { departmentOf } from '#domain/territory/department-of.ts';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { electionsIn } from '#server/campaign-store.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { placeRef } from '#server/storage/places.ts';
import { storesOn } from '#server/stores.ts';
import { listsAddress } from '#ui/addresses.ts';
import { electionTitle } from '#ui/messages/campaign.fr.ts';
import { sayCampaignRefusal } from '#ui/messages/campaign-refusals.fr.ts';
import { activeCollectives, enterList } from '#use-cases/campaign/enter-list.ts';
import { knownMunicipality } from '../../known-municipality.ts';

export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const { db, code, person, stores } = await enter(event);
  const concerns = { collectives: await activeCollectives(stores, code) };
  const allowed = pass(person, { act: 'enter-list', state: 'none', concerns }).ok;
  const place = await placeRef(db, { kind: 'municipality', code });
  if (place?.kind !== 'municipality') error(404);
  const today = localDay(new Date(), departmentOf(code));
  const elections = (await electionsIn(db, code)).toReversed();
  return {
    allowed,
    place: place.name,
    back: listsAddress(place),
    elections: elections.map((election) => ({ id: election.id, title: electionTitle(election, place.name) })),
    // The one that people prepare: the first that is not over, else the last held.
    likely: elections.findLast((election) => phaseOn(election, today) !== 'after')?.id ?? elections[0]?.id ?? '',
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { code, person, stores } = await enter(event);
    const form = await event.request.formData();
    const typed = {
      election: formText(form, 'election', 80),
      name: formText(form, 'nom', 1000),
      leader: formText(form, 'tete', 1000),
      nuance: formText(form, 'nuance', 1000),
      panel: formText(form, 'panneau', 10).trim(),
      source: formText(form, 'source', 1000),
    };
    const panelNumber = /^[1-9]\d{0,3}$/.test(typed.panel) ? Number(typed.panel) : null;
    const entered = await enterList(stores, person, { ...typed, municipality: code, panelNumber }, new Date());
    if (!entered.ok) {
      return fail(entered.refusal.kind === 'not-allowed' ? 403 : 400, {
        typed,
        problem: sayCampaignRefusal(entered.refusal),
      });
    }
    redirect(303, `/listes/${entered.value.id}`);
  },
};

async function enter(
  event: Pick<RequestEvent, 'request' | 'cookies' | 'url'> & { readonly params: { readonly commune: string } },
) {
  const person = await requirePerson(event);
  const { db, code } = await knownMunicipality(event);
  return { db, code, person, stores: storesOn(db) };
}
