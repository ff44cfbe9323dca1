/** Levels side by side that share a stance are said once: "N1 N2 refusés, N3 pris". */
import type { Stance } from '#domain/pact/stance.ts';

export type LevelGroup = { readonly stance: Stance; readonly levels: readonly number[] };

/** In the order of the levels; groups never merge across another stance. */
export function neighboursByStance(
  levels: readonly { readonly level: number; readonly stance: Stance }[],
): readonly LevelGroup[] {
  const groups: { stance: Stance; levels: number[] }[] = [];
  for (const { level, stance } of levels.toSorted((a, b) => a.level - b.level)) {
    const last = groups.at(-1);
    if (last?.stance === stance) last.levels.push(level);
    else groups.push({ stance, levels: [level] });
  }
  return groups;
}
