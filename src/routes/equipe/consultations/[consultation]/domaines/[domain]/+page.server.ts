import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { isSharedByMany } from '#domain/consultation/mailbox.ts';
import { formText } from '#server/http/form-text.ts';
import { idIn } from '#ui/addresses.ts';
import { consultationStatus, sayConsultationRefusal } from '#ui/messages/consultation-refusals.fr.ts';
import { askedAfter, pageAfter } from '#ui/paging/page-after.ts';
import { seeDomain, withdrawOfDomain } from '#use-cases/consultation/look-at-domains.ts';
import { enterDeskOf } from '../../../desk.ts';

export const load: PageServerLoad = async (event) => {
  const { stores, person, consultation } = await enterDeskOf(event);
  const { domain } = event.params;
  const seen = await seeDomain(stores, person, { consultation: consultation.id, domain });
  if (!seen.ok) error(404);
  const items = seen.value.map(({ participation, host, at }) => ({ id: participation, host, at }));
  return {
    id: consultation.id,
    title: consultation.title,
    domain,
    isShared: isSharedByMany(domain),
    all: items.length,
    ...pageAfter(items, { after: askedAfter(event.url, 'apres') }),
    isWithdrawn: event.url.searchParams.has('retire'),
  };
};

export const actions: Actions = {
  retirer: async (event) => {
    const form = await event.request.formData();
    const chosen = form.getAll('participation').flatMap((one) => (typeof one === 'string' ? (idIn(one) ?? []) : []));
    return await withdraw(event, { chosen, reason: formText(form, 'raison', 20_000) });
  },
  tout: async (event) => {
    const form = await event.request.formData();
    return await withdraw(event, { chosen: 'all', reason: formText(form, 'raison', 20_000) });
  },
};

async function withdraw(
  event: Parameters<NonNullable<Actions['tout']>>[0],
  asked: { readonly chosen: readonly number[] | 'all'; readonly reason: string },
) {
  const { stores, person, consultation } = await enterDeskOf(event);
  const request = { consultation: consultation.id, domain: event.params.domain, ...asked };
  const done = await withdrawOfDomain(stores, person, request, new Date());
  if (done.ok) redirect(303, `${event.url.pathname}?retire`);
  return fail(consultationStatus(done.refusal), { ...asked, problem: sayConsultationRefusal(done.refusal) });
}
