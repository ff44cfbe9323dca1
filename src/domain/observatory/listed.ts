/**
 * What stands behind a figure of the observatory: which pacts or places it counts. A figure and its list are named by the
 * same value, so that they cannot speak of two things.
 */
import type { AssessmentStatus, Voice } from '../follow-up/assessment.ts';
import type { Stance } from '../pact/stance.ts';
import type { Cell } from './cell.ts';

export type Listed =
  | { readonly kind: 'pacts' }
  | { readonly kind: 'places'; readonly looked: PlacesLooked }
  /** `item`: `m15` or `pA`; `level` 0: as a whole. `promised`: taken, wholly or in part. */
  | {
      readonly kind: 'stance';
      readonly item: string;
      readonly level: ListedLevel;
      readonly stance: Stance | 'promised';
    }
  /** Taken with other words than the charter's. */
  | { readonly kind: 'amended'; readonly measure: number }
  /** Left out of a level that was taken, or taken in other words. Clause 0 of level 0: the title, in other words. */
  | {
      readonly kind: 'clause';
      readonly apart: 'excepted' | 'reworded';
      readonly measure: number;
      readonly level: number;
      readonly clause: number;
    }
  /** Another body that the text names: its SIREN, or the words of the pact. `measure` null: of any. */
  | { readonly kind: 'body'; readonly body: string; readonly measure: number | null }
  /** What a voice said last of a promise. */
  | {
      readonly kind: 'done';
      readonly item: string;
      readonly voice: Voice;
      readonly status: AssessmentStatus;
      readonly beforeMandate: boolean;
    };

/** What the length of a list is out of. `promised`: who takes the measure or the level; `item` null: every measure that every pact takes. */
export type Whole =
  | { readonly kind: 'pacts' }
  | { readonly kind: 'places'; readonly looked: 'signed' }
  | { readonly kind: 'promised'; readonly item: string | null; readonly level: number };

export function wholeOf(listed: Listed): Whole {
  switch (listed.kind) {
    case 'places':
      return { kind: 'places', looked: 'signed' };
    case 'pacts':
    case 'stance':
      return { kind: 'pacts' };
    case 'amended':
      return { kind: 'promised', item: `m${listed.measure}`, level: 0 };
    case 'clause':
      return { kind: 'promised', item: `m${listed.measure}`, level: listed.level };
    case 'body':
      return { kind: 'promised', item: listed.measure === null ? null : `m${listed.measure}`, level: 0 };
    case 'done':
      return { kind: 'promised', item: listed.item, level: 0 };
  }
}

export type ListedLevel = 0 | 1 | 2 | 3;
/** Every place with a pact; of which a voice said something; of which a review was published. */
export const PLACES_LOOKED = ['signed', 'assessed', 'reviewed'] as const;
export type PlacesLooked = (typeof PLACES_LOOKED)[number];

/** Days of signature, both included; null: no bound. A pact whose day nobody knows is in no period. */
export type Period = { readonly since: string | null; readonly until: string | null };
export const ANY_DAY: Period = { since: null, until: null };

export function isBounded({ since, until }: Period): boolean {
  return since !== null || until !== null;
}

/** Whether signatures by day are kept of it: then a period can be asked, of every size and standing together. */
export function knowsDays(listed: Listed | Whole): boolean {
  if (listed.kind === 'pacts') return true;
  return listed.kind === 'stance' && listed.stance === 'promised' && listed.level === 0 && listed.item.startsWith('m');
}

export type Wanted = { readonly cell: Cell; readonly period: Period };

/** The same, without the filters that do not apply. */
export function withinReach({ cell, period }: Wanted, listed: Listed | Whole): Wanted {
  if (!knowsDays(listed)) return { cell, period: ANY_DAY };
  return { period, cell: isBounded(period) ? { ...cell, size: null, standing: null } : cell };
}
