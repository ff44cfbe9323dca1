/** The place that a command names. */
import type { PlaceCode } from '#domain/shared/place.ts';
import { isSiren } from '#domain/territory/grouping.ts';
import { isMunicipalityCode } from '#domain/territory/municipality.ts';

/** Null: none, both, or a code that is none. */
export function readPlace(code: string | undefined, siren: string | undefined): PlaceCode | null {
  if (code !== undefined && siren === undefined && isMunicipalityCode(code.toUpperCase())) {
    return { kind: 'municipality', code: code.toUpperCase() };
  }
  return siren !== undefined && code === undefined && isSiren(siren) ? { kind: 'grouping', siren } : null;
}
