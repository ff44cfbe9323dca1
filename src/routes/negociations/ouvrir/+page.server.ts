import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import type { Person } from '#domain/access/gate.ts';
import { stateOfList } from '#domain/campaign/candidate-list.ts';
import type { Edition } from '#domain/charter/edition.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { editionsOffered } from '#server/charters.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import type { Db } from '#server/storage/connection.ts';
import { pactsOfPlaces } from '#server/storage/pacts-of-places.ts';
import { placeRef } from '#server/storage/places.ts';
import type { PactRef } from '#server/storage/views.ts';
import { idIn, pactAddress, placeAddress } from '#ui/addresses.ts';
import { electionTitle } from '#ui/messages/campaign.fr.ts';
import { pactTitle, termOf } from '#ui/messages/pact.fr.ts';
import { councilOf, enterListOf, listStanding, pactOf } from '#ui/messages/negotiation-pages.fr.ts';
import { sayNegotiationRefusal } from '#ui/messages/negotiation-refusals.fr.ts';
import { textOf } from '#ui/negotiation/answer-form.ts';
import type { StartFrom } from '#use-cases/negotiation/first-words.ts';
import { openNegotiation } from '#use-cases/negotiation/open-negotiation.ts';
import type { Stores } from '#use-cases/stores.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

/** With `?collectif=12`, that collective is chosen; with `?liste=3`, that list, when it may be. */
export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const person = await requirePerson(event);
  const { db } = await runtime();
  const stores = storesOn(db);
  const collectives = await activeOf(person, stores);
  const asked = Number(event.url.searchParams.get('collectif'));
  const chosen = collectives.find(({ id }) => id === asked) ?? collectives[0] ?? null;
  const priorities = chosen === null ? [] : await stores.priorities.priorities(chosen.id);
  const counterparts = chosen === null ? [] : await counterpartsOf(chosen.places, stores);
  const list = `liste ${event.url.searchParams.get('liste') ?? ''}`;
  return {
    collectives: collectives.map(({ id, name }) => ({ id, name })),
    chosen: chosen?.id ?? null,
    counterparts,
    likelyCounterpart: counterparts.find(({ value }) => value === list)?.value ?? null,
    enter: chosen === null ? [] : await whereToEnter(chosen.places, db),
    pacts: chosen === null ? [] : (await pactsOfPlaces(db, chosen.places)).map(pactChoice),
    editions: likelyFirst(
      new Set(priorities.map(({ edition }) => edition)),
      collectives.map(({ id }) => id),
    ),
    likelyStart: priorities.length > 0 ? 'priorities' : 'everything',
  };
};

export const actions: Actions = {
  default: async (event) => {
    const person = await requirePerson(event);
    const { db } = await runtime();
    const form = await event.request.formData();
    const typed = {
      collective: textOf(form, 'collective'),
      counterpart: textOf(form, 'counterpart'),
      edition: textOf(form, 'edition'),
      start: textOf(form, 'start'),
      document: textOf(form, 'document'),
      pact: textOf(form, 'pact'),
    };
    const counterpart = counterpartFrom(typed.counterpart);
    if (counterpart === null)
      return fail(400, { typed, problem: sayNegotiationRefusal({ kind: 'counterpart-elsewhere' }) });
    const start = startFrom(typed.start, typed.document || typed.pact);
    if (start === null) return fail(400, { typed, problem: sayNegotiationRefusal({ kind: 'unknown-document' }) });
    const request = { collective: Number(typed.collective) || 0, counterpart, edition: typed.edition, start };
    const opened = await openNegotiation(storesOn(db), person, request, new Date());
    if (opened.ok) redirect(303, `/negociations/${opened.value.id}`);
    if (opened.refusal.kind === 'not-allowed') error(404, sayNegotiationRefusal(opened.refusal));
    return fail(opened.refusal.kind === 'already-negotiating' ? 409 : 400, {
      typed,
      problem: sayNegotiationRefusal(opened.refusal),
    });
  },
};

