/** Why a reading was corrected or a document withdrawn: shown to everybody, so it is asked for, and short. */
import { accept, refuse, type Result } from '#domain/shared/result.ts';

export const REASON_LIMIT = 1000;

export type BadReason =
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'reason-too-long'; readonly limit: number }
  /** Characters that are none. */
  | { readonly kind: 'reason-unreadable' };

/** One paragraph of 1 to 1,000 characters. */
export function readReason(given: string): Result<string, BadReason> {
  const reason = given.replaceAll(/\s+/gu, ' ').trim();
  if (reason === '') return refuse({ kind: 'reason-missing' });
  if (!reason.isWellFormed() || /\p{Cc}/u.test(reason)) return refuse({ kind: 'reason-unreadable' });
  if (reason.length > REASON_LIMIT) return refuse({ kind: 'reason-too-long', limit: REASON_LIMIT });
  return accept(reason);
}
