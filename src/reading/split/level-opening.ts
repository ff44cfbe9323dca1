/** Whether words begin as a level of the edition does: tells a bare level number from a measure's. */
import type { ReferenceLevel } from '#reading/align/reference.ts';
import { loosen } from '#reading/text/fold.ts';
import type { Source } from '#reading/text/lines.ts';
import { tokenAt } from '#reading/text/tokens.ts';

const LOOKED_AT = 6;

/** True when at least half of the first words are the level's first words, in their places. */
export function opensWith(
  source: Source,
  { level, offset }: { readonly level: ReferenceLevel; readonly offset: number },
): boolean {
  const from = tokenAt(source.tokens, offset);
  const wanted = level.words.loose.slice(0, LOOKED_AT);
  const here = source.tokens.keys.slice(from, from + LOOKED_AT).map(loosen);
  const same = here.filter((word, rank) => wanted[rank] === word).length;
  return same >= Math.min(3, wanted.length);
}
