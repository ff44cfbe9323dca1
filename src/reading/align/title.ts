/**
 * Which measure a line names: the words of a line against the titles of an edition.
 *
 * Candidates come from the words they share; each is then aligned word by word (a semi-global
 * alignment anchored at the start of the line, in the manner of Needleman and Wunsch), so that a
 * shortened, amended, split or slightly mistyped title is still found, and its end in the text is
 * known. The number printed before the title is only a tie-breaker: title wins over number.
 */
import { distance } from 'fastest-levenshtein';
import type { Reference, ReferenceMeasure, Words } from './reference.ts';
import { loosen } from '#reading/text/fold.ts';

export type TitleFound = {
  readonly measure: number;
  readonly kind: 'exact' | 'amended' | 'shortened';
  /** Share of the title's weight found in the text, 0 to 1. */
  readonly coverage: number;
  /** Share of the aligned text's weight that belongs to the title, 0 to 1. */
  readonly precision: number;
  /** Weight in common, for comparing candidates. */
  readonly score: number;
  /** Index, among the tokens given, after the last word of the title. */
  readonly end: number;
  /** Share of the line that the title takes, 0 to 1; 1 until the line is known (../split/title-heading.ts). */
  readonly share: number;
  /** How far ahead of the next candidate: 1 for a tie, Infinity when alone. */
  readonly lead: number;
};

/** Titles are at most about 45 words; a line is looked at a little further than that. */
const WINDOW = 72;
const CANDIDATES = 4;

/**
 * The best title for `keys` (a line and what may continue it), or null when none is near.
 * `number` is the number printed before it. Cost: bounded by WINDOW × title × CANDIDATES.
 */
export function findTitle(
  reference: Reference,
  { keys, number }: { readonly keys: readonly string[]; readonly number: number | null },
): TitleFound | null {
  const window = keys.slice(0, WINDOW);
  const loose = window.map(loosen);
  const found = candidates(reference, loose, number)
    .map((measure) => alignTitle(reference, measure, window, loose))
    .filter((title) => title !== null)
    .sort((a, b) => rank(b, number) - rank(a, number));
  const [first, second] = found;
  if (first === undefined) return null;
  return second === undefined ? first : { ...first, lead: rank(first, number) / rank(second, number) };
}

function rank({ score, precision, measure }: TitleFound, number: number | null): number {
  return score * precision * (measure === number ? 1.15 : 1);
}

function candidates(reference: Reference, loose: readonly string[], number: number | null): ReferenceMeasure[] {
  const shared = new Map<number, number>();
  let spoken = 0;
  for (const word of new Set(loose.slice(0, 24))) spoken += reference.weight(word);
  for (const word of new Set(loose)) {
    const weight = reference.weight(word);
    if (weight < 0.5) continue;
    for (const measure of reference.byTitleWord.get(word) ?? [])
      shared.set(measure, (shared.get(measure) ?? 0) + weight);
  }
  const worth = [...shared.entries()]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, CANDIDATES)
    .filter(([measure, weight]) => {
      const title = reference.measures.get(measure)?.titleWeight ?? 0;
      return weight >= 0.3 * title || weight >= 0.55 * spoken || (measure === number && weight >= 2);
    })
    .map(([measure]) => measure);
  const printed = number !== null && (shared.get(number) ?? 0) >= 2 && !worth.includes(number) ? [number] : [];
  return [...worth, ...printed]
    .map((measure) => reference.measures.get(measure))
    .filter((measure) => measure !== undefined);
}

/** Moves of the alignment: words that match, one word written in two, two in one, a word of one side alone. */
type Move = 'match' | 'split' | 'glued' | 'title-only' | 'text-only';

