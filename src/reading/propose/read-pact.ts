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
import { referenceOf, type Reference } from '#reading/align/reference.ts';
import type { CommitmentFinding, LocalCommitmentFinding, PactReading, Warning } from '#reading/contract.ts';
import type { MeasureHeading } from '#reading/split/heading.ts';
import { findHeadings } from '#reading/split/headings.ts';
import { levelTables } from '#reading/split/level-table.ts';
import { contentsOf, numberingOf, sectionsOf, spansOfLines, type Section } from '#reading/split/sections.ts';
import { readingOrder } from '#reading/split/reading-order.ts';
import { furnitureLines } from '#reading/text/furniture.ts';
import { sourceOf, type Source } from '#reading/text/lines.ts';
import { unreadOutside } from '#reading/text/spans.ts';
import { warn } from '#reading/warnings.ts';
import { proposeCommitment } from './commitment.ts';
import { answersByName, comparedLists, listsInTurn } from './compared-lists.ts';
import { marksOf } from './document-marks.ts';
import { spokenOf, type Gathered } from './gather.ts';
import { identify } from './identify.ts';
import { groupCommitments, localCommitments } from './local-commitments.ts';
import { mentionedIn } from './mentions.ts';
import { principlesMentioned } from './principle-mentions.ts';
import { mergePrinciples, readPrinciple, type PrincipleSection } from './principle.ts';
import { isBlankForm, isTechnicalSheet, namesNobody, saysNotSigned } from './promises-nothing.ts';
import { putBack } from './put-back.ts';
import { findSignatory, listsNamed } from './signatory.ts';

export function readPact(text: string, edition: Edition): PactReading {
  const order = readingOrder(text);
  return order === null
    ? readInOrder(text, edition)
    : putBack(text, { reading: readInOrder(order.text, edition), order });
}

function readInOrder(text: string, edition: Edition): PactReading {
  const source = sourceOf(text);
  const reference = referenceOf(edition);
  const lines = readableLines(source);
  const tables = levelTables(source, lines);
  const headings = findHeadings(source, { lines, reference });
  const compared = [
    ...comparedLists(source, { headings, tables }),
    ...listsInTurn(source, headings),
    ...answersByName(source, listsNamed(text)),
  ];
  if (compared.length > 0)
    return emptyPact(text, { charter: edition.id, warning: warn({ kind: 'several-lists' }, compared) });
  const sections = sectionsOf(source, { headings, lines });
  const { principles: openings, locals, gathered, warnings } = sortSections(source, { sections, headings, reference });

  const spoken = [...gathered.values()].map((one) => spokenOf(source, one, { reference, tables }));
  const outside = unreadOutside(text, [
    ...[...locals, ...spoken].flatMap(({ spans }) => spans),
    ...openings.flatMap((section) => spansOfLines(source, section)),
    ...sections.filter(({ group }) => group === 'end').flatMap((section) => spansOfLines(source, section)),
  ]);
  const signatory = findSignatory(source, headings[0]?.start ?? text.length);
  const known = new Set(spoken.map(({ measure }) => measure).filter((measure) => measure !== null));
  spoken.push(...mentionedIn(source, { passages: outside, reference, known, list: signatory.list }));

  const marks = marksOf(spoken);
  const principles = mergePrinciples(text, [
    ...openings.map((section) => readPrinciple(source, section, { reference, someMarked: marks.someMarked })),
    ...(spoken.length === 0 ? [] : principlesMentioned(source, { passages: outside, reference, openings })),
  ]);
  const commitments: CommitmentFinding[] = [];
  for (const one of spoken) {
    const { finding, warnings: said } = proposeCommitment(source, one, marks);
    commitments.push(finding);
    warnings.push(...said);
  }
  const barren = promisesNothing(text, { commitments, locals, reference, list: signatory.list });
  if (barren !== null) return emptyPact(text, { charter: edition.id, warning: barren });
  warnings.push(...documentWarnings(commitments, signatory));
  const lists = listsNamed(text);
  if (lists.length > 1 && commitments.length > 0) warnings.push(warn({ kind: 'several-signatories', lists }, []));
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
    principles,
    commitments,
    localCommitments: locals,
  };
}

