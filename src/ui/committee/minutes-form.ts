/** The form of minutes: one text, who was there, and rows of decisions, some of them left empty. */
import { MINUTES_LIMITS, type Minutes } from '#domain/committee/minutes.ts';

export type TypedMinutes = {
  readonly text: string;
  readonly present: string;
  readonly decisions: readonly TypedDecision[];
};
export type TypedDecision = {
  readonly words: string;
  readonly who: string;
  readonly items: readonly string[];
  readonly dueOn: string;
};

const EMPTY: TypedDecision = { words: '', who: '', items: [], dueOn: '' };
const SPARE_ROWS = 3;

export function typedMinutes(form: FormData): TypedMinutes {
  const text = (name: string, most: number): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, most) : '';
  };
  const rows = Math.min(form.getAll('row').length, MINUTES_LIMITS.decisions + SPARE_ROWS);
  return {
    text: text('text', 80_000),
    present: text('present', 8000),
    decisions: Array.from({ length: rows }, (_, row) => ({
      words: text(`words-${row}`, 4000),
      who: text(`who-${row}`, 800),
      items: form
        .getAll(`item-${row}`)
        .flatMap((value) => (typeof value === 'string' && value !== '' ? [value.slice(0, 20)] : [])),
      dueOn: text(`dueOn-${row}`, 10),
    })),
  };
}

export function minutesWords({ text, present, decisions }: TypedMinutes): Minutes {
  return {
    text,
    present,
    decisions: decisions.map((decision) => ({ ...decision, dueOn: decision.dueOn === '' ? null : decision.dueOn })),
  };
}

/** With rows to fill in. */
export function minutesTyped(minutes: Minutes | null): TypedMinutes {
  const decisions = (minutes?.decisions ?? []).map((decision) => ({ ...decision, dueOn: decision.dueOn ?? '' }));
  return {
    text: minutes?.text ?? '',
    present: minutes?.present ?? '',
    decisions: withSpareRows(decisions),
  };
}

export function withSpareRows(decisions: readonly TypedDecision[]): readonly TypedDecision[] {
  const written = decisions.filter(
    ({ words, who, items, dueOn }) => items.length > 0 || [words, who, dueOn].some((value) => value.trim() !== ''),
  );
  return [...written, ...Array.from({ length: SPARE_ROWS }, () => EMPTY)];
}
