/** What every view of a plan says of it: the same views serve what everybody sees and what the town hall works on. */
import type { PlanRow } from '#domain/plan/plan-row.ts';
import type { View } from '#ui/messages/plan-views.fr.ts';
import { writeView, type ViewAsked } from './view-asked.ts';

export type PlanFrame = {
  readonly kind: 'public' | 'workshop';
  /** Address under which the views stand: of the plan, or of its workshop. */
  readonly base: string;
  readonly title: string;
  readonly place: { readonly name: string; readonly href: string };
  /** YYYY-MM-DD at the place. */
  readonly today: string;
  /** False: only read from a document, so that no status, day or sum is typed. */
  readonly typed: boolean;
};

const SEGMENT: Readonly<Record<View, string>> = {
  tree: '',
  table: '/tableau',
  calendar: '/calendrier',
  board: '/colonnes',
  budget: '/budget',
};

/** The same filters in another view; neither the page nor, but for the table, the order go along. */
export function viewHref(frame: Pick<PlanFrame, 'base'>, view: View, asked?: ViewAsked): string {
  return `${frame.base}${SEGMENT[view]}${asked === undefined ? '' : writeView({ ...asked, page: 1 })}`;
}

export function actionHref(frame: Pick<PlanFrame, 'kind' | 'base'>, row: Pick<PlanRow, 'id' | 'number'>): string {
  const key = frame.kind === 'public' ? encodeURIComponent(row.number) : String(row.id);
  return `${frame.base}/actions/${key}`;
}
