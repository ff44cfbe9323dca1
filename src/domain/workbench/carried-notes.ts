/**
 * What becomes of our notes on the words of an edition (figures, checks, law, what is missing) in the next one. A note goes
 * with its clause while the clause's words are the same; where they changed, a person says whether it still holds, and until
 * they do it is left out: a wrong note is worse than none.
 */
import type { Check, CrossReference, Gap, LegalMention } from '../charter/annotation.ts';
import type { Clause, Measure } from '../charter/edition.ts';
import type { Target } from '../charter/target.ts';
import type { DraftMeasure, LevelWords, MeasureWords, Origin } from './draft.ts';

/** One note of a published edition: its kind, where it stands, and which one there, from 0. */
export type NoteKey = {
  readonly edition: string;
  readonly measure: number;
  readonly level: number;
  /** Null: a check of a level. */
  readonly clause: number | null;
  readonly kind: 'target' | 'legal-mention' | 'gap' | 'check';
  readonly index: number;
};

export type NoteDecision = { readonly note: NoteKey; readonly keep: boolean };

export type Note =
  | { readonly kind: 'target'; readonly target: Target }
  | { readonly kind: 'legal-mention'; readonly mention: LegalMention }
  | { readonly kind: 'gap'; readonly gap: Gap }
  | { readonly kind: 'check'; readonly check: Check };

/** In the new measure. `clause` null: of the level. */
type At = { readonly level: number; readonly clause: number | null };

export type CarriedNote = { readonly key: NoteKey; readonly note: Note; readonly at: At };

export type NoteToReview = {
  readonly key: NoteKey;
  readonly note: Note;
  /** Where it would stand; null: the words that it quotes are gone, it cannot be kept. */
  readonly at: At | null;
  /** Null: nobody said yet. */
  readonly keep: boolean | null;
};

export type NotesOfMeasure = {
  readonly carried: readonly CarriedNote[];
  readonly asked: readonly NoteToReview[];
  /** "voir la mesure 12", in clauses that did not change: number as it was. */
  readonly references: readonly { readonly at: At; readonly reference: CrossReference; readonly edition: string }[];
};

export type MeasureByOrigin = (origin: Origin) => Measure | null;

/** `others`: the other measures of the draft; a note whose clause went to one of them is theirs. */
export function notesOf(
  measure: Pick<DraftMeasure, 'origins' | 'words' | 'notes'>,
  { find, others }: { readonly find: MeasureByOrigin; readonly others: readonly Pick<DraftMeasure, 'words'>[] },
): NotesOfMeasure {
  const { words } = measure;
  if (words === null) return { carried: [], asked: [], references: [] };
  const elsewhere = new Set(others.flatMap((other) => (other.words === null ? [] : textsOf(other.words))));
  const carried: CarriedNote[] = [];
  const asked: NoteToReview[] = [];
  const references: NotesOfMeasure['references'][number][] = [];
  const place = (key: NoteKey, note: Note, found: { readonly at: At | null; readonly fallback: At | null }): void => {
    const keep = measure.notes.find((decision) => sameNote(decision.note, key))?.keep ?? null;
    if (found.at !== null && keep !== false) carried.push({ key, note, at: found.at });
    else if (found.at === null) asked.push({ key, note, at: found.fallback, keep });
    if (found.at === null && keep === true && found.fallback !== null) carried.push({ key, note, at: found.fallback });
  };
  for (const origin of measure.origins) {
    for (const { level, clauses, checks } of find(origin)?.levels ?? []) {
      for (const clause of clauses) {
        const at = sameClause(words, { level, text: clause.text });
        if (at === null && elsewhere.has(clause.text)) continue;
        for (const reference of clause.crossReferences ?? []) {
          if (at !== null) references.push({ at, reference, edition: origin.edition });
        }
        for (const { kind, index, note, quote } of notesIn(clause)) {
          const key = { ...origin, level, clause: clause.clause, kind, index };
          place(key, note, { at, fallback: quoting(words, { level, quote }) });
        }
      }
      (checks ?? []).forEach((check, index) => {
        const key = { ...origin, level, clause: null, kind: 'check' as const, index };
        const { at, seen } = checkPlace(words, { level, clauses, check });
        if (at === null && clauses.every(({ text }) => elsewhere.has(text))) return;
        const same = words.levels.find((one) => one.level === level) ?? words.levels[0];
        const fallback = same === undefined ? null : { level: same.level, clause: null };
        place(key, { kind: 'check', check: seen }, { at, fallback });
      });
    }
  }
  return { carried, asked, references };
}

