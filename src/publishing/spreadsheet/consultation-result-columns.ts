/** Columns of what was counted in consultations, over all of them. */
import type { Choice, CountedChoice } from '#domain/consultation/count.ts';
import { CHANGES, type Change } from '#domain/workbench/change.ts';
import { integer, maybe, text, type Columns } from '../open-data/column.ts';
import { RESULT_COLUMNS } from './consultation-columns.ts';

type Line = {
  readonly consultation: number;
  readonly object: string;
  readonly choice: Choice;
  /** Null: a contribution, whose author may take back its words. */
  readonly measure: { readonly title: string; readonly change: Change } | null;
} & CountedChoice;

const { choix, votes, dont_afflux, retires } = RESULT_COLUMNS;

export const CONSULTATION_RESULT_COLUMNS = {
  consultation: integer((row) => row.consultation, { refers: 'consultations' }),
  objet: text((row) => row.object),
  titre: maybe.text((row) => row.measure?.title ?? null),
  changement: maybe.code(CHANGES, (row) => row.measure?.change ?? null),
  choix: { ...choix, cell: (row) => row.choice, value: (row) => row.choice },
  votes: { ...votes, cell: (row) => row.ballots, value: (row) => row.ballots },
  dont_afflux: { ...dont_afflux, cell: (row) => row.inBursts, value: (row) => row.inBursts },
  retires: { ...retires, cell: (row) => row.withdrawn, value: (row) => row.withdrawn },
} as const satisfies Columns<Line>;
