import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { pass, type Act } from '#domain/access/gate.ts';
import { stateOfList, type Outcome } from '#domain/campaign/candidate-list.ts';
import { maskedEmail } from '#domain/campaign/role-request.ts';
import { localDay } from '#domain/shared/local-day.ts';
import { slugOf } from '#domain/shared/slug.ts';
import { departmentOf } from '#domain/territory/department-of.ts';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { numberTyped } from '#server/campaign-forms.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { runtime } from '#server/runtime.ts';
import { listsOfMunicipality, pactsWithoutList } from '#server/storage/list-pages.ts';
import { storesOn } from '#server/stores.ts';
import { idIn, listAddress } from '#ui/addresses.ts';
import { OUTCOME } from '#ui/messages/campaign.fr.ts';
import { sayCampaignRefusal, type CampaignRefusal } from '#ui/messages/campaign-refusals.fr.ts';
import { pactTitle } from '#ui/messages/pact.fr.ts';
import {
  correctList,
  confirmOutcome,
  mergeList,
  reinstateList,
  withdrawList,
} from '#use-cases/campaign/change-list.ts';
import { enterAddresses } from '#use-cases/campaign/enter-addresses.ts';
import { activeCollectives } from '#use-cases/campaign/enter-list.ts';
import { linkPactToList } from '#use-cases/campaign/link-pact.ts';

/** Only what this person may do is shown; to somebody who may do nothing, who may. */
export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const { db, stores, person, list, collectives, allowed } = await enter(event);
  const may = (act: Act, state = stateOfList(list)) => pass(person, { act, state, concerns: { collectives } }).ok;
  const team = pass(person, { act: 'enter-address', state: 'none' }).ok;
  const [here, pacts, addresses] = await Promise.all([
    listsOfMunicipality(db, { code: list.municipality }),
    team ? pactsWithoutList(db, list.municipality) : [],
    team ? stores.campaign.addressesOf({ list: list.id }) : [],
  ]);
  return {
    allowed,
    name: list.name,
    leader: list.leader ?? '',
    nuance: list.nuance ?? '',
    back: listAddress({ id: list.id, slug: slugOf(list.name) }),
    done: event.url.searchParams.has('fait'),
    mayCorrect: may('change-list'),
    mayWithdraw: may('withdraw-list'),
    mayReinstate: may('reinstate-list'),
    maySettle: may('confirm-outcome'),
    team,
    others: !may('merge-list')
      ? []
      : here.lists
          .filter(
            (other) =>
              other.id !== list.id &&
              other.election === list.election &&
              other.constituency?.code === list.constituency?.code,
          )
          .filter((other) => other.merged === null && other.withdrawnOn === null)
          // A collective changes only the lists that a collective entered, the one merged into too.
          .filter((other) => team || other.enteredAs === 'collective')
          .map(({ id, name }) => ({ id, name })),
    outcomes: Object.entries(OUTCOME).map(([code, label]) => ({ code, label, now: list.outcome?.kind === code })),
    pacts: pacts.map((pact) => ({ id: pact.id, title: pactTitle(pact) })),
    addresses: addresses.map(({ email }) => maskedEmail(email)),
  };
};

export const actions: Actions = {
  corriger: async (event) => {
    const { stores, person, list, form } = await enterForm(event);
    const typed = { name: formText(form, 'nom'), leader: formText(form, 'tete'), nuance: formText(form, 'nuance') };
    return answer(event, await correctList(stores, person, { list: list.id, ...typed }, new Date()), typed);
  },
  retirer: async (event) => {
    const { stores, person, list, form, today } = await enterForm(event);
    return answer(
      event,
      await withdrawList(stores, person, { list: list.id, on: formText(form, 'jour', 20), today }, new Date()),
    );
  },
  fusionner: async (event) => {
    const { stores, person, list, form, today } = await enterForm(event);
    const into = numberTyped(form, 'dans') ?? error(400);
    return answer(
      event,
      await mergeList(stores, person, { list: list.id, into, on: formText(form, 'jour', 20), today }, new Date()),
    );
  },
  reprendre: async (event) => {
    const { stores, person, list } = await enterForm(event);
    return answer(event, await reinstateList(stores, person, { list: list.id }, new Date()));
  },
  resultat: async (event) => {
    const { stores, person, list, form } = await enterForm(event);
    const code = formText(form, 'resultat', 20);
    const outcome = (Object.keys(OUTCOME) as Outcome[]).find((known) => known === code) ?? error(400);
    return answer(event, await confirmOutcome(stores, person, { list: list.id, outcome }, new Date()));
  },
  pacte: async (event) => {
    const { stores, person, list, form } = await enterForm(event);
    const pact = numberTyped(form, 'pacte') ?? error(400);
    return answer(event, await linkPactToList(stores, person, { pact, list: list.id }, new Date()));
  },
  adresse: async (event) => {
    const { stores, person, list, form } = await enterForm(event);
    const address = {
      line: 1,
      owner: { list: list.id },
      email: formText(form, 'adresse', 300),
      source: formText(form, 'source', 400),
    };
    return answer(event, await enterAddresses(stores, person, [address], new Date()));
  },
};

type Asked = Pick<RequestEvent, 'request' | 'cookies' | 'url'> & { readonly params: { readonly list: string } };

async function enter(event: Asked) {
  const person = await requirePerson(event);
  const { db } = await runtime();
  const stores = storesOn(db);
  const list = (await stores.campaign.findList(idIn(event.params.list) ?? error(404))) ?? error(404);
  const collectives = list.enteredAs === 'collective' ? await activeCollectives(stores, list.municipality) : [];
  const allowed = pass(person, { act: 'change-list', state: stateOfList(list), concerns: { collectives } }).ok;
  return { db, stores, person, list, collectives, allowed };
}

async function enterForm(event: Asked) {
  const entered = await enter(event);
  if (!entered.allowed) error(404);
  return {
    ...entered,
    form: await event.request.formData(),
    today: localDay(new Date(), departmentOf(entered.list.municipality)),
  };
}

type Answered = { readonly ok: true } | { readonly ok: false; readonly refusal: CampaignRefusal };

function answer(event: Asked, result: Answered, typed: { name: string; leader: string; nuance: string } | null = null) {
  if (result.ok) redirect(303, `${event.url.pathname}?fait`);
  return fail(result.refusal.kind === 'not-allowed' ? 403 : 400, {
    problem: sayCampaignRefusal(result.refusal),
    typed,
  });
}
