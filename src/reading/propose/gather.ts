/** What all sections say of one measure (a summary, then the text), gathered before it is judged. */
import type { Reference } from '#reading/align/reference.ts';
import type { TitleMatch } from '#reading/contract.ts';
import type { MeasureHeading } from '#reading/split/heading.ts';
import type { GroupKind } from '#reading/split/group-heading.ts';
import type { levelTables } from '#reading/split/level-table.ts';
import { printedNumber, spansOfLines, type Section } from '#reading/split/sections.ts';
import { unitsOf, type Unit } from '#reading/split/units.ts';
import type { Source } from '#reading/text/lines.ts';
import type { Spoken } from './commitment.ts';
import type { Said } from './decision-cues.ts';
import { gatherEvidence } from './level-evidence.ts';

export type Gathered = {
  readonly measure: number | null;
  readonly title: TitleMatch;
  readonly sections: { readonly section: Section; readonly heading: MeasureHeading }[];
};

export function spokenOf(
  source: Source,
  { measure, title, sections }: Gathered,
  { reference, tables }: { readonly reference: Reference; readonly tables: ReturnType<typeof levelTables> },
): Spoken {
  const known = measure === null ? null : (reference.measures.get(measure) ?? null);
  const units: Unit[] = sections.flatMap(({ section, heading }) =>
    unitsOf(source, { start: heading.bodyStart, end: section.end }, { lines: section.lines, measure: known, tables }),
  );
  const numbers = sections.map(({ heading }) => printedNumber(source, heading)).filter((number) => number !== null);
  const titles = sections.map(({ heading }) => heading.found).filter((found) => found !== null);
  const found = titles.sort((a, b) => b.coverage - a.coverage)[0] ?? null;
  return {
    measure,
    reference: known,
    title: found?.kind ?? title,
    found,
    localNumber: numbers[0]?.written ?? null,
    number: numbers[0]?.value ?? null,
    box: sections.map(({ heading }) => heading.opening.box).find((box) => box !== null) ?? null,
    saidByHeading: saidByHeadings(sections.map(({ section }) => section.group)),
    evidence: gatherEvidence(source, { units, measure: known }),
    spans: sections.flatMap(({ section }) => spansOfLines(source, section)),
  };
}

/** What the headings above say, when all the sections stand under one that says the same. */
function saidByHeadings(groups: readonly (GroupKind | null)[]): Said | null {
  const [first] = groups;
  if (first !== 'refused' && first !== 'open' && first !== 'delegated') return null;
  return groups.every((group) => group === first) ? first : null;
}
