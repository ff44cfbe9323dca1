/**
 * Words cut at the end of a line.
 *
 * French has many words with a hyphen of their own, so a cut is mended without its hyphen only when the
 * document itself, or the shape of the halves, says so. Otherwise the hyphen stays and only the line break goes.
 */

/** Words seen whole in the document, to recognise the halves. */
export type Vocabulary = {
  readonly words: ReadonlySet<string>;
  readonly compounds: ReadonlySet<string>;
  /** The typesetter cut words: seen on one that stands whole elsewhere, or on how often lines end so. */
  readonly hyphenates: boolean;
};

/** Lines end in a hyphen of their own about once in a hundred. */
const OFTEN = 0.05;

/** @param lines of the document in reading order. */
export function vocabularyOf(lines: readonly string[]): Vocabulary {
  const words = new Set<string>();
  const compounds = new Set<string>();
  for (const line of lines) {
    const end = line.trimEnd();
    for (const [word] of line.matchAll(/\p{L}+(?:-\p{L}+)*/gu)) {
      // A word that the line end cuts is no witness.
      const lower = word.toLowerCase();
      if (lower.includes('-')) compounds.add(lower);
      else if (!end.endsWith(`${word}-`)) words.add(lower);
    }
  }
  let cuts = 0;
  let proofs = 0;
  lines.forEach((line, at) => {
    const halves = halvesOf(line, lines[at + 1] ?? '');
    if (halves === null) return;
    cuts += 1;
    if (words.has(halves.head + halves.tail) && !compounds.has(`${halves.head}-${halves.tail}`)) proofs += 1;
  });
  return { words, compounds, hyphenates: proofs > 0 || (cuts >= 4 && cuts > OFTEN * lines.length) };
}

function halvesOf(before: string, after: string): { readonly head: string; readonly tail: string } | null {
  if (!before.endsWith('-') && !before.endsWith('\u2010')) return null;
  // Longer words are no words.
  const head = /(\p{L}+).$/u.exec(before.slice(-60))?.[1];
  const tail = /^\p{Ll}+/u.exec(after)?.[0];
  return head === undefined || tail === undefined ? null : { head: head.toLowerCase(), tail };
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
 * @param before the line that may end in the middle of a word; @param after the line below it.
 * @returns the first line as it touches the second, with or without its hyphen; null when no word is cut.
 */
export function mendCutWord(before: string, after: string, vocabulary: Vocabulary): string | null {
  if (!before.endsWith('-') && !before.endsWith('\u2010')) return null;
  const halves = halvesOf(before, after);
  if (halves === null) return /\p{L}.$/u.test(before) && /^\p{L}/u.test(after) ? before : null;
  const { head, tail } = halves;
  const mended = before.slice(0, -1);
  if (vocabulary.words.has(head + tail)) return mended;
  if (vocabulary.compounds.has(`${head}-${tail}`)) return before;
  if (PREFIXES.has(head) || SUFFIXES.has(tail)) return before;
  if (vocabulary.words.has(head) && vocabulary.words.has(tail)) return before;
  // "Saint-Maur-des-" is a name in progress; capitals and short heads are not cut by typesetters.
  if (/-\p{L}+.$/u.test(before.slice(-60)) || head.length < 2 || /\p{Lu}{2}.$/u.test(before)) return before;
  return vocabulary.hyphenates ? mended : before;
}
