/**
 * A role that somebody asks for: to answer for a list, to act for a town hall, to be of the national team.
 *
 * Nobody gets one because nobody had it: it is confirmed by a code sent to the public address of the list or town hall,
 * by somebody who holds the same place already, by the national team, or by the operator.
 */
import type { PlaceCode } from '../shared/place.ts';

export type RequestedRole =
  | { readonly role: 'list-representative'; readonly list: number }
  | { readonly role: 'municipal-agent' | 'elected-official'; readonly place: PlaceCode }
  | { readonly role: 'national-team' };

/** `dropped`: the person no longer asks. `ended`: was confirmed, was left or taken away since. */
export const REQUEST_STATES = ['asked', 'confirmed', 'refused', 'dropped', 'ended'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** How a request was decided. */
export type RequestWay = 'public-address' | 'holder' | 'national-team' | 'operator';

/** The ways open to a role: nobody gives out the address of the national team, so no code opens it. */
export function waysFor(role: RequestedRole['role']): readonly RequestWay[] {
  return role === 'national-team'
    ? ['national-team', 'operator']
    : ['public-address', 'holder', 'national-team', 'operator'];
}

export type RoleRequest = {
  readonly id: number;
  readonly person: string;
  readonly asked: RequestedRole;
  readonly words: string;
  readonly askedAt: Date;
  readonly state: RequestState;
  /** Null: no code was sent. */
  readonly code: { readonly sentAt: Date; readonly tries: number } | null;
  readonly decided: { readonly way: RequestWay; readonly at: Date; readonly reason: string | null } | null;
};

/** A secretary opens the letters of a town hall when the town hall is open. */
export const CODE_DAYS = 7;
export const CODE_TRIES = 5;

/** `m…@ville-x.fr`: enough to recognise an address, not enough to write to it. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${[...email][0] ?? ''}…${email.slice(at)}`;
}
