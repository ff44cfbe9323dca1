/**
 * Who acts, and what they hold. Where a role comes from (a membership, a confirmed request) is kept elsewhere
 * (src/server/storage/holdings.ts); here it is only told.
 */
import type { PlaceCode } from '../shared/place.ts';

/** `token` is what the visitor shows; whether it opens the very thing concerned is decided by the gate. */
export type Actor =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'draft-holder' | 'signatory' | 'lead' | 'participant'; readonly token: string }
  | Person
  | { readonly kind: 'operator'; readonly name: string }
  | { readonly kind: 'job'; readonly name: string };

/** Somebody signed in. `id` is random and says nothing of them; `holds` is what was confirmed, as of this request. */
export type Person = { readonly kind: 'person'; readonly id: string; readonly holds: readonly Holding[] };

/** A role is always held of something, but for the national team and the one national steering committee. */
export type Holding =
  | { readonly role: 'collective-member' | 'collective-coordinator'; readonly collective: number }
  | { readonly role: 'list-representative'; readonly list: number }
  | { readonly role: 'municipal-agent' | 'elected-official'; readonly place: PlaceCode }
  | { readonly role: 'partner'; readonly organisation: number }
  | { readonly role: 'steering-member' }
  | { readonly role: 'national-team' };

/**
 * Everything one can be towards the thing an act is about. `person` is anybody signed in; `self` the person whom the
 * thing belongs to; `lead` opened the link by which a town hall asks for news of actions; `participant` confirmed an address
 * in a consultation. A coordinator is a member too, both roles being held.
 */
export const ROLES = [
  'anyone',
  'draft-holder',
  'signatory',
  'lead',
  'participant',
  'person',
  'self',
  'collective-member',
  'collective-coordinator',
  'list-representative',
  'municipal-agent',
  'elected-official',
  'partner',
  'steering-member',
  'national-team',
  'operator',
  'job',
] as const;
export type Role = (typeof ROLES)[number];
