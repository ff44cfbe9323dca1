import { error } from '@sveltejs/kit';
import { FIRST_EDITION } from '#domain/charter/edition.ts';
import type { PageServerLoad } from './$types';
import { localDay } from '#domain/shared/local-day.ts';
import { departmentOf } from '#domain/territory/department-of.ts';
import { municipalityCodeIn, principleAddress } from '#ui/addresses.ts';
import { editionById } from '#server/charters.ts';
import { relativesShown } from '#server/crosswalk-relatives.ts';
import { threadFollowUp } from '#server/follow-up/thread-facts.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { runtime } from '#server/runtime.ts';
import { editionAtAddress, principleThread } from '#server/storage/thread-page.ts';
import { sendToHolder } from '../../not-a-municipality.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const code = municipalityCodeIn(params.commune) ?? error(404);
  const letter = /^[A-Za-z]$/.test(params.letter) ? params.letter.toUpperCase() : error(404);
  const { db } = await runtime();
  const asked = url.searchParams.get('charte');
  const id = asked ?? (await editionAtAddress(db, { municipality: code })) ?? FIRST_EDITION;
  const thread =
    (await principleThread(db, { municipality: code, edition: id, letter })) ?? (await sendToHolder(db, { code, url }));
  const edition = editionById(thread.edition) ?? error(404);
  const principle = edition.principles.find((candidate) => candidate.letter === letter) ?? error(404);
  const { place } = thread;
  if (place.kind !== 'municipality') error(404);
  sendOnTo(principleAddress(place, letter), url);
  const key = { kind: 'principle', letter } as const;
  const today = localDay(new Date(), departmentOf(place.code));
  const followUp = await threadFollowUp(db, {
    place,
    edition: edition.id,
    key,
    signed: thread.signed.map((signed) => ({ ...signed, promised: { stance: signed.principle.stance, levels: [] } })),
    actions: thread.actions,
    today,
  });
  const promise = { edition: edition.id, item: `p${letter}`, municipality: place.code };
  const elsewhere = await relativesShown(db, promise);
  const said = new Set(thread.signed.map(({ pact }) => pact.id));
  return {
    place,
    edition: { id: edition.id, title: editionName(edition), year: edition.year },
    principle,
    signed: thread.signed,
    ...followUp,
    elsewhere,
    silent: thread.pacts.filter((pact) => !said.has(pact.id)),
  };
};
