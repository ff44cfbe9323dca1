/**
 * Reading a pact: the text of a document against an edition of a charter.
 *
 *     text → lines and words → headings → sections → evidence of each level → findings
 *
 * Pure and deterministic; linear in the length of the text (each line costs at most one bounded
 * title alignment, each section the comparison with its own measure). How it works and where it
 * errs: docs/reading.md.
 */
import type { Edition } from '#domain/charter/edition.ts';
import { belonging } from '#reading/align/level-text.ts';
import { referenceOf, type Reference } from '#reading/align/reference.ts';
import type {
  CommitmentFinding,
  LocalCommitmentFinding,
  PactReading,
  PrincipleFinding,
  Span,
  Warning,
} from '#reading/contract.ts';
import { findHeadings, type MeasureHeading } from '#reading/split/headings.ts';
import { contentsOf, identify, numberingOf, printedNumber, sectionsOf, type Section } from '#reading/split/sections.ts';
import { unitsOf, type Unit } from '#reading/split/units.ts';
import { loosen } from '#reading/text/fold.ts';
import { furnitureLines } from '#reading/text/furniture.ts';
import { sourceOf, type Source } from '#reading/text/lines.ts';
import { mergeSpans, trimSpan, unreadOutside } from '#reading/text/spans.ts';
import { warn } from '#reading/warnings.ts';
import { proposeCommitment, type DocumentMarks, type Spoken } from './commitment.ts';
import { isDecision, readDecision } from './decisions.ts';
import { gatherEvidence, type SectionEvidence } from './level-evidence.ts';
import { localCommitments } from './local-commitments.ts';
import { observationsOf } from './observations.ts';
import { findSignatory } from './signatory.ts';

export function readPact(text: string, edition: Edition): PactReading {
  const source = sourceOf(text);
  const reference = referenceOf(edition);
  const lines = readableLines(source);
  const headings = findHeadings(source, { lines, reference });
  const sections = sectionsOf(source, { headings, lines });
  const numbering = numberingOf(source, headings);
  const measureOf = (section: Section): number | null =>
    section.heading.kind === 'measure' ? (section.heading.found?.measure ?? null) : null;
  const contents = contentsOf(sections, measureOf);
  const bodied = new Set(sections.filter((section) => !contents.has(section)).map(measureOf));
  const warnings: Warning[] = [];

  const principles: PrincipleFinding[] = [];
  const locals: LocalCommitmentFinding[] = [];
  const gathered = new Map<string, Gathered>();
  for (const section of sections) {
    const { heading } = section;
    if (section.group === 'end') continue;
    if (heading.kind === 'principle')
      principles.push(readPrinciple(source, section, { letter: heading.letter, reference }));
    else if (heading.kind === 'group') locals.push(...readGroup(source, section));
    else if (contents.has(section) && !bodied.has(measureOf(section))) {
      const measure = measureOf(section);
      if (measure !== null) warnings.push(warn({ kind: 'contents-entry', measure }, spansOfLines(source, section)));
    } else gather(section, heading);
  }
  const spoken = [...gathered.values()].map((one) => spokenOf(source, one, reference));
  const marks = marksOf(spoken);
  const commitments: CommitmentFinding[] = [];
  for (const one of spoken) {
    const { finding, warnings: said } = proposeCommitment(source, one, marks);
    commitments.push(finding);
    warnings.push(...said);
  }
  const lost = commitments.filter(({ levels }) => levels.some(({ stance }) => stance === 'unknown'));
  if (lost.length > 0)
    warnings.push(
      warn(
        { kind: 'ticks-lost', measures: lost.length },
        lost.flatMap(({ spans }) => spans),
      ),
    );
  const signatory = findSignatory(source, headings[0]?.start ?? text.length);
  if (commitments.length === 0) warnings.push(warn({ kind: 'nothing-recognised' }, []));
  else if (signatory.list === null) warnings.push(warn({ kind: 'signatory-not-found' }, []));
  return {
    kind: 'pact',
    text,
    unread: unreadOutside(
      text,
      [...principles, ...commitments, ...locals].flatMap(({ spans }) => spans),
    ),
    warnings,
    charter: edition.id,
    signatory,
    principles: mergePrinciples(source, principles),
    commitments,
    localCommitments: locals,
  };

  function gather(section: Section, heading: MeasureHeading): void {
    const identity = identify(source, section, { heading, reference, numbering });
    if ('local' in identity) {
      locals.push(
        ...localCommitments(source, {
          localNumber: heading.opening.number?.written ?? null,
          start: heading.start,
          contentStart: heading.opening.contentStart,
          end: section.end,
          lines: section.lines,
        }),
      );
      return;
    }
    const key = identity.measure === null ? `at ${heading.start}` : String(identity.measure);
    const known = gathered.get(key);
    if (known === undefined) gathered.set(key, { ...identity, sections: [{ section, heading }] });
    else known.sections.push({ section, heading });
  }
}

type Gathered = {
  readonly measure: number | null;
  readonly title: CommitmentFinding['title'];
  readonly sections: { readonly section: Section; readonly heading: MeasureHeading }[];
};

