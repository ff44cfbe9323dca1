/**
 * The part of an address that names a place: `94017-champigny-sur-marne`, `200057941-paris-est-marne-et-bois`.
 * The code decides; the words after it are for people, and may change with the name.
 */
import { slugOf } from '../shared/slug.ts';
import { isSiren, type Siren } from './grouping.ts';
import { isMunicipalityCode, type MunicipalityCode } from './municipality.ts';

export function municipalityAddress(municipality: { readonly code: string; readonly name: string }): string {
  return join(municipality.code.toLowerCase(), municipality.name);
}

export function groupingAddress(grouping: { readonly siren: string; readonly name: string }): string {
  return join(grouping.siren, grouping.name);
}

/** The code in an address, whatever words follow it, or null when its form is not one. `2a004-…` gives `2A004`. */
export function readMunicipalityAddress(address: string): MunicipalityCode | null {
  const code = codePart(address).toUpperCase();
  return isMunicipalityCode(code) ? code : null;
}

export function readGroupingAddress(address: string): Siren | null {
  const siren = codePart(address);
  return isSiren(siren) ? siren : null;
}

function join(code: string, name: string): string {
  const slug = slugOf(name);
  return slug === '' ? code : `${code}-${slug}`;
}

function codePart(address: string): string {
  const hyphen = address.indexOf('-');
  return hyphen === -1 ? address : address.slice(0, hyphen);
}
