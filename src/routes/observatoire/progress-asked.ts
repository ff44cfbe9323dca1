/** Whose signatures somebody wants to see add up: `?charte=`, `?territoire=`, `?mesure=15`, `?avec=` another charter. */
import { ANY_DAY } from '#domain/observatory/listed.ts';
import { numberIn } from '#ui/addresses.ts';
import { editionById } from '#server/charters.ts';
import type { Db } from '#server/storage/connection.ts';
import { partAsked } from './part-asked.ts';

/** One query. */
export async function progressAsked(db: Db, fields: URLSearchParams) {
  const part = await partAsked(db, fields);
  const { edition, editions } = part;
  // Signatures by day are kept for every size and standing together.
  const asked = { ...part.asked, size: null, standing: null, theme: null, period: ANY_DAY };
  const found = numberIn(fields.get('mesure') ?? '');
  const other = editions.find(({ id }) => id !== edition.id && id === fields.get('avec'));
  return {
    asked,
    edition,
    editions,
    measure: edition.measures.some(({ number }) => number === found) ? found : null,
    /** The charter to lay over it. */
    beside: other === undefined ? null : editionById(other.id),
  };
}
