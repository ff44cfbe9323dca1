import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { localDay } from '#domain/shared/local-day.ts';
import { departmentOf } from '#domain/territory/department-of.ts';
import { idIn, localCommitmentAddress, municipalityCodeIn } from '#ui/addresses.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { editionById } from '#server/charters.ts';
import { threadFollowUp } from '#server/follow-up/thread-facts.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { runtime } from '#server/runtime.ts';
import { localCommitmentThread } from '#server/storage/thread-page.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const code = municipalityCodeIn(params.commune) ?? error(404);
  const id = idIn(params.id) ?? error(404);
  const { db } = await runtime();
  const thread = (await localCommitmentThread(db, { municipality: code, id })) ?? error(404);
  const { place, pact, commitment } = thread;
  if (place.kind !== 'municipality') error(404);
  sendOnTo(localCommitmentAddress(place, id), url);
  const key = { kind: 'local', local: id } as const;
  const today = localDay(new Date(), departmentOf(place.code));
  const followUp = await threadFollowUp(db, {
    place,
    edition: pact.edition,
    key,
    signed: [{ pact, provenance: thread.provenance, promised: { stance: 'accepted', levels: [] } }],
    actions: thread.actions,
    today,
  });
  const edition = editionById(pact.edition);
  const measures = edition?.measures ?? [];
  return {
    place,
    pact,
    charterYear: edition?.year ?? null,
    provenance: thread.provenance,
    commitment,
    ...followUp,
    related: commitment.relatedMeasures.flatMap((number) => {
      const measure = measures.find((candidate) => candidate.number === number);
      if (measure === undefined) return [];
      return [
        { number, title: heading(measure.title), mark: thread.related.find((mark) => mark.measure === number) ?? null },
      ];
    }),
  };
};
