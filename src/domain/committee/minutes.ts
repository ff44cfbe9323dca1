/**
 * What was said and decided in a meeting of a follow-up committee. Both sides write in one text; it is the committee's alone
 * until each side said yes to the very same words, public and unchangeable from then on.
 */
import type { Voice } from '../follow-up/assessment.ts';

export type Minutes = {
  /** 1 to 20,000 characters. */
  readonly text: string;
  /** Who was there, as the page will say it: no name of anybody who does not want it. */
  readonly present: string;
  readonly decisions: readonly Decision[];
};

/** `items`: promises it is about, `m15`, `pA`, `l412`, each once. `who`: '' when nobody was named. */
export type Decision = {
  readonly words: string;
  readonly items: readonly string[];
  readonly who: string;
  /** YYYY-MM-DD; null: no day was set. */
  readonly dueOn: string | null;
};

export type MinutesYes = { readonly voice: Voice; readonly revision: number; readonly at: Date };

export type MinutesState = 'minutes-open' | 'minutes-agreed';

/** Voices that said yes to the words of this revision; a yes to older words is worth nothing. */
export function agreeing(said: readonly MinutesYes[], revision: number): readonly Voice[] {
  const voices = new Set(said.filter((yes) => yes.revision === revision).map(({ voice }) => voice));
  return (['collective', 'town-hall'] as const).filter((voice) => voices.has(voice));
}

/** In characters, but `decisions`. */
export const MINUTES_LIMITS = { text: 20_000, present: 2000, decisions: 40, decision: 1000, who: 200 } as const;
