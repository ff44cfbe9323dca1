/** Follow-up events as lines of a file: one a line, with what became of a letter on the day of the file. */
import type { EventKind } from '#domain/events/follow-up-event.ts';
import type { LetterFate } from '#domain/events/silence.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { Cell } from './csv.ts';
import { PLACE, type Place } from './signed-line.ts';

export type EventRow = {
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
  evenement: (row) => row.id,
  jour: (row) => row.happenedOn,
  nature: (row) => ({ meeting: 'reunion', letter: 'lettre', reply: 'reponse' })[row.kind],
  raconte_par: (row) => (row.voice === 'collective' ? 'collectif' : row.list === null ? 'mairie' : 'liste'),
  liste: (row) => row.list,
  titre: (row) => row.title,
  avec: (row) => row.who,
  texte: (row) => row.words,
  engagements: (row) => row.promises.join(' '),
  reponse: (row) =>
    row.fate === null ? null : { answered: 'oui', awaited: 'attendue', silence: 'silence' }[row.fate.kind],
  reponse_le: (row) => (row.fate?.kind === 'answered' ? row.fate.on : null),
  jours: (row) => (row.fate === null ? null : row.fate.kind === 'answered' ? row.fate.afterDays : row.fate.days),
  repond_a: (row) => row.answers,
  retire_le: (row) => row.withdrawnAt,
};
