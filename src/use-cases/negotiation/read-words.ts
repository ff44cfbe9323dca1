/** Words that somebody typed beside their answers: a reason, a comment, a message with a round. */
import { tidyParagraphs } from '#domain/negotiation/position.ts';
import { withHiddenSigns } from '#domain/shared/shown-signs.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';

export type BadWords =
  | { readonly kind: 'words-missing'; readonly field: string }
  | { readonly kind: 'text-too-long'; readonly field: string; readonly most: number };

/** Bounds in characters. Signs that hide or turn words are made visible. */
export function readWords(
  typed: string,
  { field, most }: { readonly field: string; readonly most: number },
): Result<string, BadWords> {
  const text = withHiddenSigns(tidyParagraphs(typed));
  if (text === '') return refuse({ kind: 'words-missing', field });
  if ([...text].length > most) return refuse({ kind: 'text-too-long', field, most });
  return accept(text);
}
