import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import type { PartnerVote } from '#domain/partners/organisation.ts';
import { formText } from '#server/http/form-text.ts';
import { sendingIn } from '#server/http/sending.ts';
import { organisationStory, waitingOrganisations } from '#server/storage/partner-pages.ts';
import { idIn } from '#ui/addresses.ts';
import { PROOF_WAITING } from '#ui/messages/partners.fr.ts';
import { askedOn, VOTED } from '#ui/messages/partners-forms.fr.ts';
import { refusedForm } from '#ui/partners/refused.ts';
import { voteOnPartner } from '#use-cases/partners/vote-on-partner.ts';
import { enterRequests } from '../door.ts';

/** Some, the first first: the next come when these are decided. */
const SHOWN = 20;

export const load: PageServerLoad = async (event) => {
  const { db, person } = await enterRequests(event);
  const waiting = await waitingOrganisations(db, { limit: SHOWN });
  return {
    votes: person.holds.some(({ role }) => role === 'steering-member'),
    said: VOTED[event.url.searchParams.get('fait') ?? ''] ?? null,
    requests: await Promise.all(
      waiting.map(async ({ id, name, website, about, proof, version, askedAt }) => {
        const story = await organisationStory(db, id);
        return {
          ...{ id, name, website, about, version, proof: PROOF_WAITING[proof], asked: askedOn(askedAt) },
          // How each voted is told with the decision: nobody votes after another.
          votes: story.votes.length,
        };
      }),
    ),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { person, stores } = await enterRequests(event);
    const form = await event.request.formData();
    const organisation = idIn(formText(form, 'demande', 12)) ?? error(404);
    const said = formText(form, 'voix', 10);
    const vote: PartnerVote | null = said === 'for' || said === 'against' ? said : null;
    const reason = formText(form, 'motif', 4000);
    const version = Number(formText(form, 'version', 10)) || 0;
    const request = { organisation, version, vote, reason, sending: sendingIn(form) };
    const done = await voteOnPartner(stores, person, request, new Date());
    if (done.ok) redirect(303, `/partenaires/demandes?fait=${done.value.state}`);
    return fail(['decided-meanwhile', 'changed-meanwhile'].includes(done.refusal.kind) ? 409 : 400, {
      ...{ organisation, vote, reason },
      ...refusedForm(done.refusal, organisation),
    });
  },
};
