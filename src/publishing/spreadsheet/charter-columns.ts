/** Columns of a charter edition as a list: one line a clause. */
import type { ClauseAddress } from '#domain/charter/edition.ts';
import type { Cell } from './csv.ts';

type ClauseLine = ClauseAddress & { readonly title: string; readonly text: string };

export const CLAUSE_COLUMNS = {
  mesure: (row) => row.measure,
  titre: (row) => row.title,
  niveau: (row) => row.level,
  alinea: (row) => row.clause,
  texte: (row) => row.text,
} as const satisfies Readonly<Record<string, (row: ClauseLine) => Cell>>;
