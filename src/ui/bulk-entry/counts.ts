/** The items of a bulk entry by state, in the order of the work, each a link to them. */
import type { ShownState } from '#domain/bulk-entry/entry-item.ts';
import { STATE, STATE_ORDER, STATE_SEGMENT } from '#ui/messages/bulk-entry.fr.ts';

export type CountShown = {
  readonly state: ShownState;
  readonly label: string;
  readonly items: number;
  readonly href: string;
};

/** States without an item are left out. */
export function countsShown({
  id,
  counts,
}: {
  readonly id: number;
  readonly counts: Readonly<Partial<Record<ShownState, number>>>;
}): readonly CountShown[] {
  return STATE_ORDER.flatMap((state) => {
    const items = counts[state] ?? 0;
    const href = `/equipe/saisies/${id}?etat=${STATE_SEGMENT[state]}`;
    return items === 0 ? [] : [{ state, label: STATE[state], items, href }];
  });
}

/** Null: no state of ours, everything. */
export function stateAsked(segment: string | null): ShownState | null {
  return STATE_ORDER.find((state) => STATE_SEGMENT[state] === segment) ?? null;
}
