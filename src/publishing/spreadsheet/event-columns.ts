/** Follow-up events as lines of a file: one a line, with what became of a letter on the day of the file. */
import type { EventKind } from '#domain/events/follow-up-event.ts';
import type { LetterFate } from '#domain/events/silence.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { Cell } from './csv.ts';
import { PLACE, type Place } from './signed-line.ts';

/** A meeting of the committee is told by both sides; its minutes are a page. */
export type EventRow = ToldRow | SittingRow;

type SittingRow = {
  readonly place: Place;
  readonly kind: 'sitting';
  readonly committee: number;
  readonly meeting: number;
  readonly on: string;
  readonly title: string;
};

type ToldRow = {
  readonly place: Place;
  readonly id: number;
  readonly happenedOn: string;
  readonly kind: EventKind;
  readonly voice: Voice;
  readonly list: string | null;
  readonly title: string;
  readonly who: string;
  readonly words: string;
  readonly promises: readonly string[];
  readonly fate: LetterFate | null;
  /** Number of the letter that a reply answers. */
  readonly answers: number | null;
  readonly withdrawnAt: Date | null;
};

export const EVENT_COLUMNS: Readonly<Record<string, (row: EventRow) => Cell>> = {
  ...PLACE,
  evenement: (row) => (row.kind === 'sitting' ? `${row.committee}-${row.meeting}` : row.id),
  jour: (row) => (row.kind === 'sitting' ? row.on : row.happenedOn),
  nature: ({ kind }) => ({ meeting: 'reunion', letter: 'lettre', reply: 'reponse', sitting: 'seance' })[kind],
  raconte_par: (row) =>
    row.kind === 'sitting'
      ? 'comite'
      : row.voice === 'collective'
        ? 'collectif'
        : row.list === null
          ? 'mairie'
          : 'liste',
  liste: ofTold((row) => row.list),
  titre: (row) => row.title,
  avec: ofTold((row) => row.who),
  texte: ofTold((row) => row.words),
  engagements: ofTold((row) => row.promises.join(' ')),
  reponse: ofTold(({ fate }) =>
    fate === null ? null : { answered: 'oui', awaited: 'attendue', silence: 'silence' }[fate.kind],
  ),
  reponse_le: ofTold(({ fate }) => (fate?.kind === 'answered' ? fate.on : null)),
  jours: ofTold(({ fate }) => (fate === null ? null : fate.kind === 'answered' ? fate.afterDays : fate.days)),
  repond_a: ofTold((row) => row.answers),
  retire_le: ofTold((row) => row.withdrawnAt),
};

/** Nothing for a meeting of the committee: nobody tells it alone. */
function ofTold(cell: (row: ToldRow) => Cell): (row: EventRow) => Cell {
  return (row) => (row.kind === 'sitting' ? null : cell(row));
}
