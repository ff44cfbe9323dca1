/** Why reminders were not noted, and what to do next. */
import type { CannotFollow } from '#use-cases/deadlines/follow-deadlines.ts';
import { sayProofRefusal, type ProofRefusal } from '../proof-refusals.fr.ts';
import { NOT_ALLOWED, UNKNOWN_FOLLOWING, UNKNOWN_PLACE } from './deadlines.fr.ts';

export type FollowRefusal = CannotFollow | ProofRefusal | { readonly kind: 'unknown-following' };

export function sayFollowRefusal(refusal: FollowRefusal): string {
  switch (refusal.kind) {
    case 'not-allowed':
      return NOT_ALLOWED;
    case 'unknown-place':
      return UNKNOWN_PLACE;
    case 'unknown-following':
      return UNKNOWN_FOLLOWING;
    default:
      return sayProofRefusal(refusal);
  }
}

export function statusOf({ kind }: { readonly kind: string }): 400 | 403 | 404 | 429 {
  if (kind === 'not-allowed') return 403;
  if (kind === 'too-many-codes') return 429;
  return kind === 'unknown-place' || kind === 'unknown-proof' || kind === 'unknown-following' ? 404 : 400;
}
