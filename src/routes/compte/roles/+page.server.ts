import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { maskedEmail } from '#domain/campaign/role-request.ts';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { decideTyped, numberTyped } from '#server/campaign-forms.ts';
import { formText } from '#server/http/form-text.ts';
import { runtime } from '#server/runtime.ts';
import { requestsOfPerson, requestsToVouchFor } from '#server/storage/role-pages.ts';
import { storesOn } from '#server/stores.ts';
import { decideLine, stateLine } from '#ui/campaign/request-lines.ts';
import { sayCampaignRefusal, type CampaignRefusal } from '#ui/messages/campaign-refusals.fr.ts';
import { dayOf } from '#ui/messages/format.fr.ts';
import { codeSent, roleTitle } from '#ui/messages/roles.fr.ts';
import { decideRole, dropRoleRequest } from '#use-cases/campaign/decide-role.ts';
import { endRole } from '#use-cases/campaign/end-role.ts';
import { sendRoleCode, useRoleCode } from '#use-cases/campaign/role-code.ts';

export const load: PageServerLoad = async (event) => {
  const person = await requirePerson(event);
  const { db } = await runtime();
  const { campaign } = storesOn(db);
  const [mine, others] = await Promise.all([requestsOfPerson(db, person.id), requestsToVouchFor(db, person.id)]);
  return {
    done: event.url.searchParams.has('fait'),
    team: person.holds.some(({ role }) => role === 'national-team'),
    toDecide: others.map(decideLine),
    requests: await Promise.all(
      mine.map(async (request) => {
        const { asked } = request;
        const waits = request.state === 'asked' && asked.role !== 'national-team';
        const addresses = !waits
          ? []
          : await campaign.addressesOf(
              asked.role === 'list-representative' ? { list: asked.list } : { place: asked.place },
            );
        return {
          id: request.id,
          title: roleTitle(request.name),
          state: request.state,
          line: stateLine(request),
          addresses: addresses.map(({ id, email }) => ({ id, shown: maskedEmail(email) })),
          sent:
            request.codeSentAt === null
              ? null
              : codeSent(addresses.map(({ email }) => maskedEmail(email)).join(', '), dayOf(request.codeSentAt)),
        };
      }),
    ),
  };
};

export const actions: Actions = {
  envoyer: async (event) => {
    const { person, stores, form, request } = await asked(event);
    const address = numberTyped(form, 'adresse');
    const sent = await sendRoleCode(stores, person, { request, ...(address === null ? {} : { address }) }, new Date());
    return sent.ok ? redirect(303, `/compte/roles?fait#d${request}`) : refused(request, sent.refusal);
  },
  confirmer: async (event) => {
    const { person, stores, form, request } = await asked(event);
    const code = formText(form, 'code', 40);
    const used = await useRoleCode(stores, person, { request, code }, new Date());
    return used.ok ? redirect(303, '/compte/roles?fait') : refused(request, used.refusal, code);
  },
  abandonner: async (event) => {
    const { person, stores, request } = await asked(event);
    const dropped = await dropRoleRequest(stores, person, { request }, new Date());
    return dropped.ok ? redirect(303, '/compte/roles?fait') : refused(request, dropped.refusal);
  },
  quitter: async (event) => {
    const { person, stores, request } = await asked(event);
    const ended = await endRole(stores, person, { request, reason: '' }, new Date());
    return ended.ok ? redirect(303, '/compte/roles?fait') : refused(request, ended.refusal);
  },
  decider: async (event) => {
    const { person, stores, form, request } = await asked(event);
    const typed = decideTyped(form) ?? error(400);
    const decided = await decideRole(stores, person, typed, new Date());
    return decided.ok ? redirect(303, '/compte/roles?fait') : refused(request, decided.refusal, typed.reason);
  },
};

async function asked(event: Pick<RequestEvent, 'request' | 'cookies' | 'url'>) {
  const person = await requirePerson(event);
  const form = await event.request.formData();
  const { db } = await runtime();
  return { person, form, stores: storesOn(db), request: numberTyped(form, 'demande') ?? error(400) };
}

function refused(request: number, refusal: CampaignRefusal, typed = '') {
  if (refusal.kind === 'unknown-role-request') error(404, sayCampaignRefusal(refusal));
  return fail(refusal.kind === 'address-busy' ? 429 : refusal.kind === 'request-closed' ? 409 : 400, {
    request,
    problem: sayCampaignRefusal(refusal),
    typed,
  });
}
