/** What a draft holds now, decisions included, in figures with their denominators. */
import type { Edition } from '#domain/charter/edition.ts';
import type { PactReading, PlanReading } from '#reading/contract.ts';
import type { PactFigures, WorkFigures } from '#ui/messages/lire-draft.fr.ts';
import type { DraftView, ProposalView } from '#use-cases/drafts/see-draft.ts';

export function workFigures({ counts, proposals }: Pick<DraftView, 'counts' | 'proposals'>): WorkFigures {
  const unread = proposals.filter(({ kind, decided }) => kind === 'unread' && decided === null).length;
  return { ...counts, unread };
}

export function pactFigures(
  _reading: PactReading,
  { proposals, edition }: { proposals: readonly ProposalView[]; edition: Edition | null },
): PactFigures {
  const measures = new Set<number>();
  let levels = 0;
  let principles = 0;
  let locals = 0;
  for (const { kind, finding, decided } of proposals) {
    const decision = decided?.decision;
    if (decision?.kind === 'refuse') continue;
    if (decision?.kind === 'to-local') locals += 1;
    else if (decision?.kind === 'to-measure') {
      measures.add(decision.measure);
      levels += decision.levels.filter(isTaken).length;
    } else if (kind === 'commitment') {
      const correction = decision?.kind === 'correct-commitment' ? decision : null;
      const measure = correction?.measure ?? finding.measure;
      if (measure !== null) measures.add(measure);
      levels += (correction?.levels ?? finding.levels).filter(isTaken).length;
    } else if (kind === 'principle') principles += 1;
    else if (kind === 'local-commitment') locals += 1;
  }
  return {
    measures: measures.size,
    outOf: edition?.measures.length ?? null,
    levels,
    principles,
    principlesOutOf: edition?.principles.length ?? null,
    locals,
  };
}

export function planFigures(reading: PlanReading): { actions: number; axes: number; withAmount: number } {
  const withAmount = reading.actions.filter(({ amounts }) => amounts.length > 0).length;
  return { actions: reading.actions.length, axes: reading.axes.length, withAmount };
}

/** Taken, at least in part. */
function isTaken({ stance }: { stance: string }): boolean {
  return stance === 'accepted' || stance === 'partial';
}
