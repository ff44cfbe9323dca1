import type { PageServerLoad } from './$types';
import { electionAddress } from '#ui/addresses.ts';
import { electionTitle, roundsLine } from '#ui/messages/campaign.fr.ts';
import { generalElections } from '#server/elections.ts';
import { runtime } from '#server/runtime.ts';
import { byElections } from '#server/storage/by-elections.ts';
import { namesOfMunicipalities } from '#server/storage/places.ts';

export const load: PageServerLoad = async () => {
  const { db } = await runtime();
  const partial = await byElections(db, null);
  const names = await namesOfMunicipalities(
    db,
    partial.flatMap(({ municipality }) => municipality ?? []),
  );
  const lines = (elections: readonly (typeof partial)[number][]) =>
    elections.toReversed().map((election) => ({
      href: electionAddress(election.id),
      title: electionTitle(election, names.get(election.municipality ?? '') ?? null),
      rounds: roundsLine(election),
    }));
  return { general: lines(generalElections()), partial: lines(partial) };
};
