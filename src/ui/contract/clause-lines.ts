/**
 * A measure as its contract shows it: one line for each clause that the document speaks of, with its mark,
 * its word, and its changes; then what it does not speak of. Pages of a pact and of a thread share it.
 */
import type { Clause, Measure } from '#domain/charter/edition.ts';
import type { SignedClause, SignedLevel, WordChange } from '#domain/pact/commitment.ts';
import type { Stance } from '#domain/pact/stance.ts';
import { changedWords, type Segment } from './changed-words.ts';

export type ClauseLine = {
  readonly key: string;
  /** Level whose mark stands in the margin: on its first line only. */
  readonly level: number | null;
  readonly levelStance: Stance;
  /** What to say before the text; null when the mark has said it on a line above. */
  readonly stance: Stance | null;
  readonly struck: boolean;
  readonly amended: boolean;
  readonly omitted: boolean;
  readonly bullet: boolean;
  readonly segments: readonly Segment[];
  readonly unplaced: readonly WordChange[];
};

export type MeasureLines = {
  readonly lines: readonly ClauseLine[];
  /** Levels of the edition that the document does not speak of. */
  readonly unsaid: readonly number[];
};

type Signed = { readonly levels: readonly SignedLevel[] };

export function clauseLines(measure: Measure | null, signed: Signed): MeasureLines {
  const levels = signed.levels.toSorted((a, b) => a.level - b.level);
  const lines = levels.flatMap((level) =>
    linesOfLevel(level, measure?.levels.find((reference) => reference.level === level.level)?.clauses ?? []),
  );
  const spoken = new Set(levels.map((level) => level.level));
  const unsaid = levels.length === 0 ? [] : (measure?.levels ?? []).map((l) => l.level).filter((l) => !spoken.has(l));
  return { lines, unsaid };
}

function linesOfLevel(signed: SignedLevel, references: readonly Clause[]): readonly ClauseLine[] {
  const texts = textsOf(signed, references);
  return texts.map(({ clause, reference, finding }, index) => {
    // Taken in part, and nobody said which part: then no clause is shown as taken.
    const stance = finding?.stance ?? (signed.stance === 'partial' ? 'unspecified' : signed.stance);
    const omitted = finding?.wording === 'omitted';
    const struck = stance === 'refused' || omitted;
    const changed =
      finding !== null && !struck
        ? changedWords({ reference, here: hereOf(finding), changes: finding.changes })
        : { segments: [{ kind: struck ? 'struck' : 'same', text: reference } as const], unplaced: [] };
    const first = index === 0;
    return {
      key: `${signed.level}.${clause}.${index}`,
      level: first ? signed.level : null,
      levelStance: signed.stance,
      stance: first || stance !== signed.stance ? stance : null,
      struck,
      amended: finding?.wording === 'amended',
      omitted,
      bullet: clause > 0 && texts.length > 1,
      ...changed,
    };
  });
}

type Text = { readonly clause: number; readonly reference: string; readonly finding: SignedClause | null };

/** The edition's clauses with what was found of each; failing an edition, the document's own words. */
function textsOf(signed: SignedLevel, references: readonly Clause[]): readonly Text[] {
  if (references.length > 0) {
    return references.map(({ clause, text }) => ({
      clause,
      reference: text,
      finding: signed.clauses.find((finding) => finding.clause === clause) ?? null,
    }));
  }
  if (signed.clauses.length > 0) {
    return signed.clauses.map((finding) => ({
      clause: finding.clause,
      reference: hereOf(finding),
      finding: { ...finding, changes: [] },
    }));
  }
  const own = signed.quotations.map((quotation) => quotation.text.trim()).join(' ');
  return [{ clause: 1, reference: own, finding: null }];
}

function hereOf(finding: SignedClause): string {
  return finding.quotations.map((quotation) => quotation.text.replace(/\s+/g, ' ').trim()).join(' ');
}
