/** The filters that resources about pacts share: where, when, by whom. */
import { FILTER, type Wanted } from '#publishing/open-data/filter.ts';
import type { PactScope } from '../storage/open-pacts.ts';
import { onlySaid } from './only-said.ts';

export const PLACE_FILTERS = {
  commune: FILTER.commune,
  intercommunalite: FILTER.siren,
  departement: FILTER.departement,
  region: FILTER.region,
} as const;

export const PACT_FILTERS = {
  pacte: FILTER.number,
  charte: FILTER.slug,
  ...PLACE_FILTERS,
  taille: FILTER.taille,
  situation: FILTER.situation,
} as const;

export function scopeOf(wanted: Wanted<typeof PACT_FILTERS>): PactScope {
  return onlySaid({
    pact: wanted.pacte,
    edition: wanted.charte,
    municipality: wanted.commune,
    grouping: wanted.intercommunalite,
    department: wanted.departement,
    region: wanted.region,
    size: wanted.taille,
    standing: wanted.situation,
  });
}

/** Of what belongs to one place alone: a grouping is itself, not its communes. */
export function placesOf(wanted: Wanted<typeof PLACE_FILTERS>) {
  return onlySaid({
    municipality: wanted.commune,
    grouping: wanted.intercommunalite,
    department: wanted.departement,
    region: wanted.region,
  });
}
