/** What became of each line of a bulk entry, for the national team's own files. Its first columns come back as they went. */
import type { LineProblem, SaidLine } from '#domain/bulk-entry/entry-line.ts';
import { SHOWN_STATES, type ShownState } from '#domain/bulk-entry/entry-item.ts';
import { code, integer, maybe, texts, type Columns } from '../open-data/column.ts';

export type EntryLineRow = {
  readonly position: number;
  readonly line: number | null;
  readonly said: SaidLine;
  readonly problems: readonly LineProblem[];
  readonly filename: string | null;
  readonly municipality: string | null;
  readonly place: string | null;
  readonly signedOn: string | null;
  readonly edition: string | null;
  readonly shown: ShownState;
  /** In words. */
  readonly why: string | null;
  readonly pact: number | null;
};

export const BULK_ENTRY_COLUMNS = {
  element: integer((row) => row.position),
  ligne: maybe.integer((row) => row.line),
  code_commune: maybe.text((row) => row.municipality ?? row.said.municipality ?? null),
  commune: maybe.text((row) => row.place ?? row.said.municipalityName ?? null),
  liste: maybe.text((row) => row.said.list ?? null),
  tete_de_liste: maybe.text((row) => row.said.leader ?? null),
  signe_le: maybe.text((row) => row.signedOn ?? row.said.signedOn ?? null),
  charte: maybe.text((row) => row.edition ?? row.said.charter ?? null),
  fichier: maybe.text((row) => row.filename ?? row.said.file ?? null),
  etat: code(SHOWN_STATES, (row) => row.shown),
  raison: maybe.text((row) => row.why),
  pacte: maybe.integer((row) => row.pact),
  problemes: texts((row) => row.problems.map(problemWritten), { by: '\n' }),
} as const satisfies Columns<EntryLineRow>;

/** `unknown-municipality 3:1 Atlantis`: the kind, line and column, what stands there. */
function problemWritten({ kind, line, column, written }: LineProblem): string {
  return [kind, `${line ?? ''}:${column ?? ''}`, written].join(' ').trim();
}
