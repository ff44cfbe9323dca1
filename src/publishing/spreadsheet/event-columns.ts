/** Follow-up events as lines of a file: one a line, with what became of a letter on the day of the file. */
import type { EventKind } from '#domain/events/follow-up-event.ts';
import type { LetterFate } from '#domain/events/silence.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import { code, day, maybe, text, type Columns } from '../open-data/column.ts';
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

const NATURES = { meeting: 'reunion', letter: 'lettre', reply: 'reponse', sitting: 'seance' } as const;
const TELLERS = ['collectif', 'mairie', 'liste', 'comite'] as const;
const FATES = { answered: 'oui', awaited: 'attendue', silence: 'silence' } as const;

export const EVENT_COLUMNS = {
  ...PLACE,
  evenement: text((row) => (row.kind === 'sitting' ? `${row.committee}-${row.meeting}` : String(row.id))),
  jour: day((row) => (row.kind === 'sitting' ? row.on : row.happenedOn)),
  nature: code(Object.values(NATURES), ({ kind }) => NATURES[kind]),
  raconte_par: code(TELLERS, (row) =>
    row.kind === 'sitting'
      ? 'comite'
      : row.voice === 'collective'
        ? 'collectif'
        : row.list === null
          ? 'mairie'
          : 'liste',
  ),
  liste: maybe.text(ofTold((row) => row.list)),
  titre: text((row) => row.title),
  avec: maybe.text(ofTold((row) => row.who)),
  texte: maybe.text(ofTold((row) => row.words)),
  engagements: maybe.texts(
    ofTold((row) => row.promises),
    { by: ' ' },
  ),
  reponse: maybe.code(
    Object.values(FATES),
    ofTold(({ fate }) => (fate === null ? null : FATES[fate.kind])),
  ),
  reponse_le: maybe.day(ofTold(({ fate }) => (fate?.kind === 'answered' ? fate.on : null))),
  jours: maybe.integer(
    ofTold(({ fate }) => (fate === null ? null : fate.kind === 'answered' ? fate.afterDays : fate.days)),
  ),
  repond_a: maybe.integer(ofTold((row) => row.answers)),
  retire_le: maybe.instant(ofTold((row) => row.withdrawnAt)),
} as const satisfies Columns<EventRow>;

/** Nothing for a meeting of the committee: nobody tells it alone. */
function ofTold<Told>(cell: (row: ToldRow) => Told | null): (row: EventRow) => Told | null {
  return (row) => (row.kind === 'sitting' ? null : cell(row));
}
