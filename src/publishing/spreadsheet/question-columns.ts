/** Columns of the questions put to groupings. Names are stable: scripts depend on them (docs/open-data.md). */
import type { Cell } from './csv.ts';

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
  question: (row) => row.id,
  siren: (row) => row.grouping,
  intercommunalite: (row) => row.groupingName,
  code_commune: (row) => row.municipality,
  commune: (row) => row.municipalityName,
  charte: (row) => row.edition,
  mesure: (row) => row.measure,
  niveau: (row) => row.level,
  collectif: (row) => row.collective.name,
  texte: (row) => row.text,
  posee_le: (row) => row.askedOn,
  reponse: (row) => row.answer?.kind ?? null,
  repondue_le: (row) => row.answer?.on ?? null,
  texte_reponse: (row) => row.answer?.text ?? null,
  reponse_apportee_par: (row) => row.answer?.as ?? null,
} as const satisfies Readonly<Record<string, (row: QuestionLine) => Cell>>;
