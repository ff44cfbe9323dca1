import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { decideTyped, numberTyped } from '#server/campaign-forms.ts';
import { formText } from '#server/http/form-text.ts';
import { heldRoles, waitingRequests } from '#server/storage/role-pages.ts';
import { decideLine, stateLine } from '#ui/campaign/request-lines.ts';
import { sayCampaignRefusal, type CampaignRefusal } from '#ui/messages/campaign-refusals.fr.ts';
import { NO_NAME, roleTitle } from '#ui/messages/roles.fr.ts';
import { decideRole } from '#use-cases/campaign/decide-role.ts';
import { endRole } from '#use-cases/campaign/end-role.ts';
import { enterTeam } from '../team.ts';

export const load: PageServerLoad = async (event) => {
  const { db } = await enterTeam(event);
  const [waiting, held] = await Promise.all([waitingRequests(db), heldRoles(db, { limit: 200 })]);
  return {
    done: event.url.searchParams.has('fait'),
    waiting: waiting.map(decideLine),
    held: held.map((request) => ({
      id: request.id,
      title: roleTitle(request.name),
      person: request.person === '' ? NO_NAME : request.person,
      line: stateLine(request),
    })),
  };
};

export const actions: Actions = {
  decider: async (event) => {
    const { person, stores } = await enterTeam(event);
    const typed = decideTyped(await event.request.formData()) ?? error(400);
    const decided = await decideRole(stores, person, typed, new Date());
    return decided.ok ? redirect(303, '/equipe/demandes?fait') : refused(typed.request, decided.refusal, typed.reason);
  },
  retirer: async (event) => {
    const { person, stores } = await enterTeam(event);
    const form = await event.request.formData();
    const [request, reason] = [numberTyped(form, 'demande') ?? error(400), formText(form, 'motif', 5000)];
    const ended = await endRole(stores, person, { request, reason }, new Date());
    return ended.ok ? redirect(303, '/equipe/demandes?fait') : refused(request, ended.refusal, reason);
  },
};

function refused(request: number, refusal: CampaignRefusal, typed: string) {
  return fail(refusal.kind === 'request-closed' ? 409 : 400, { request, problem: sayCampaignRefusal(refusal), typed });
}
