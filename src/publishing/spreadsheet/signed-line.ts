/** What every line about a signed thing begins with: which pact, where, by whom, against which charter. */
import { integer, maybe, text, type Columns } from '../open-data/column.ts';

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
  code_commune: maybe.text((row) => (row.place.kind === 'municipality' ? row.place.code : null), {
    refers: 'communes',
  }),
  siren_intercommunalite: maybe.text((row) => (row.place.kind === 'grouping' ? row.place.siren : null), {
    refers: 'intercommunalites',
  }),
  lieu: text((row) => row.place.name),
} as const satisfies Columns<{ readonly place: Place }>;

export const SIGNED = {
  pacte: integer((row) => row.pact, { refers: 'pactes' }),
  ...PLACE,
  liste: maybe.text((row) => row.listName),
  mandat_debut: integer((row) => row.termFrom),
  charte: text((row) => row.edition, { refers: 'chartes' }),
} as const satisfies Columns<SignedLine>;
