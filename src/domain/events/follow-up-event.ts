/**
 * What happens between a signature and the next election: a meeting, a letter, its reply. Each side tells its own events,
 * dated by the day they happened; the other side's are never touched. Silence is computed (./silence.ts), never typed.
 */
import type { Voice } from '../follow-up/assessment.ts';

export const EVENT_KINDS = ['meeting', 'letter', 'reply'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const LETTER_MEANS = ['post', 'registered-post', 'mail', 'by-hand'] as const;
export type LetterMeans = (typeof LETTER_MEANS)[number];

export type EventWords = {
  /** YYYY-MM-DD, not after the day it is told. */
  readonly happenedOn: string;
  /** 1 to 200 characters. */
  readonly title: string;
  readonly words: string;
  /** Elected officials, services, associations: shown. */
  readonly who: string;
  /** Anybody else who was there: for the side that writes it alone. */
  readonly whoPrivate: string;
  /** Promises it is about, `m15`, `pA`, `l412`, each once. */
  readonly items: readonly string[];
  readonly visibility: 'public' | 'private';
};

export type FollowUpEvent = EventWords & {
  readonly id: number;
  readonly voice: Voice;
  /** Of the collective's; null: the town hall's. */
  readonly collective: number | null;
  readonly edition: string | null;
  readonly about: EventAbout;
  readonly revision: number;
  readonly writtenAt: Date;
  readonly changedAt: Date;
  /** When words that everybody had read were last replaced; null: never. */
  readonly correctedAt: Date | null;
  readonly withdrawn: { readonly at: Date; readonly reason: string } | null;
};

export type EventAbout =
  | { readonly kind: 'meeting' }
  /** `replyDays` null: no reply was asked for. */
  | { readonly kind: 'letter'; readonly means: LetterMeans; readonly replyDays: number | null }
  /** `letter`: the event it answers. */
  | { readonly kind: 'reply'; readonly letter: number };

/** In characters; `items` how many. */
export const EVENT_LIMITS = { title: 200, words: 10_000, who: 1000, reason: 1000, items: 40, replyDays: 365 } as const;

export function isLetterMeans(value: unknown): value is LetterMeans {
  return (LETTER_MEANS as readonly unknown[]).includes(value);
}
