/**
 * A follow-up committee: after the signature, the collective, the town hall and others they name sit together at one place.
 *
 * It exists once both sides want it; one side alone proposes, and a proposal without answer is shown as such. Who may do
 * what is ../access/rights/committee.ts; minutes are ./minutes.ts.
 */
import type { Voice } from '../follow-up/assessment.ts';
import type { PlaceCode } from '../shared/place.ts';

export const COMMITTEE_STATES = ['proposed', 'active', 'closed'] as const;
export type CommitteeState = (typeof COMMITTEE_STATES)[number];

export type Committee = {
  readonly id: number;
  readonly place: PlaceCode;
  readonly collective: number;
  readonly state: CommitteeState;
  readonly proposed: { readonly by: Voice; readonly at: Date; readonly words: string };
  readonly acceptedAt: Date | null;
  readonly closed: { readonly at: Date; readonly by: Voice; readonly reason: string } | null;
};

/** In what quality somebody sits. */
export const QUALITIES = ['collective', 'elected', 'agent', 'resident', 'association'] as const;
export type Quality = (typeof QUALITIES)[number];

export type CommitteeMember = {
  readonly id: number;
  readonly quality: Quality;
  readonly namedBy: Voice;
  /** '' : the account was erased. */
  readonly name: string;
  /** '' : none. */
  readonly organisation: string;
  readonly namePublic: boolean;
  /** An account; null: named only, invited and not here yet, or the account is gone. */
  readonly person: string | null;
  readonly namedAt: Date;
  /** When the invitation that waits is over; null: none waits. */
  readonly invitedUntil: Date | null;
  readonly acceptedAt: Date | null;
  readonly left: { readonly at: Date; readonly how: 'left' | 'removed' } | null;
};

export type NewMember = {
  readonly committee: number;
  readonly quality: Quality;
  readonly namedBy: Voice;
  readonly name: string;
  readonly organisation: string;
  readonly namePublic: boolean;
  /** Null: named only, nobody is written to. */
  readonly invite: { readonly email: string; readonly expiresAt: Date } | null;
  readonly at: Date;
};

/** What is kept of somebody's seat, for their copy of everything. */
export type KeptMembership = {
  readonly place: string;
  readonly name: string;
  readonly quality: Quality;
  readonly namedAt: Date;
  readonly leftAt: Date | null;
};

export function isQuality(value: unknown): value is Quality {
  return (QUALITIES as readonly unknown[]).includes(value);
}

/** Each side names its own people; residents and associations are named by either. */
export function mayName(voice: Voice, quality: Quality): boolean {
  if (quality === 'collective') return voice === 'collective';
  if (quality === 'elected' || quality === 'agent') return voice === 'town-hall';
  return true;
}

/** An elected official's name is public with the mandate. Nobody else's is, unless they chose so themselves. */
export function isPublicByMandate(quality: Quality): boolean {
  return quality === 'elected';
}

export function otherVoice(voice: Voice): Voice {
  return voice === 'collective' ? 'town-hall' : 'collective';
}

/** In characters. */
export const COMMITTEE_LENGTHS = {
  words: 2000,
  reason: 2000,
  name: 120,
  organisation: 160,
  location: 300,
  item: 500,
} as const;
export const MOST_MEMBERS = 100;
export const MOST_AGENDA_ITEMS = 60;
