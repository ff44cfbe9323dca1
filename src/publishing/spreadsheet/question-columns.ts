/** Columns of the questions put to groupings. Names are stable: scripts depend on them (docs/open-data.md). */
import { day, integer, maybe, text, type Columns } from '../open-data/column.ts';

type QuestionLine = {
  readonly id: number;
  readonly grouping: string;
  readonly groupingName: string;
  readonly municipality: string;
  readonly municipalityName: string;
  readonly edition: string;
  readonly measure: number;
  readonly level: number | null;
  readonly collective: { readonly name: string };
  readonly text: string;
  readonly askedOn: string;
  readonly answer: { readonly kind: string; readonly on: string; readonly text: string; readonly as: string } | null;
};

export const QUESTION_COLUMNS = {
  question: integer((row) => row.id),
  siren: text((row) => row.grouping, { refers: 'intercommunalites' }),
  intercommunalite: text((row) => row.groupingName),
  code_commune: text((row) => row.municipality, { refers: 'communes' }),
  commune: text((row) => row.municipalityName),
  charte: text((row) => row.edition, { refers: 'chartes' }),
  mesure: integer((row) => row.measure),
  niveau: maybe.integer((row) => row.level),
  collectif: text((row) => row.collective.name),
  texte: text((row) => row.text),
  posee_le: day((row) => row.askedOn),
  reponse: maybe.text((row) => row.answer?.kind ?? null),
  repondue_le: maybe.day((row) => row.answer?.on ?? null),
  texte_reponse: maybe.text((row) => row.answer?.text ?? null),
  reponse_apportee_par: maybe.text((row) => row.answer?.as ?? null),
} as const satisfies Columns<QuestionLine>;
