/**
 * A municipality (commune): where promises are made. Known by its INSEE code, never by its name: some
 * two thousand names are shared.
 */
import type { Siren } from './grouping.ts';

declare const brand: unique symbol;
/** A string that was checked to be what its name says. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };

/** INSEE code: five characters, `94017`, `2A004`, `97411`. */
export type MunicipalityCode = Brand<string, 'MunicipalityCode'>;
export type DepartmentCode = Brand<string, 'DepartmentCode'>;

/**
 * Why an older or smaller name leads to a municipality: it is a delegated or an associated commune of it, an arrondissement
 * of Paris, Lyon or Marseille, or a commune that merged into it and left nothing.
 */
export const FORMER_NAME_KINDS = ['delegated', 'associated', 'arrondissement', 'merged'] as const;
export type FormerNameKind = (typeof FORMER_NAME_KINDS)[number];

export type Municipality = {
  readonly code: MunicipalityCode;
  readonly name: string;
  readonly slug: string;
  /** Inhabitants at the last legal count; null where none is published. */
  readonly population: number | null;
  readonly postcodes: readonly string[];
  readonly departmentCode: DepartmentCode;
  readonly siren: Siren | null;
};

/** The form alone: whether such a municipality exists is asked of the database. */
export function isMunicipalityCode(text: string): text is MunicipalityCode {
  return /^(?:\d{5}|2[AB]\d{3})$/.test(text);
}
