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

/** Who tells an event. `collective` of the collective's voice; `list` of a list that signed here, on the side of the town hall. */
export type Teller = {
  readonly voice: Voice;
  readonly collective: { readonly id: number; readonly name?: string } | null;
  readonly list: { readonly id: number; readonly name: string } | null;
};

export type FollowUpEvent = EventWords & {
  readonly id: number;
  readonly voice: Voice;
  /** Of the collective's; null: of the other side. */
  readonly collective: number | null;
  /** Of a list's own; null: the collective's, or the town hall's. */
  readonly list: { readonly id: number; readonly name: string } | null;
  readonly edition: string | null;
  readonly about: EventAbout;
  readonly revision: number;
  readonly writtenAt: Date;
  readonly changedAt: Date;
  /** Words that everybody had read and that its teller replaced since, the last replaced first. */
  readonly earlier: readonly EarlierWords[];
  readonly withdrawn: { readonly at: Date; readonly reason: string } | null;
};

export type EarlierWords = Pick<EventWords, 'happenedOn' | 'title' | 'words' | 'who' | 'items'> & {
  readonly edition: string | null;
  readonly replacedAt: Date;
};

/** Told by this very side: of the collective's, by this collective; a list and the town hall are two. */
export function isToldBy(event: Pick<FollowUpEvent, 'voice' | 'collective' | 'list'>, teller: Teller): boolean {
  const isSameList = (event.list?.id ?? null) === (teller.list?.id ?? null);
  return event.voice === teller.voice && event.collective === (teller.collective?.id ?? null) && isSameList;
}

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
