/** Columns of promises with the actions that carry them out: a line for each pair, one alone for a promise without an action. */
import { maybe, text, type Columns } from '../open-data/column.ts';

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
  charte: text((row) => row.edition, { refers: 'chartes' }),
  engagement: text((row) => row.item),
  intitule: text((row) => row.label),
  signataires: text((row) => row.signedBy),
  plan: maybe.integer((row) => row.action?.plan ?? null, { refers: 'plans' }),
  titre_plan: maybe.text((row) => row.action?.planTitle ?? null),
  action: maybe.text((row) => row.action?.number ?? null),
  titre_action: maybe.text((row) => row.action?.title ?? null),
  statut_action: maybe.text((row) => row.action?.status ?? null),
} as const satisfies Columns<CarriedLine>;
