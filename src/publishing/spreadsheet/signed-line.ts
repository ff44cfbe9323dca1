/** What every line about a signed thing begins with: which pact, where, by whom, against which charter. */
import type { Cell } from './csv.ts';

export type Place =
  | { readonly kind: 'municipality'; readonly code: string; readonly name: string }
  | { readonly kind: 'grouping'; readonly siren: string; readonly name: string };

export type SignedLine = {
  readonly pact: number;
  readonly place: Place;
  readonly listName: string | null;
  readonly termFrom: number;
  readonly edition: string;
};

export const PLACE = {
  code_commune: (row) => (row.place.kind === 'municipality' ? row.place.code : null),
  siren_intercommunalite: (row) => (row.place.kind === 'grouping' ? row.place.siren : null),
  lieu: (row) => row.place.name,
} as const satisfies Readonly<Record<string, (row: { readonly place: Place }) => Cell>>;

export const SIGNED = {
  pacte: (row) => row.pact,
  ...PLACE,
  liste: (row) => row.listName,
  mandat_debut: (row) => row.termFrom,
  charte: (row) => row.edition,
} as const satisfies Readonly<Record<string, (row: SignedLine) => Cell>>;
