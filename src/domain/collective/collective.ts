/**
 * A collective: the citizen group of one commune or several, without which there is no pact.
 *
 * Nobody becomes its owner by being first: it is `requested` until the national team or the operator confirmed it.
 * Who may do what is ../access/rights/collectives.ts; who is a member is ./membership.ts.
 */
import type { PlaceCode } from '../shared/place.ts';

export const COLLECTIVE_STATES = ['requested', 'active', 'dormant', 'closed'] as const;
export type CollectiveState = (typeof COLLECTIVE_STATES)[number];

export type Collective = {
  readonly id: number;
  readonly name: string;
  readonly slug: string;
  readonly description: string;
  readonly state: CollectiveState;
  readonly charterVersion: string;
  /** At least one. */
  readonly places: readonly PlaceCode[];
  readonly requestedAt: Date;
  /** Null: it is not confirmed. */
  readonly confirmed: { readonly at: Date; readonly by: 'national-team' | 'operator' } | null;
  readonly dormantSince: Date | null;
  /** The collective that keeps it going since it slept. */
  readonly carried: { readonly by: number; readonly since: Date } | null;
  readonly closed: { readonly at: Date; readonly reason: string } | null;
};

/** Advised, never demanded: fewer is shown. */
export const ADVISED_MEMBERS = 3;

/** In characters. */
export const NAME_LENGTH = { least: 3, most: 120 } as const;
export const DESCRIPTION_LENGTH = 4000;
export const MOST_PLACES = 30;

/** Without an act of a member for a year, a collective sleeps. */
const YEAR_IN_DAYS = 365;
const DAY = 86_400_000;

/** `lastActAt`: the last act of one of its members that the journal tells. */
export function isAsleep({ lastActAt, now }: { readonly lastActAt: Date; readonly now: Date }): boolean {
  return now.getTime() - lastActAt.getTime() >= YEAR_IN_DAYS * DAY;
}

/** The instant before which a last act makes a collective sleep. */
export function asleepBefore(now: Date): Date {
  return new Date(now.getTime() - YEAR_IN_DAYS * DAY);
}
