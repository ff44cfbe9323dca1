/** The edition that a draft makes once published: its words, its rules, its themes, and the notes that still hold. */
import type { Check } from '../charter/annotation.ts';
import type { Clause, Edition, Grouping, Level, Measure } from '../charter/edition.ts';
import { notesOf, type CarriedNote, type MeasureByOrigin, type NotesOfMeasure } from './carried-notes.ts';
import type { DraftMeasure, EditionDraft, MeasureWords, Origin } from './draft.ts';

type Living = DraftMeasure & { readonly number: number; readonly words: MeasureWords };

/** Of a draft without problem (./problems.ts): measures without words or number are left out. `base`: what it was based on. */
export function editionOf(
  draft: EditionDraft,
  { find, base }: { readonly find: MeasureByOrigin; readonly base: Edition | null },
): Edition {
  const living = draft.measures
    .filter((measure): measure is Living => measure.words !== null && measure.number !== null)
    .toSorted((one, other) => one.number - other.number);
  const { publisher, note, preamble, principles, rules, carriers } = draft.head;
  return {
    id: draft.editionId,
    title: draft.title,
    year: draft.year,
    source: { title: draft.title, publisher, file: `chartes/${draft.editionId}/charte.json`, note },
    carriers,
    rules,
    preamble,
    principles,
    measures: living.map((measure) => measureOf(measure, { living, find })),
    groupings: draft.head.groupings.map((grouping) => groupingOf(grouping, { living, base })),
    ...(draft.collective === null ? {} : { local: { collective: draft.collective } }),
    annotations: base?.annotations ?? { status: 'proposal', note: '' },
  };
}

function measureOf(
  measure: Living,
  { living, find }: { readonly living: readonly Living[]; readonly find: MeasureByOrigin },
): Measure {
  const { title, introduction, levels } = measure.words;
  const notes = notesOf(measure, { find, others: living.filter(({ id }) => id !== measure.id) });
  return {
    number: measure.number,
    title,
    ...(introduction.length === 0 ? {} : { introduction }),
    levels: levels.map((level) => levelOf(level, { notes, living })),
  };
}

function levelOf(
  { level, label, leadIn, clauses }: MeasureWords['levels'][number],
  { notes, living }: { readonly notes: NotesOfMeasure; readonly living: readonly Living[] },
): Level {
  const here = notes.carried.filter(({ at }) => at.level === level);
  const checks = here.flatMap(({ note }): readonly Check[] => (note.kind === 'check' ? [note.check] : []));
  const texts = [
    ...(leadIn === undefined ? [] : [[0, leadIn] as const]),
    ...clauses.map((text, i) => [i + 1, text] as const),
  ];
  return {
    level,
    ...(label === undefined ? {} : { label }),
    clauses: texts.map(([clause, text]) =>
      clauseOf(
        { clause, text },
        {
          carried: here.filter(({ at }) => at.clause === clause),
          references: notes.references
            .filter(({ at }) => at.level === level && at.clause === clause)
            .flatMap(({ reference, edition }) => {
              const [now, ...others] = numbersNow(living, { edition, measure: reference.measure });
              // The words name a number: they still send there, or nowhere that can be told.
              return others.length === 0 && now === reference.measure ? [reference] : [];
            }),
        },
      ),
    ),
    ...(checks.length === 0 ? {} : { checks }),
  };
}

function clauseOf(
  words: { readonly clause: number; readonly text: string },
  { carried, references }: { readonly carried: readonly CarriedNote[]; readonly references: Clause['crossReferences'] },
): Clause {
  const legalMentions = carried.flatMap(({ note }) => (note.kind === 'legal-mention' ? [note.mention] : []));
  const gaps = carried.flatMap(({ note }) => (note.kind === 'gap' ? [note.gap] : []));
  return {
    ...words,
    targets: carried.flatMap(({ note }) => (note.kind === 'target' ? [note.target] : [])),
    ...(legalMentions.length === 0 ? {} : { legalMentions }),
    ...(references === undefined || references.length === 0 ? {} : { crossReferences: references }),
    ...(gaps.length === 0 ? {} : { gaps }),
  };
}

/** What a measure of an earlier edition is numbered in the draft: several after a split, none once removed. */
export function numbersNow(
  measures: readonly Pick<DraftMeasure, 'origins' | 'number' | 'words'>[],
  origin: Origin,
): readonly number[] {
  return measures.flatMap(({ origins, number, words }) =>
    number !== null &&
    words !== null &&
    origins.some(({ edition, measure }) => edition === origin.edition && measure === origin.measure)
      ? [number]
      : [],
  );
}

/** A theme that no measure stands in is left out. Publishing reviews nothing: it is what it was before, or a proposal. */
function groupingOf(
  { id, title, note, themes }: EditionDraft['head']['groupings'][number],
  { living, base }: { readonly living: readonly Living[]; readonly base: Edition | null },
): Grouping {
  return {
    id,
    title,
    status: base?.groupings.find((before) => before.id === id)?.status ?? 'proposal',
    note,
    themes: themes
      .map((theme) => ({
        ...theme,
        measures: living.filter((measure) => measure.themes[id] === theme.id).map(({ number }) => number),
      }))
      .filter(({ measures }) => measures.length > 0),
  };
}
