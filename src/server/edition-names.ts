/** Editions by their codes, as pages and lists to choose from name them. */
import { editionName } from '#ui/messages/edition-name.fr.ts';
import { editionById, loadEditions } from './charters.ts';

/** Its code when this site does not know it any more. */
export function editionNamed(id: string): string {
  const edition = editionById(id);
  return edition === null ? id : editionName(edition);
}

/** For a list to choose from: the latest first, those of the whole country before those of a collective. */
export function editionChoices(): readonly { readonly id: string; readonly name: string }[] {
  const rank = (local: boolean, carried: boolean): number => (local ? 2 : carried ? 0 : 1);
  return loadEditions()
    .map(({ id, year, local, carriers }) => ({
      id,
      year,
      rank: rank(local !== undefined, carriers.kind === 'collective-and-list'),
    }))
    .toSorted((one, other) => one.rank - other.rank || other.year - one.year)
    .map(({ id }) => ({ id, name: editionNamed(id) }));
}
