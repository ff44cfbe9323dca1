/** What became of a letter: answered, awaited, or silence, counted in days from its sending. A result, shown like any other. */
import { dayAfter, daysBetween } from '../shared/local-day.ts';

export type LetterFate =
  /** `afterDays`: from the sending to the first reply. */
  | { readonly kind: 'answered'; readonly on: string; readonly afterDays: number }
  /** `dueOn` null: nobody asked for a reply by some day. */
  | { readonly kind: 'awaited'; readonly days: number; readonly dueOn: string | null }
  /** The day by which a reply was asked for is over. */
  | { readonly kind: 'silence'; readonly days: number; readonly dueOn: string };

/** `today`: the day at the place. `replies`: days of its replies, in any order; one before the sending answers nothing. */
export function fateOf(
  letter: { readonly sentOn: string; readonly replyDays: number | null },
  { replies, today }: { readonly replies: readonly string[]; readonly today: string },
): LetterFate {
  const [first] = replies.filter((day) => day >= letter.sentOn).toSorted();
  if (first !== undefined) return { kind: 'answered', on: first, afterDays: daysBetween(letter.sentOn, first) };
  const days = Math.max(0, daysBetween(letter.sentOn, today));
  const dueOn = letter.replyDays === null ? null : dayAfter(letter.sentOn, letter.replyDays);
  return dueOn !== null && today > dueOn ? { kind: 'silence', days, dueOn } : { kind: 'awaited', days, dueOn };
}
