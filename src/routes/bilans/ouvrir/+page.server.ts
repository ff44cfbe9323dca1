import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { sayReviewRefusal, statusOfRefusal } from '#ui/messages/reviews/refusals.fr.ts';
import { openReview } from '#use-cases/reviews/open-review.ts';

export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const person = await requirePerson(event);
  const { db } = await runtime();
  const stores = storesOn(db);
  const held = [
    ...new Set(
      person.holds.flatMap((holding) =>
        holding.role === 'collective-member' || holding.role === 'collective-coordinator' ? [holding.collective] : [],
      ),
    ),
  ];
  const collectives = await Promise.all(
    held.map(async (id) => {
      const collective = await stores.collectives.find(id);
      if (collective === null || (collective.state !== 'active' && collective.state !== 'dormant')) return null;
      const [pacts, reviews] = await Promise.all([
        stores.reviews.pactsOf(collective.places),
        stores.reviews.ofCollective(id),
      ]);
      return {
        id,
        name: collective.name,
        pacts: pacts.map((pact) => {
          const open = reviews.find((review) => review.pact === pact.id && review.state.kind === 'review-open');
          return {
            id: pact.id,
            listName: pact.listName,
            placeName: pact.placeName,
            term: pact.term,
            open: open === undefined ? null : { id: open.id, openedAt: open.openedAt },
          };
        }),
      };
    }),
  );
  return {
    collectives: collectives.filter((collective) => collective !== null),
    asked: event.url.searchParams.get('pacte'),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const person = await requirePerson(event);
    const { db } = await runtime();
    const form = await event.request.formData();
    const [collective = '', pact = ''] = formText(form, 'pact', 30).split('-');
    const occasion = formText(form, 'occasion', 40);
    const request = { collective: Number(collective), pact: Number(pact), occasion };
    const known = Number.isSafeInteger(request.collective) && Number.isSafeInteger(request.pact) && pact !== '';
    const problem = { kind: 'not-your-pact' } as const;
    if (!known) return fail(400, { problem: sayReviewRefusal(problem), pact: '', occasion });
    const opened = await openReview(storesOn(db), person, request, new Date());
    if (opened.ok) redirect(303, `/bilans/${opened.value.id}/travail`);
    const { refusal } = opened;
    if (refusal.kind === 'open-already') redirect(303, `/bilans/${refusal.review}/travail`);
    return fail(statusOfRefusal(refusal), {
      problem: sayReviewRefusal(refusal),
      pact: `${request.collective}-${request.pact}`,
      occasion,
    });
  },
};