/** The charter that the collective chose measures of, then those that a collective and a list sign, the latest first. */
function likelyFirst(chosen: ReadonlySet<string>, collectives: readonly number[]) {
  const rank = ({ id, carriers }: Edition): number =>
    (chosen.has(id) ? 0 : 2) + (carriers.kind === 'collective-and-list' ? 0 : 1);
  return editionsOffered(collectives)
    .toSorted((one, other) => rank(one) - rank(other) || other.year - one.year)
    .map((edition) => ({ id: edition.id, name: editionName(edition) }));
}

async function activeOf(person: Person, stores: Stores) {
  const ids = new Set(person.holds.flatMap((holding) => ('collective' in holding ? [holding.collective] : [])));
  const found = await Promise.all([...ids].map((id) => stores.collectives.find(id)));
  return found.filter((collective) => collective?.state === 'active').filter((collective) => collective !== null);
}

/** Lists of the latest elections of its communes, and the councils of its places. */
async function counterpartsOf(places: readonly PlaceCode[], stores: Stores) {
  const groups = await Promise.all(
    places.map(async (place) => {
      const name = (await stores.places.facts(place))?.name ?? '';
      const council = {
        value: place.kind === 'municipality' ? `commune ${place.code}` : `epci ${place.siren}`,
        label: councilOf(name),
      };
      if (place.kind === 'grouping') return [council];
      const elections = await stores.campaign.electionsIn(place.code);
      const latest = elections.slice(-2).toReversed();
      const lists = await Promise.all(
        latest.map(async (election) =>
          (await stores.campaign.listsIn(place.code, election.id))
            .filter((list) => ['standing', 'decided'].includes(stateOfList(list)))
            .map((list) => ({
              value: `liste ${list.id}`,
              label: listStanding({ list: list.name, place: name, election: electionTitle(election, name) }),
            })),
        ),
      );
      return [...lists.flat(), council];
    }),
  );
  return groups.flat();
}

/** Where a list that is not there yet is entered, commune by commune. */
async function whereToEnter(places: readonly PlaceCode[], db: Db) {
  const communes = await Promise.all(
    places.filter(({ kind }) => kind === 'municipality').map((place) => placeRef(db, place)),
  );
  return communes
    .filter((place) => place !== null)
    .map((place) => ({ href: `${placeAddress(place)}/listes/saisir`, label: enterListOf(place.name) }));
}

function counterpartFrom(value: string): { readonly list: number } | { readonly council: PlaceCode } | null {
  const [kind, code = ''] = value.split(' ');
  if (kind === 'liste') return { list: Number(code) || 0 };
  if (kind === 'commune') return { council: { kind: 'municipality', code } };
  if (kind === 'epci') return { council: { kind: 'grouping', siren: code } };
  return null;
}

/** Its address is the value: the same as one that is pasted. */
function pactChoice(pact: PactRef) {
  return { value: pactAddress(pact), label: pactOf(pactTitle(pact), pact.place.name, termOf(pact)) };
}

/** The address that was pasted, which wins, or that of the pact that was chosen: that of a draft (…/lire/TOKEN) or of a pact (…/pactes/12-nom). */
function startFrom(start: string, address: string): StartFrom | null {
  switch (start) {
    case 'priorities':
    case 'everything':
    case 'nothing':
      return { kind: start };
    case 'document':
    case 'previous-pact': {
      const token = /\/lire\/([\w-]{20,})/.exec(address)?.[1];
      const pact = idIn(/\/pactes\/([^/?#\s]+)/.exec(address)?.[1] ?? '');
      if (start === 'previous-pact') return pact === null ? null : { kind: start, pact };
      if (pact !== null) return { kind: start, from: { pact } };
      return token === undefined ? null : { kind: start, from: { token } };
    }
    default:
      return null;
  }
}
