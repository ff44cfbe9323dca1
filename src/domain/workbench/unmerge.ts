/**
 * Who brought which origin into the measure that holds it now, so that a measure that is taken out again takes along what it
 * alone brought, through every measure that was merged away in between. Pure.
 */
import { sameAs } from './change.ts';
import type { Origin } from './draft.ts';
import type { MergedMeasure } from './kept.ts';

type Holding = { readonly id: number; readonly origins: readonly Origin[] };
type Merged = Holding & Pick<MergedMeasure, 'into' | 'brought'>;

export type OriginsChange = {
  readonly id: number;
  readonly origins?: readonly Origin[];
  readonly brought?: readonly Origin[];
};

/** What `from` adds to `into`, which holds it from then on. */
export function broughtBy(from: Pick<Holding, 'origins'>, into: Pick<Holding, 'origins'>): readonly Origin[] {
  return from.origins.filter((origin) => !into.origins.some(sameAs(origin)));
}

/** What changes in the others when `out` is there again. `merged`: all those of the draft, `out` too; `living`: the others. */
export function takenOut(
  out: Merged,
  { living, merged }: { readonly living: readonly Holding[]; readonly merged: readonly Merged[] },
): readonly OriginsChange[] {
  const changes: OriginsChange[] = [];
  const rows = new Map(merged.map((row) => [row.id, row]));
  rows.delete(out.id);
  let child: Merged = out;
  let leaving: readonly Origin[] = out.brought;
  while (leaving.length > 0) {
    const { id: left, into: holder } = child;
    const mergedAway: Merged | undefined = rows.get(holder);
    const into: Holding | undefined = mergedAway ?? living.find(({ id }) => id === holder);
    if (into === undefined) return changes;
    const heirs = [...rows.values()].filter((row) => row.into === holder && row.id !== left);
    changes.push(...inheritedBy(heirs, leaving));
    const gone = leaving.filter((origin) => !heirs.some(holds(origin)));
    const origins = into.origins.filter((origin) => !gone.some(sameAs(origin)));
    if (mergedAway === undefined) return [...changes, { id: holder, origins }];
    const { brought } = mergedAway;
    changes.push({ id: holder, origins, brought: brought.filter((origin) => !gone.some(sameAs(origin))) });
    leaving = brought.filter((origin) => gone.some(sameAs(origin)));
    child = mergedAway;
  }
  return changes;
}

/** What others that were merged into the same measure hold as well counts as brought by the first of them. */
function inheritedBy(heirs: readonly Merged[], leaving: readonly Origin[]): readonly OriginsChange[] {
  return heirs.flatMap((heir, at) => {
    const brought = leaving.filter((origin) => holds(origin)(heir) && !heirs.slice(0, at).some(holds(origin)));
    return brought.length === 0 ? [] : [{ id: heir.id, brought: [...heir.brought, ...brought] }];
  });
}

function holds(origin: Origin): (row: Holding) => boolean {
  return ({ origins }) => origins.some(sameAs(origin));
}
