/** An edition as a sentence names it: its title and year. */
import { editionById } from './charters.ts';

/** Its address when this site does not know it any more. */
export function editionName(id: string): string {
  const edition = editionById(id);
  return edition === null ? id : `${edition.title} (${edition.year})`;
}