function alignTitle(
  reference: Reference,
  { number, title, titleWeight }: ReferenceMeasure,
  keys: readonly string[],
  loose: readonly string[],
): TitleFound | null {
  const rows = title.keys.length;
  const columns = Math.min(keys.length, Math.ceil(rows * 1.6) + 8);
  const width = columns + 1;
  const scores = new Float64Array((rows + 1) * width);
  const moves = new Array<Move>((rows + 1) * width);
  const titleWeights = title.loose.map(reference.weight);
  const textWeights = loose.slice(0, columns).map(reference.weight);
  for (let i = 1; i <= rows; i++) set(i, 0, at(i - 1, 0) - 0.25 * (titleWeights[i - 1] ?? 0), 'title-only');
  for (let j = 1; j <= columns; j++) set(0, j, at(0, j - 1) - 0.5 * (textWeights[j - 1] ?? 0), 'text-only');
  let best = { i: 0, j: 0, score: 0 };
  for (let i = 1; i <= rows; i++) {
    const weight = titleWeights[i - 1] ?? 0;
    for (let j = 1; j <= columns; j++) {
      let score = at(i - 1, j) - 0.25 * weight;
      let move: Move = 'title-only';
      const textOnly = at(i, j - 1) - 0.5 * (textWeights[j - 1] ?? 0);
      if (textOnly > score) [score, move] = [textOnly, 'text-only'];
      const near = nearness(title, i - 1, keys[j - 1] ?? '', loose[j - 1] ?? '');
      const match = near > 0 ? at(i - 1, j - 1) + near * weight : -Infinity;
      if (match > score) [score, move] = [match, 'match'];
      if (j >= 2 && isJoined(title.keys[i - 1], keys[j - 2], keys[j - 1])) {
        const split = at(i - 1, j - 2) + weight;
        if (split > score) [score, move] = [split, 'split'];
      }
      if (i >= 2 && isJoined(keys[j - 1], title.keys[i - 2], title.keys[i - 1])) {
        const glued = at(i - 2, j - 1) + weight + (titleWeights[i - 2] ?? 0);
        if (glued > score) [score, move] = [glued, 'glued'];
      }
      set(i, j, score, move);
      if (score > best.score + 1e-9) best = { i, j, score };
    }
  }
  if (best.score <= 0) return null;
  return describe();

  function at(i: number, j: number): number {
    return scores[i * width + j] ?? 0;
  }
  function set(i: number, j: number, score: number, move: Move): void {
    scores[i * width + j] = score;
    moves[i * width + j] = move;
  }

  function describe(): TitleFound {
    let { i, j } = best;
    let matched = 0;
    let strict = true;
    let extras = 0;
    let missing = rows - i;
    while (i > 0 || j > 0) {
      const move = moves[i * width + j];
      if (move === 'match') {
        matched += titleWeights[i - 1] ?? 0;
        if (title.keys[i - 1] !== keys[j - 1]) strict = false;
        i--;
        j--;
      } else if (move === 'split') {
        matched += titleWeights[i - 1] ?? 0;
        i--;
        j -= 2;
      } else if (move === 'glued') {
        matched += (titleWeights[i - 1] ?? 0) + (titleWeights[i - 2] ?? 0);
        i -= 2;
        j--;
      } else if (move === 'title-only') {
        missing++;
        i--;
      } else {
        extras++;
        j--;
      }
    }
    const spent = textWeights.slice(0, best.j).reduce((sum, weight) => sum + weight, 0);
    const kind = extras === 0 && strict ? (missing === 0 ? 'exact' : 'shortened') : 'amended';
    return {
      measure: number,
      kind,
      coverage: matched / titleWeight,
      precision: spent === 0 ? 0 : Math.min(1, matched / spent),
      score: matched,
      end: best.j,
      lead: Infinity,
      share: 1,
    };
  }
}

function isJoined(whole = '', first = '', second = ''): boolean {
  return whole.length === first.length + second.length && whole.startsWith(first) && whole.endsWith(second);
}

/** 1 for the same word, 0.9 for another form of it, 0.7 for a likely misprint, 0 otherwise. */
function nearness(title: Words, index: number, key: string, loose: string): number {
  const wanted = title.keys[index];
  if (wanted === key) return 1;
  const wantedLoose = title.loose[index] ?? '';
  if (wantedLoose === loose) return 0.9;
  if (loose.length < 6 || wantedLoose.length < 6 || loose[0] !== wantedLoose[0] || loose[1] !== wantedLoose[1])
    return 0;
  return Math.abs(loose.length - wantedLoose.length) <= 1 && distance(loose, wantedLoose) <= 1 ? 0.7 : 0;
}
