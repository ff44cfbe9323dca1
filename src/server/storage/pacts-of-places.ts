/** The pacts that are public, of some places: those that a negotiation may start from. */
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';
import { selectPacts, toPactRef, type PactRef } from './views.ts';

/** Latest term first. */
export async function pactsOfPlaces(db: Db, places: readonly PlaceCode[]): Promise<readonly PactRef[]> {
  const codes = places.flatMap((place) => (place.kind === 'municipality' ? [place.code] : []));
  const sirens = places.flatMap((place) => (place.kind === 'grouping' ? [place.siren] : []));
  const rows = await selectPacts(db)
    .where(({ eb, fn, or, val }) =>
      or([eb('pact.municipalityCode', '=', fn.any(val(codes))), eb('pact.groupingSiren', '=', fn.any(val(sirens)))]),
    )
    .orderBy('termFrom', 'desc')
    .orderBy('pact.id')
    .execute();
  return rows.map(toPactRef);
}
