/** What stops a draft from being published, and what its authors had better look at before. Pure. */
import type { ConsultationProblem } from '../consultation/problems.ts';
import type { Change, OriginWords } from './change.ts';
import { changeOf, sameAs, wantsReason } from './change.ts';
import { notesOf, type MeasureByOrigin } from './carried-notes.ts';
import { wordsOfMeasure, type DraftMeasure, type EditionDraft, type Origin } from './draft.ts';
import { numbersNow } from './edition-of-draft.ts';

export type DraftProblem =
  | ConsultationProblem
  /** The address belongs to an edition that is published. */
  | { readonly kind: 'address-taken' }
  | { readonly kind: 'no-publisher' }
  /** Of the reader, in a charter read from a document (./reading-doubt.ts): nobody settled them. */
  | { readonly kind: 'doubts-open'; readonly doubts: number }
  | { readonly kind: 'no-measure' }
  | { readonly kind: 'number-missing'; readonly measure: number }
  | { readonly kind: 'number-twice'; readonly number: number; readonly measures: readonly number[] }
  | { readonly kind: 'reason-missing'; readonly measure: number; readonly change: Change }
  /** A measure of the edition it is based on of which nothing is said. */
  | { readonly kind: 'measure-forgotten'; readonly origin: Origin }
  | { readonly kind: 'minimum-too-high'; readonly minimum: number; readonly measures: number }
  | { readonly kind: 'unknown-principle'; readonly letter: string }
  | { readonly kind: 'theme-missing'; readonly measure: number; readonly grouping: string }
  /** "voir la mesure 12", which has another number now; `now` empty: it is gone. */
  | {
      readonly kind: 'reference-moved';
      readonly measure: number;
      readonly quote: string;
      readonly was: number;
      readonly now: readonly number[];
    };

/** Nothing that stops: notes on words that changed, of which nobody said whether they still hold. They are left out. */
export type DraftAdvice =
  /** A title alone, where others have levels: nobody can take it at a level, and it is frozen so. */
  | { readonly kind: 'measure-without-level'; readonly measure: number }
  | { readonly kind: 'notes-to-review'; readonly measure: number; readonly notes: number }
  | { readonly kind: 'empty-theme'; readonly grouping: string; readonly theme: string };

type Known = {
  readonly find: MeasureByOrigin;
  /** Numbers of the measures of the edition it is based on. */
  readonly base: readonly Origin[];
  readonly addressTaken: boolean;
};

/** `measure` is the id of the draft's measure. */
export function problemsOf(draft: EditionDraft, known: Known): readonly DraftProblem[] {
  const living = livingOf(draft);
  return [
    ...(known.addressTaken ? [{ kind: 'address-taken' } as const] : []),
    ...(draft.head.publisher === '' ? [{ kind: 'no-publisher' } as const] : []),
    ...(living.length === 0 ? [{ kind: 'no-measure' } as const] : []),
    ...wrongNumbers(living),
    ...missingReasons(draft, known),
    ...forgotten(draft, known),
    ...wrongRules(draft, living.length),
    ...missingThemes(draft, living),
    ...movedReferences(draft, { living, find: known.find }),
  ];
}

export function adviceOf(draft: EditionDraft, { find }: Pick<Known, 'find'>): readonly DraftAdvice[] {
  const living = livingOf(draft);
  const bare = living.filter(({ words }) => words?.levels.length === 0);
  return [
    ...(bare.length === living.length ? [] : bare).map(({ id }) => ({
      kind: 'measure-without-level' as const,
      measure: id,
    })),
    ...living.flatMap((measure) => {
      const { asked } = notesOf(measure, { find, others: living.filter(({ id }) => id !== measure.id) });
      const notes = asked.filter(({ at, keep }) => at !== null && keep === null).length;
      return notes === 0 ? [] : [{ kind: 'notes-to-review' as const, measure: measure.id, notes }];
    }),
    ...draft.head.groupings.flatMap((grouping) =>
      grouping.themes
        .filter((theme) => !living.some(({ themes }) => themes[grouping.id] === theme.id))
        .map((theme) => ({ kind: 'empty-theme' as const, grouping: grouping.title, theme: theme.title })),
    ),
  ];
}

export function livingOf({ measures }: Pick<EditionDraft, 'measures'>): readonly DraftMeasure[] {
  return measures.filter(({ words }) => words !== null);
}

export function wordsIn(find: MeasureByOrigin): OriginWords {
  return (origin) => {
    const measure = find(origin);
    return measure === null ? null : wordsOfMeasure(measure);
  };
}

function wrongNumbers(living: readonly DraftMeasure[]): readonly DraftProblem[] {
  const holders = new Map<number, number[]>();
  for (const { id, number } of living) if (number !== null) holders.set(number, [...(holders.get(number) ?? []), id]);
  return [
    ...living.flatMap(({ id, number }) => (number === null ? [{ kind: 'number-missing' as const, measure: id }] : [])),
    ...[...holders].flatMap(([number, measures]) =>
      measures.length > 1 ? [{ kind: 'number-twice' as const, number, measures }] : [],
    ),
  ];
}

/** A local edition says why it changes a measure, not why it leaves one to the national edition. */
function missingReasons(draft: EditionDraft, { find }: Known): readonly DraftProblem[] {
  const wordsOf = wordsIn(find);
  return draft.measures.flatMap((measure) => {
    if (measure.reason !== '') return [];
    const change = changeOf(measure, { all: draft.measures, wordsOf });
    const wanted = change === 'removed' ? draft.collective === null && measure.origins.length > 0 : wantsReason(change);
    // Where everything is new, there is nothing to explain it by.
    const explained = change === 'added' && draft.basedOn === null;
    return wanted && !explained ? [{ kind: 'reason-missing' as const, measure: measure.id, change }] : [];
  });
}

function forgotten(draft: EditionDraft, { base }: Known): readonly DraftProblem[] {
  if (draft.collective !== null) return [];
  return base
    .filter((origin) => !draft.measures.some(({ origins }) => origins.some(sameAs(origin))))
    .map((origin) => ({ kind: 'measure-forgotten', origin }));
}

function wrongRules({ head }: EditionDraft, measures: number): readonly DraftProblem[] {
  const { minimumMeasures: minimum, requiredPrinciples } = head.rules;
  const letters = new Set(head.principles.map(({ letter }) => letter));
  return [
    ...(minimum !== null && minimum > measures ? [{ kind: 'minimum-too-high' as const, minimum, measures }] : []),
    ...requiredPrinciples
      .filter((letter) => !letters.has(letter))
      .map((letter) => ({ kind: 'unknown-principle' as const, letter })),
  ];
}

function missingThemes({ head }: EditionDraft, living: readonly DraftMeasure[]): readonly DraftProblem[] {
  return head.groupings.flatMap((grouping) =>
    living
      .filter(({ themes }) => !grouping.themes.some(({ id }) => id === themes[grouping.id]))
      .map(({ id }) => ({ kind: 'theme-missing' as const, measure: id, grouping: grouping.title })),
  );
}

function movedReferences(
  draft: EditionDraft,
  { living, find }: { readonly living: readonly DraftMeasure[]; readonly find: MeasureByOrigin },
): readonly DraftProblem[] {
  return living.flatMap((measure) =>
    notesOf(measure, { find, others: [] }).references.flatMap(({ reference, edition }) => {
      const now = numbersNow(draft.measures, { edition, measure: reference.measure });
      if (now.length === 1 && now[0] === reference.measure) return [];
      return [
        { kind: 'reference-moved' as const, measure: measure.id, quote: reference.quote, was: reference.measure, now },
      ];
    }),
  );
}
