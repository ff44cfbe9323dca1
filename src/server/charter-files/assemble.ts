/**
 * Puts the words of a charter and the notes on them together as one edition.
 *
 * A note is only as good as its anchor: each one must name a clause that exists and quote words
 * that stand in it. All that does not fit is reported at once.
 */
import { CHECK_LOOKS, type Check } from '#domain/charter/annotation.ts';
import type { Clause, Edition, Level, Measure } from '#domain/charter/edition.ts';
import type { Target } from '#domain/charter/target.ts';
import type { CharterNotes } from './notes-schema.ts';
import type { CharterWords } from './words-schema.ts';

type WordsOfMeasure = CharterWords['measures'][number];
type WordsOfLevel = WordsOfMeasure['levels'][number];
type Placed = { readonly at: string; readonly quote: string };

/** The edition, and what is wrong with its notes (`targets[3].at: …`), empty when all is well. */
export function assemble(
  words: CharterWords,
  notes: CharterNotes | null,
): { readonly edition: Edition; readonly problems: readonly string[] } {
  const edition: Edition = {
    ...words,
    measures: words.measures.map((measure) => assembleMeasure(measure, notes)),
    groupings: notes?.groupings ?? [],
    annotations: { status: notes?.status ?? 'proposal', note: notes?.note ?? '' },
  };
  return { edition, problems: notes === null ? [] : problemsOf(edition, notes) };
}

function assembleMeasure(measure: WordsOfMeasure, notes: CharterNotes | null): Measure {
  const { levels, ...words } = measure;
  return { ...words, levels: levels.map((level) => assembleLevel(level, { measure: measure.number, notes })) };
}

function assembleLevel(
  { leadIn, clauses, ...words }: WordsOfLevel,
  { measure, notes }: { readonly measure: number; readonly notes: CharterNotes | null },
): Level {
  const numbered = [
    ...(leadIn === undefined ? [] : [{ clause: 0, text: leadIn }]),
    ...clauses.map((text, index) => ({ clause: index + 1, text })),
  ];
  const checks = checksAt(notes, [measure, words.level]);
  return {
    ...words,
    clauses: numbered.map((clause) => annotated(clause, { at: `${measure}.${words.level}.${clause.clause}`, notes })),
    ...(checks.length === 0 ? {} : { checks }),
  };
}

function checksAt(notes: CharterNotes | null, [measure, level]: readonly [number, number]): readonly Check[] {
  const levels = new Map(Object.entries(notes?.checks ?? {})).get(String(measure));
  return (new Map(Object.entries(levels ?? {})).get(String(level)) ?? []).flatMap(checksOf);
}

type NotedCheck = CharterNotes['checks'][string][string][number];

function checksOf({ clauses, ...looks }: NotedCheck): readonly Check[] {
  return CHECK_LOOKS.flatMap((look) => {
    const text = looks[look];
    return text === undefined ? [] : [{ look, text, ...(clauses === undefined ? {} : { clauses }) }];
  });
}

function annotated(
  clause: { readonly clause: number; readonly text: string },
  { at, notes }: { readonly at: string; readonly notes: CharterNotes | null },
): Clause {
  const here = <Note extends Placed>(all: readonly Note[] | undefined): readonly Omit<Note, 'at'>[] =>
    (all ?? []).filter((note) => note.at === at).map(withoutPlace);
  const targets = (notes?.targets ?? []).filter((target) => target.at === at).map(targetOf);
  const legalMentions = here(notes?.legalMentions);
  const crossReferences = here(notes?.crossReferences);
  const gaps = here(notes?.gaps);
  return {
    ...clause,
    targets,
    ...(legalMentions.length === 0 ? {} : { legalMentions }),
    ...(crossReferences.length === 0 ? {} : { crossReferences }),
    ...(gaps.length === 0 ? {} : { gaps }),
  };
}

function withoutPlace<Note extends Placed>(note: Note): Omit<Note, 'at'> {
  const { at: _, ...rest } = note;
  return rest;
}

/** Apart from `withoutPlace`: leaving a key out of a union forgets which figures go with which kind. */
function targetOf(target: CharterNotes['targets'][number]): Target {
  const { at: _, ...rest } = target;
  return rest;
}

function problemsOf(edition: Edition, notes: CharterNotes): readonly string[] {
  const texts = new Map<string, string>();
  for (const { number, levels } of edition.measures) {
    for (const { level, clauses } of levels)
      for (const { clause, text } of clauses) texts.set(`${number}.${level}.${clause}`, text);
  }
  const { targets, legalMentions, crossReferences, gaps } = notes;
  return [
    ...Object.entries({ targets, legalMentions, crossReferences, gaps }).flatMap(([key, placed]) =>
      misplaced(key, { placed, texts }),
    ),
    ...notes.crossReferences.flatMap(({ measure }, index) =>
      edition.measures.some(({ number }) => number === measure)
        ? []
        : [`crossReferences[${index}].measure: there is no measure ${measure}`],
    ),
    ...notes.groupings.flatMap((grouping, index) => ungrouped(edition, { grouping, at: `groupings[${index}]` })),
    ...checksNowhere(edition, { notes, texts }),
    ...(notes.edition === edition.id ? [] : [`edition: Expected ${edition.id}`]),
  ];
}

function misplaced(
  key: string,
  { placed, texts }: { readonly placed: readonly Placed[]; readonly texts: ReadonlyMap<string, string> },
): readonly string[] {
  return placed.flatMap(({ at, quote }, index) => {
    const text = texts.get(at);
    if (text === undefined) return [`${key}[${index}].at: there is no clause ${at}`];
    return text.includes(quote) ? [] : [`${key}[${index}].quote: "${quote}" is not in clause ${at}`];
  });
}

function ungrouped(
  edition: Edition,
  { grouping, at }: { readonly grouping: CharterNotes['groupings'][number]; readonly at: string },
): readonly string[] {
  const held = grouping.themes.flatMap((theme) => theme.measures);
  const known = new Set(edition.measures.map((measure) => measure.number));
  return [
    ...[...known].flatMap((number) => {
      const times = held.filter((one) => one === number).length;
      return times === 1 ? [] : [`${at}: measure ${number} stands in ${times} themes, expected one`];
    }),
    ...held.filter((number) => !known.has(number)).map((number) => `${at}: there is no measure ${number}`),
  ];
}

function checksNowhere(
  edition: Edition,
  { notes, texts }: { readonly notes: CharterNotes; readonly texts: ReadonlyMap<string, string> },
): readonly string[] {
  return Object.entries(notes.checks).flatMap(([number, levels]) => {
    const measure = edition.measures.find((one) => String(one.number) === number);
    return Object.entries(levels).flatMap(([level, checks]) => {
      const at = `${number}.${level}`;
      if (measure?.levels.some((one) => String(one.level) === level) !== true)
        return [`checks.${at}: there is no such level`];
      return checks.flatMap(({ clauses }, index) =>
        (clauses ?? [])
          .filter((clause) => !texts.has(`${at}.${clause}`))
          .map((clause) => `checks.${at}[${index}].clauses: there is no clause ${at}.${clause}`),
      );
    });
  });
}