/** A document that quotes measures without anybody committing to them. */
function promisesNothing(
  text: string,
  {
    commitments,
    locals,
    reference,
    list,
  }: {
    commitments: readonly CommitmentFinding[];
    locals: readonly LocalCommitmentFinding[];
    reference: Reference;
    list: string | null;
  },
): Warning | null {
  // A list that quotes one or two levels has chosen them, even under the headings of a sheet.
  const chosen = list !== null && commitments.some(({ levels }) => levels.length === 1 || levels.length === 2);
  const quotes = commitments.length > 0 || (locals.length > 0 && list === null);
  if (quotes && commitments.length <= 4 && !chosen && isTechnicalSheet(text))
    return warn({ kind: 'technical-sheet' }, []);
  if (commitments.length > 0 && saysNotSigned(text)) return warn({ kind: 'not-signed' }, []);
  if (list !== null || commitments.length < 10 || !commitments.every((one) => takesEverything(one, reference)))
    return null;
  const titlesAlone = commitments.every(({ levels }) => levels.length === 0);
  const whole = commitments.length >= 0.9 * reference.measures.size;
  if (whole || isBlankForm(text) || (!titlesAlone && namesNobody(text))) return warn({ kind: 'charter-text' }, []);
  return null;
}

/** Every level of the edition, accepted: what a copy of the charter looks like. */
function takesEverything({ measure, levels, stance }: CommitmentFinding, { measures }: Reference): boolean {
  const known = measure === null ? 0 : (measures.get(measure)?.levels.length ?? 0);
  return stance === 'accepted' && (levels.length === 0 || levels.length >= known);
}

function emptyPact(text: string, { charter, warning }: { charter: string; warning: Warning }): PactReading {
  return {
    kind: 'pact',
    text,
    unread: unreadOutside(text, []),
    warnings: [warning],
    charter,
    signatory: { list: null, leader: null, spans: [] },
    principles: [],
    commitments: [],
    localCommitments: [],
  };
}

type Sorted = {
  readonly principles: PrincipleSection[];
  readonly locals: LocalCommitmentFinding[];
  readonly gathered: Map<string, Gathered>;
  readonly warnings: Warning[];
};

/** Each section to what it is: a principle, a measure (maybe said twice), a local promise, a contents entry. */
function sortSections(
  source: Source,
  {
    sections,
    headings,
    reference,
  }: {
    readonly sections: readonly Section[];
    readonly headings: ReturnType<typeof findHeadings>;
    readonly reference: Reference;
  },
): Sorted {
  const sorted: Sorted = { principles: [], locals: [], gathered: new Map(), warnings: [] };
  const numbering = numberingOf(source, headings);
  const contents = contentsOf(source, { sections, measureOf });
  const bodied = new Set(sections.filter((section) => !contents.has(section)).map(measureOf));
  for (const section of sections) {
    const { heading } = section;
    const measure = measureOf(section);
    if (section.group === 'end') continue;
    if (heading.kind === 'principle') sorted.principles.push({ ...section, heading });
    else if (heading.kind === 'group') sorted.locals.push(...groupCommitments(source, section));
    else if (contents.has(section) && measure !== null && !bodied.has(measure))
      sorted.warnings.push(warn({ kind: 'contents-entry', measure }, spansOfLines(source, section)));
    else gather(section, heading);
  }
  return sorted;

  function gather(section: Section, heading: MeasureHeading): void {
    const identity = identify(source, section, { heading, reference, numbering });
    if ('local' in identity) {
      sorted.locals.push(...localCommitments(source, localSection(section, heading)));
      return;
    }
    const key = identity.measure === null ? `at ${heading.start}` : String(identity.measure);
    const known = sorted.gathered.get(key);
    if (known === undefined) sorted.gathered.set(key, { ...identity, sections: [{ section, heading }] });
    else known.sections.push({ section, heading });
  }
}

function measureOf({ heading }: Section): number | null {
  return heading.kind === 'measure' ? (heading.found?.measure ?? null) : null;
}

function localSection(section: Section, heading: MeasureHeading): Parameters<typeof localCommitments>[1] {
  return {
    localNumber: heading.opening.number?.written ?? null,
    start: heading.start,
    contentStart: heading.opening.contentStart,
    end: section.end,
    lines: section.lines,
  };
}

function documentWarnings(commitments: readonly CommitmentFinding[], signatory: PactReading['signatory']): Warning[] {
  const lost = commitments.filter(
    ({ stance, levels }) => stance === 'unknown' || levels.some((level) => level.stance === 'unknown'),
  );
  if (commitments.length === 0) return [warn({ kind: 'nothing-recognised' }, [])];
  return [
    ...(lost.length === 0
      ? []
      : [
          warn(
            { kind: 'ticks-lost', measures: lost.length },
            lost.flatMap(({ spans }) => spans),
          ),
        ]),
    ...(signatory.list === null ? [warn({ kind: 'signatory-not-found' }, [])] : []),
  ];
}

function readableLines(source: Source): number[] {
  const furniture = furnitureLines(source, (content) =>
    /niveau|accord|engage|(?<![\p{L}\p{N}])N\s?[1-3](?![\p{L}\p{N}])/iu.test(content),
  );
  return source.lines.flatMap((line, index) => (line.blank || furniture.has(index) ? [] : [index]));
}
