import type { PageServerLoad } from './$types';
import { electionAddress, idIn, listAddress, listsAddress } from '#ui/addresses.ts';
import { listLine } from '#ui/campaign/list-lines.ts';
import { electionTitle, roundsLine } from '#ui/messages/campaign.fr.ts';
import { electionFigures, listRows } from '#server/storage/list-pages.ts';
import { placeRef } from '#server/storage/places.ts';
import { knownElection } from './known-election.ts';

/** A page of a general election lists those that signed; of one commune, every list. */
export const load: PageServerLoad = async ({ params, url }) => {
  const { db, election } = await knownElection(params);
  const after = idIn(url.searchParams.get('apres') ?? '') ?? 0;
  const { id, municipality } = election;
  const [figures, page, place] = await Promise.all([
    electionFigures(db, id),
    listRows(db, { election: id, signed: municipality === null, after, limit: 100 }),
    municipality === null ? null : placeRef(db, { kind: 'municipality', code: municipality }),
  ]);
  const byId = new Map(page.rows.map((row) => [row.id, row]));
  return {
    address: electionAddress(id),
    title: electionTitle(election, place?.name ?? null),
    rounds: roundsLine(election),
    source: election.source,
    figures,
    ofOneCommune: place?.kind === 'municipality' ? { href: listsAddress(place), name: place.name } : null,
    lists: page.rows.map((row) => ({
      ...listLine(row, byId),
      href: listAddress(row),
      place: {
        name: row.municipalityName,
        href: listsAddress({ kind: 'municipality', code: row.municipality, slug: row.municipalitySlug }),
      },
    })),
    next: page.next,
  };
};
