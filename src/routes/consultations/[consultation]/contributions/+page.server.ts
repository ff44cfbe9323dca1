import type { PageServerLoad } from './$types';
import { CONTRIBUTION_KINDS } from '#domain/consultation/contribution.ts';
import { contributionsShown } from '#server/storage/contribution-pages.ts';
import { askedAfter } from '#ui/paging/page-after.ts';
import { consultationAsked, headOf } from '../../consultation-asked.ts';

export const load: PageServerLoad = async (event) => {
  const asked = await consultationAsked(event);
  const kind = CONTRIBUTION_KINDS.find((known) => known === event.url.searchParams.get('nature')) ?? null;
  const after = askedAfter(event.url, 'apres');
  const contributions = await contributionsShown(asked.db, {
    consultation: asked.consultation.id,
    own: asked.participation?.id ?? 0,
    ...(kind === null ? {} : { kinds: [kind] }),
    ...(after === null ? {} : { after }),
  });
  return { head: headOf(asked), kind, contributions };
};
