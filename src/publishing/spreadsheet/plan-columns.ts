/** Columns of the lists about plans. Names are stable: scripts depend on them (docs/open-data.md). */
import {
  ACTION_STATUSES,
  PARTICIPATIONS,
  PRIORITIES,
  type ActionStatus,
  type Participation,
  type Priority,
} from '#domain/plan/action-sheet.ts';
import type { ActionField } from '#domain/plan/plan.ts';
import { instant, integer, maybe, text, texts, type Columns } from '../open-data/column.ts';
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
  plan: integer((row) => row.id),
  titre: text((row) => row.title),
  ...PLACE,
  conseil_du: maybe.text((row) => row.councilDate),
  axes: integer((row) => row.axes),
  actions: integer((row) => row.actions),
  lu_le: instant((row) => row.readAt),
  relu_le: maybe.instant((row) => row.reviewedAt),
  publie_le: instant((row) => row.publishedAt),
  corrige_le: maybe.instant((row) => row.correctedAt),
} as const satisfies Columns<PlanLine>;

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
  readonly status: ActionStatus | null;
  readonly priority: Priority | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly participation: Participation | null;
  readonly newsAt: Date | null;
};

/** Amounts and dates as written, several in a cell on their own lines. */
export const ACTION_COLUMNS = {
  numero: text((row) => row.number),
  numero_imprime: text((row) => row.printedNumber),
  titre: text((row) => row.title),
  axe: maybe.text((row) => row.axis),
  sous_axe: maybe.text((row) => row.subAxis),
  etiquettes: texts((row) => row.labels, { by: '\n' }),
  contexte: maybe.text((row) => row.fields.context),
  description: maybe.text((row) => row.fields.description),
  objectifs: maybe.text((row) => row.fields.objectives),
  pilotes_partenaires: maybe.text((row) => row.fields.leads),
  moyens: maybe.text((row) => row.fields.means),
  calendrier: maybe.text((row) => row.fields.calendar),
  methode: maybe.text((row) => row.fields.method),
  indicateurs: maybe.text((row) => row.fields.indicators),
  montants_ecrits: texts((row) => row.amounts.map((amount) => amount.text), { by: '\n' }),
  dates_ecrites: texts((row) => row.dates.map((date) => date.text), { by: '\n' }),
  actions_liees: texts((row) => row.relatedActions, { by: ', ' }),
  statut: maybe.code(ACTION_STATUSES, (row) => row.status),
  priorite: maybe.code(PRIORITIES, (row) => row.priority),
  date_debut: maybe.day((row) => row.startsOn),
  date_fin: maybe.day((row) => row.endsOn),
  degre_participation: maybe.code(PARTICIPATIONS, (row) => row.participation),
  nouvelles_le: maybe.instant((row) => row.newsAt),
} as const satisfies Columns<ActionLine>;

/** In a list of several plans: which one, and the place of the action in it. */
export const PLANNED_ACTION_COLUMNS = {
  plan: integer((row) => row.plan, { refers: 'plans' }),
  rang: integer((row) => row.ordinal),
  ...ACTION_COLUMNS,
} as const satisfies Columns<ActionLine & { readonly plan: number; readonly ordinal: number }>;