export function sameNote(one: NoteKey, other: NoteKey): boolean {
  return noteName(one) === noteName(other);
}

/** `pacte-transition-2020/15/3/2/target/0`: names it in a form. */
export function noteName({ edition, measure, level, clause, kind, index }: NoteKey): string {
  return [edition, measure, level, clause ?? '', kind, index].join('/');
}

type InClause = { readonly kind: NoteKey['kind']; readonly index: number; readonly note: Note; readonly quote: string };

function notesIn({ targets, legalMentions, gaps }: Clause): readonly InClause[] {
  return [
    ...targets.map((target, index) => ({
      kind: 'target' as const,
      index,
      note: { kind: 'target' as const, target },
      quote: target.quote,
    })),
    ...(legalMentions ?? []).map((mention, index) => ({
      kind: 'legal-mention' as const,
      index,
      note: { kind: 'legal-mention' as const, mention },
      quote: mention.quote,
    })),
    ...(gaps ?? []).map((gap, index) => ({
      kind: 'gap' as const,
      index,
      note: { kind: 'gap' as const, gap },
      quote: gap.quote,
    })),
  ];
}

/** Every text of a measure with its number in its level: 0 introduces the others. */
function numbered({ leadIn, clauses }: LevelWords): readonly { readonly clause: number; readonly text: string }[] {
  return [
    ...(leadIn === undefined ? [] : [{ clause: 0, text: leadIn }]),
    ...clauses.map((text, index) => ({ clause: index + 1, text })),
  ];
}

function textsOf(words: MeasureWords): readonly string[] {
  return words.levels.flatMap((level) => numbered(level).map(({ text }) => text));
}

/** Its own level first. */
function levelsFrom(words: MeasureWords, level: number): readonly LevelWords[] {
  return words.levels.toSorted((one, other) => Number(other.level === level) - Number(one.level === level));
}

function sameClause(
  words: MeasureWords,
  { level, text }: { readonly level: number; readonly text: string },
): At | null {
  for (const one of levelsFrom(words, level)) {
    const same = numbered(one).find((clause) => clause.text === text);
    if (same !== undefined) return { level: one.level, clause: same.clause };
  }
  return null;
}

function quoting(words: MeasureWords, { level, quote }: { readonly level: number; readonly quote: string }): At | null {
  for (const one of levelsFrom(words, level)) {
    const quoted = numbered(one).find((clause) => clause.text.includes(quote));
    if (quoted !== undefined) return { level: one.level, clause: quoted.clause };
  }
  return null;
}

/** A check goes with its level while all the clauses that it looks at stand there with the same words; `seen`: with their numbers now. */
function checkPlace(
  words: MeasureWords,
  { level, clauses, check }: { readonly level: number; readonly clauses: readonly Clause[]; readonly check: Check },
): { readonly at: At | null; readonly seen: Check } {
  const looked = clauses.filter(({ clause }) => check.clauses?.includes(clause) ?? true).map(({ text }) => text);
  const { look, text } = check;
  for (const one of levelsFrom(words, level)) {
    const here = numbered(one);
    const whole = check.clauses === undefined && here.length !== clauses.length;
    const found = looked.map((sought) => here.find((clause) => clause.text === sought));
    if (whole || found.includes(undefined)) continue;
    const numbers = found.flatMap((clause) => (clause === undefined ? [] : [clause.clause]));
    const seen = { look, text, ...(check.clauses === undefined ? {} : { clauses: numbers }) };
    return { at: { level: one.level, clause: null }, seen };
  }
  return { at: null, seen: { look, text } };
}
