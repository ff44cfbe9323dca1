/** Columns of the lists about plans. Names are stable: scripts depend on them (docs/open-data.md). */
import type { ActionField } from '#domain/plan/plan.ts';
import type { Cell } from './csv.ts';
import { PLACE, type Place } from './signed-line.ts';

type PlanLine = {
  readonly id: number;
  readonly title: string;
  readonly place: Place;
  readonly councilDate: string | null;
  readonly axes: number;
  readonly actions: number;
  readonly readAt: Date;
  readonly reviewedAt: Date | null;
  readonly publishedAt: Date;
  readonly correctedAt: Date | null;
};

export const PLAN_COLUMNS = {
  plan: (row) => row.id,
  titre: (row) => row.title,
  ...PLACE,
  conseil_du: (row) => row.councilDate,
  axes: (row) => row.axes,
  actions: (row) => row.actions,
  lu_le: (row) => row.readAt,
  relu_le: (row) => row.reviewedAt,
  publie_le: (row) => row.publishedAt,
  corrige_le: (row) => row.correctedAt,
} as const satisfies Readonly<Record<string, (row: PlanLine) => Cell>>;

type ActionLine = {
  readonly number: string;
  readonly printedNumber: string;
  readonly title: string;
  readonly axis: string | null;
  readonly subAxis: string | null;
  readonly labels: readonly string[];
  readonly fields: Readonly<Record<ActionField, string | null>>;
  readonly amounts: readonly { readonly text: string }[];
  readonly dates: readonly { readonly text: string }[];
  readonly relatedActions: readonly string[];
  /** Codes and days; null where nobody said, or where the plan was only read in a document. */
  readonly status: string | null;
  readonly priority: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly participation: string | null;
  readonly newsAt: Date | null;
};

/** Amounts and dates as written, several in a cell on their own lines. */
export const ACTION_COLUMNS = {
  numero: (row) => row.number,
  numero_imprime: (row) => row.printedNumber,
  titre: (row) => row.title,
  axe: (row) => row.axis,
  sous_axe: (row) => row.subAxis,
  etiquettes: (row) => row.labels.join('\n'),
  contexte: (row) => row.fields.context,
  description: (row) => row.fields.description,
  objectifs: (row) => row.fields.objectives,
  pilotes_partenaires: (row) => row.fields.leads,
  moyens: (row) => row.fields.means,
  calendrier: (row) => row.fields.calendar,
  methode: (row) => row.fields.method,
  indicateurs: (row) => row.fields.indicators,
  montants_ecrits: (row) => row.amounts.map((amount) => amount.text).join('\n'),
  dates_ecrites: (row) => row.dates.map((date) => date.text).join('\n'),
  actions_liees: (row) => row.relatedActions.join(', '),
  statut: (row) => row.status,
  priorite: (row) => row.priority,
  date_debut: (row) => row.startsOn,
  date_fin: (row) => row.endsOn,
  degre_participation: (row) => row.participation,
  nouvelles_le: (row) => row.newsAt,
} as const satisfies Readonly<Record<string, (row: ActionLine) => Cell>>;
