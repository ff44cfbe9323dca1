/** What a measure means in one commune, level by level: only what depends on its number of inhabitants. */
import type { Measure } from '#domain/charter/edition.ts';
import { targetHere } from '#domain/charter/target-here.ts';
import type { Target } from '#domain/charter/target.ts';
import { clauseOfMeasure, type ClauseSigned } from '#domain/pact/clause-signed.ts';
import { targetAsSigned } from '#ui/messages/charter.fr.ts';
import { levelLabel } from '#ui/messages/stances.fr.ts';
import { targetSentence } from '#ui/messages/targets.fr.ts';

const BY_SIZE: ReadonlySet<Target['kind']> = new Set([
  'one-per-inhabitants',
  'at-most-one-per-inhabitants',
  'euros-per-inhabitant',
  'area-per-inhabitants',
]);

type Here = {
  readonly population: number | null;
  /** What was signed here of this measure; empty: by nobody, or the charter alone is shown. */
  readonly signed?: readonly SignedMeasure[];
};
type SignedMeasure = Parameters<typeof clauseOfMeasure>[0];

/**
 * Sentences such as "N1 : au moins 23 toilettes publiques"; none where the population is unknown. A target that none of those
 * who signed took in the words of the charter says so.
 */
export function targetsHere(measure: Measure, { population, signed = [] }: Here): readonly string[] {
  if (population === null) return [];
  return measure.levels.flatMap(({ level, clauses }) =>
    clauses.flatMap(({ clause, targets }) =>
      targets
        .filter(dependsOnSize)
        .map((target) => `${levelLabel(level)} : ${targetSentence(targetHere(target, { population }))}`)
        .map((sentence) => targetAsSigned(sentence, heldAs(signed, { level, clause }))),
    ),
  );
}

/** The nearest to the charter, when several lists signed. */
function heldAs(
  signed: readonly SignedMeasure[],
  where: { readonly level: number; readonly clause: number },
): ClauseSigned['kind'] {
  const kinds = signed.map((one) => clauseOfMeasure(one, where)?.kind ?? 'left-out');
  if (kinds.length === 0 || kinds.includes('as-charter')) return 'as-charter';
  return kinds.includes('own-words') ? 'own-words' : 'left-out';
}

/** Whether asking for a commune would tell anything. */
export function hasTargetsHere(measure: Measure): boolean {
  return measure.levels.some(({ clauses }) => clauses.some(({ targets }) => targets.some(dependsOnSize)));
}

function dependsOnSize(target: Target): boolean {
  return BY_SIZE.has(target.kind);
}
