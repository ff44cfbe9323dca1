/** Why somebody declines, contests, gives up or renounces, in their own words. */
import { withHiddenSigns } from '#domain/shared/shown-signs.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';

export type BadReason =
  { readonly kind: 'reason-missing' } | { readonly kind: 'reason-too-long'; readonly limit: number };

export function readSigningReason(typed: string, limit: number): Result<string, BadReason> {
  const reason = withHiddenSigns(typed.normalize('NFC').replaceAll('\r\n', '\n')).trim();
  if (reason === '') return refuse({ kind: 'reason-missing' });
  return reason.length > limit ? refuse({ kind: 'reason-too-long', limit }) : accept(reason);
}
