/** An assessment once said: who said it, when, and what came of it since. */
import type { Role } from '../access/actor.ts';
import type { Assessment, Voice } from './assessment.ts';

/** Who says it. `name`: of the collective, the list or the place, as of this day. */
export type Speaker = {
  readonly person: string | null;
  readonly role: Role;
  readonly name: string;
  readonly collective: number | null;
};

export type NewAssessment = {
  readonly pact: number;
  readonly item: string;
  readonly said: Assessment;
  readonly by: Speaker;
  readonly method: string;
  readonly review: number | null;
  readonly answersTo: number | null;
  readonly at: Date;
};

/** As everybody sees it. */
export type SaidAssessment = Assessment & {
  readonly id: number;
  readonly pact: number;
  readonly item: string;
  /** 1 for the first thing that this voice said of this promise. */
  readonly version: number;
  readonly saidAt: Date;
  readonly saidAs: Role;
  /** The collective, the list or the place, under the name of that day. */
  readonly saidFor: string;
  readonly collective: number | null;
  readonly method: string;
  readonly review: number | null;
  readonly answersTo: number | null;
  /** The last day on which the same voice said that it is still so. */
  readonly confirmedOn: string | null;
  /** Files taken out of sight, with the reason. */
  readonly hidden: readonly { readonly document: number; readonly reason: string }[];
};

/** What one voice has not answered since it was last told: `voice` is the one that may answer. */
export type AwaitedAnswer = {
  readonly pact: number;
  readonly voice: Voice;
  readonly items: readonly string[];
  /** Who spoke, under the names of that day. */
  readonly by: readonly string[];
};

/** What a voice wrote down last. `author`: the account; null: erased. */
export type LastSaid = { readonly said: SaidAssessment; readonly author: string | null };

/**
 * The day it speaks of, or the last on which the same voice said that it is still so. What a voice says of a promise today is
 * what it looked at last by this day, the later said of two of one day: not what it wrote down last.
 */
export function lookedOn({ assessedOn, confirmedOn }: Pick<SaidAssessment, 'assessedOn' | 'confirmedOn'>): string {
  return confirmedOn !== null && confirmedOn > assessedOn ? confirmedOn : assessedOn;
}