function readableLines(source: Source): number[] {
  const furniture = furnitureLines(source, (content) => /niveau|accord|engage|\bN\s?[1-3]\b/iu.test(content));
  const readable: number[] = [];
  source.lines.forEach((line, index) => {
    if (!line.blank && !furniture.has(index)) readable.push(index);
  });
  return readable;
}

function spokenOf(source: Source, { measure, title, sections }: Gathered, reference: Reference): Spoken {
  const known = measure === null ? null : (reference.measures.get(measure) ?? null);
  const units: Unit[] = sections.flatMap(({ section, heading }) =>
    unitsOf(source, { start: heading.bodyStart, end: section.end }, { lines: section.lines, measure: known }),
  );
  const numbers = sections.map(({ heading }) => printedNumber(source, heading)).filter((number) => number !== null);
  const titles = sections.map(({ heading }) => heading.found).filter((found) => found !== null);
  const found = titles.sort((a, b) => b.coverage - a.coverage)[0] ?? null;
  const groups = sections.map(({ section }) => section.group);
  return {
    measure,
    reference: known,
    title: found?.kind ?? title,
    found,
    localNumber: numbers[0]?.written ?? null,
    number: numbers[0]?.value ?? null,
    box: sections.map(({ heading }) => heading.opening.box).find((box) => box !== null) ?? null,
    group: groups.every((group) => group === 'refused') ? 'refused' : null,
    evidence: gatherEvidence(source, { units, measure: known }),
    spans: sections.flatMap(({ section }) => spansOfLines(source, section)),
  };
}

/**
 * Whether choices were lost on the way to text: boxes and none marked, or every measure showing all
 * its level labels and nothing else.
 */
function marksOf(spoken: readonly Spoken[]): DocumentMarks {
  const evidence = spoken.flatMap((one) => [...one.evidence.levels.values()]);
  const someMarked =
    evidence.some(({ box, answer }) => box === 'marked' || answer !== null) ||
    spoken.some(({ box }) => box === 'marked');
  const someUnmarked = evidence.some(({ box }) => box === 'unmarked');
  if (someUnmarked && !someMarked) return { ticksLost: true, someMarked };
  const bare = spoken.filter((one) => isBareForm(one.evidence));
  const full = bare.filter(
    (one) => one.evidence.levels.size >= Math.max(1, one.reference?.levels.length ?? 3) && one.evidence.levels.size > 1,
  );
  return {
    ticksLost:
      !someMarked && full.length > 0 && bare.every((one) => full.includes(one) || one.reference?.levels.length === 1),
    someMarked,
  };
}

/** Level labels each alone, without words, boxes nor decision. */
function isBareForm({ levels, decisions }: SectionEvidence): boolean {
  return (
    levels.size > 0 &&
    decisions.length === 0 &&
    [...levels.values()].every(
      ({ named, words, box, answer }) => named && words.length === 0 && box === null && answer === null,
    )
  );
}

function readPrinciple(
  source: Source,
  section: Section,
  { letter, reference }: { letter: string; reference: Reference },
): PrincipleFinding {
  const principle = reference.principles.find((candidate) => candidate.letter === letter);
  const bag = new Set([...(principle?.text.loose ?? []), ...(principle?.title.loose ?? [])]);
  const units = unitsOf(
    source,
    { start: section.heading.bodyStart, end: section.end },
    { lines: section.lines, measure: null },
  );
  const own = units.filter(
    (unit) =>
      belonging(
        bag,
        unit.words.map((token) => loosen(source.tokens.keys[token] ?? '')),
      ) < 0.6,
  );
  const decisions = own
    .filter((unit) => isDecision(source.text.slice(unit.start, unit.end)))
    .map((unit) => readDecision(source.text, unit));
  return {
    principle: letter,
    stance:
      decisions.findLast(({ whole }) => whole !== null)?.whole ??
      (section.group === 'refused' ? 'refused' : 'accepted'),
    observations: observationsOf(source.text, { decisions: [], units: own, additions: [] }).map(({ text }) => text),
    spans: spansOfLines(source, section),
  };
}

/** The same principle said twice is one finding with several spans. */
function mergePrinciples(source: Source, principles: readonly PrincipleFinding[]): PrincipleFinding[] {
  const merged = new Map<string, PrincipleFinding>();
  for (const one of principles) {
    const known = merged.get(one.principle);
    merged.set(
      one.principle,
      known === undefined
        ? one
        : {
            ...known,
            observations: [...known.observations, ...one.observations],
            spans: mergeSpans(source.text, [...known.spans, ...one.spans]),
          },
    );
  }
  return [...merged.values()];
}

/** Items that stand under « Engagements locaux » without number. */
function readGroup(source: Source, section: Section): LocalCommitmentFinding[] {
  if (section.group !== 'local' || section.lines.length < 2) return [];
  return localCommitments(source, {
    localNumber: null,
    start: section.heading.start,
    contentStart: section.heading.start,
    end: section.end,
    lines: section.lines,
  });
}

function spansOfLines(source: Source, section: Section): Span[] {
  const spans = section.lines.map((index) => source.lines[index]).filter((line) => line !== undefined);
  return mergeSpans(
    source.text,
    spans.map((line) => trimSpan(source.text, line)).filter((span) => span !== null),
  );
}
