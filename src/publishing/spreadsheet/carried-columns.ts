/** Columns of promises with the actions that carry them out: a line for each pair, one alone for a promise without an action. */
import type { Cell } from './csv.ts';

type CarriedLine = {
  readonly edition: string;
  readonly item: string;
  readonly label: string;
  readonly signedBy: string;
  readonly action: {
    readonly plan: number;
    readonly planTitle: string;
    readonly number: string;
    readonly title: string;
    readonly status: string | null;
  } | null;
};

export const CARRIED_COLUMNS = {
  charte: (row) => row.edition,
  engagement: (row) => row.item,
  intitule: (row) => row.label,
  signataires: (row) => row.signedBy,
  plan: (row) => row.action?.plan ?? null,
  titre_plan: (row) => row.action?.planTitle ?? null,
  action: (row) => row.action?.number ?? null,
  titre_action: (row) => row.action?.title ?? null,
  statut_action: (row) => row.action?.status ?? null,
} as const satisfies Readonly<Record<string, (row: CarriedLine) => Cell>>;
