/** A role that somebody holds, with the name of the collective, list or place it is held of. */
import type { PlaceCode } from '../shared/place.ts';

export type NamedHolding =
  | { readonly role: 'collective-member' | 'collective-coordinator'; readonly id: number; readonly name: string }
  | { readonly role: 'list-representative'; readonly id: number; readonly name: string }
  | {
      readonly role: 'municipal-agent' | 'elected-official';
      readonly place: PlaceCode & { readonly name: string; readonly slug: string };
    }
  | { readonly role: 'partner'; readonly id: number; readonly name: string }
  | { readonly role: 'steering-member' }
  | { readonly role: 'national-team' };
