/**
 * Words cut at the end of a line.
 *
 * French has many words with a hyphen of their own, so a cut is mended without its hyphen only when the
 * document itself, or the shape of the halves, says so. Otherwise the hyphen stays and only the line break goes.
 */

/** Words seen whole in the document, to recognise the halves. */
export type Vocabulary = { readonly words: ReadonlySet<string>; readonly compounds: ReadonlySet<string> };

export function vocabularyOf(lines: Iterable<string>): Vocabulary {
  const words = new Set<string>();
  const compounds = new Set<string>();
  for (const line of lines) {
    for (const [word] of line.matchAll(/\p{L}+(?:-\p{L}+)*/gu)) {
      // A word that the line end cuts is no witness.
      const lower = word.toLowerCase();
      if (lower.includes('-')) compounds.add(lower);
      else if (!line.trimEnd().endsWith(`${word}-`)) words.add(lower);
    }
  }
  return { words, compounds };
}

const PREFIXES = new Set(
  'anti après arrière auto avant bien bio celle celles celui ceux chef ci co contre courts demi éco elle elles eux ex extra grand grande hors inter là lui micro mi mini moi multi non nous outre peut plus pluri post pré presque pro quasi re rendez saint sainte semi sous sur tri vice vis vous'.split(
    ' ',
  ),
);

const SUFFIXES = new Set(
  'ce ci dessous dessus elle elles en être il ils je là leur lui me même mêmes moi nous on t toi tu vous y delà'.split(
    ' ',
  ),
);

/**
 * @param before ends with a hyphen; @param after begins the next line.
 * @returns the two joined, or null when this hyphen cuts no word.
 */
export function joinCutWord(before: string, after: string, vocabulary: Vocabulary): string | null {
  const head = /(\p{L}+)[-\u2010]$/u.exec(before)?.[1];
  const tail = /^\p{Ll}+/u.exec(after)?.[0];
  if (head === undefined || tail === undefined) return null;
  const whole = `${head}${tail}`.toLowerCase();
  const compound = `${head}-${tail}`.toLowerCase();
  const mended = before.slice(0, -1) + after;
  const kept = before + after;
  if (vocabulary.words.has(whole)) return mended;
  if (vocabulary.compounds.has(compound)) return kept;
  if (PREFIXES.has(head.toLowerCase()) || SUFFIXES.has(tail)) return kept;
  if (vocabulary.words.has(head.toLowerCase()) && vocabulary.words.has(tail)) return kept;
  // "Saint-Maur-des-" is a name in progress; capitals and short heads are not cut by typesetters.
  if (/-\p{L}+[-\u2010]$/u.test(before) || head.length < 2 || /^\p{Lu}+$/u.test(head)) return kept;
  return mended;
}
