/** What became of each line of a bulk entry, for the national team's own files. Its first columns come back as they went. */
import type { SaidLine } from '#domain/bulk-entry/entry-line.ts';
import { SHOWN_STATES, type ShownState } from '#domain/bulk-entry/entry-item.ts';
import { codeOf } from '#domain/shared/place.ts';
import type { Place } from './signed-line.ts';
import { code, integer, maybe, texts, type Columns } from '../open-data/column.ts';

export type EntryLineRow = {
  readonly position: number;
  readonly line: number | null;
  readonly said: SaidLine;
  /** In words. */
  readonly problems: readonly string[];
  readonly filename: string | null;
  readonly place: Place | null;
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
  code_commune: maybe.text(({ place, said }) => codeIn(place, 'municipality') ?? said.municipality ?? null),
  siren_intercommunalite: maybe.text(({ place, said }) => codeIn(place, 'grouping') ?? said.grouping ?? null),
  lieu: maybe.text(({ place, said }) => place?.name ?? said.municipalityName ?? said.groupingName ?? null),
  liste: maybe.text((row) => row.said.list ?? null),
  tete_de_liste: maybe.text((row) => row.said.leader ?? null),
  signe_le: maybe.text((row) => row.signedOn ?? row.said.signedOn ?? null),
  charte: maybe.text((row) => row.edition ?? row.said.charter ?? null),
  fichier: maybe.text((row) => row.filename ?? row.said.file ?? null),
  etat: code(SHOWN_STATES, (row) => row.shown),
  raison: maybe.text((row) => row.why),
  pacte: maybe.integer((row) => row.pact),
  problemes: texts((row) => row.problems, { by: '\n' }),
} as const satisfies Columns<EntryLineRow>;

function codeIn(place: Place | null, kind: Place['kind']): string | null {
  return place?.kind === kind ? codeOf(place) : null;
}
