/** What a measure means in one commune, level by level: only what depends on its number of inhabitants. */
import type { Measure } from '#domain/charter/edition.ts';
import { targetHere } from '#domain/charter/target-here.ts';
import type { Target } from '#domain/charter/target.ts';
import { levelLabel } from '#ui/messages/stances.fr.ts';
import { targetSentence } from '#ui/messages/targets.fr.ts';

const BY_SIZE: ReadonlySet<Target['kind']> = new Set([
  'one-per-inhabitants',
  'at-most-one-per-inhabitants',
  'euros-per-inhabitant',
  'area-per-inhabitants',
]);

/** Sentences such as "N1 : au moins 23 toilettes publiques"; none where the population is unknown. */
export function targetsHere(measure: Measure, population: number | null): readonly string[] {
  if (population === null) return [];
  return measure.levels.flatMap(({ level, clauses }) =>
    clauses
      .flatMap((clause) => clause.targets.filter(dependsOnSize))
      .map((target) => `${levelLabel(level)} : ${targetSentence(targetHere(target, { population }))}`),
  );
}

/** Whether asking for a commune would tell anything. */
export function hasTargetsHere(measure: Measure): boolean {
  return measure.levels.some(({ clauses }) => clauses.some(({ targets }) => targets.some(dependsOnSize)));
}

function dependsOnSize(target: Target): boolean {
  return BY_SIZE.has(target.kind);
}
