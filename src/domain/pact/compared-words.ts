/**
 * Two wordings side by side: which words are the same, which were struck, which inserted. What typography alone tells apart
 * is the same (./same-words.ts), and shown as the second writes it.
 *
 * Joining `same` and `inserted` gives the second text to the character, `same` and `struck` the first as people read it.
 * Word by word, by the longest common sequence: in words1 × words2 steps once the same beginning and end are set aside, and
 * past LARGEST of them the middle is told as replaced whole.
 */
import { pieceKey, wordsAndSigns } from './same-words.ts';

export type WordingPart = { readonly kind: 'same' | 'struck' | 'inserted'; readonly text: string };

const LARGEST = 1_000_000;

export function comparedWords(before: string, after: string): readonly WordingPart[] {
  const from = piecesOf(before);
  const to = piecesOf(after);
  let start = 0;
  while (start < from.length && start < to.length && isSame(from[start], to[start])) start += 1;
  let end = 0;
  while (end < from.length - start && end < to.length - start && isSame(from.at(-1 - end), to.at(-1 - end))) end += 1;
  const parts: WordingPart[] = [
    ...to.slice(0, start).map(same),
    ...middle(from.slice(start, from.length - end), to.slice(start, to.length - end)),
    ...to.slice(to.length - end).map(same),
  ];
  return joined(slid(parts));
}

type Piece = { readonly text: string; readonly key: string };

function piecesOf(text: string): readonly Piece[] {
  return wordsAndSigns(text).map((piece) => ({ text: piece, key: pieceKey(piece) }));
}

function isSame(one: Piece | undefined, other: Piece | undefined): boolean {
  return one?.key === other?.key;
}

function same({ text }: Piece): WordingPart {
  return { kind: 'same', text };
}

function middle(from: readonly Piece[], to: readonly Piece[]): readonly WordingPart[] {
  if (from.length * to.length > LARGEST || from.length === 0 || to.length === 0) return replaced(from, to);
  const width = to.length + 1;
  // common[i * width + j]: length of the longest sequence that from[i…] and to[j…] share.
  const common = new Uint16Array((from.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = isSame(from[i], to[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const parts: WordingPart[] = [];
  let i = 0;
  let j = 0;
  while (i < from.length && j < to.length) {
    if (isSame(from[i], to[j])) {
      parts.push({ kind: 'same', text: to[j]?.text ?? '' });
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      parts.push({ kind: 'struck', text: from[i]?.text ?? '' });
      i += 1;
    } else {
      parts.push({ kind: 'inserted', text: to[j]?.text ?? '' });
      j += 1;
    }
  }
  return [...parts, ...replaced(from.slice(i), to.slice(j))];
}

function replaced(from: readonly Piece[], to: readonly Piece[]): readonly WordingPart[] {
  return [
    ...from.map(({ text }) => ({ kind: 'struck' as const, text })),
    ...to.map(({ text }) => ({ kind: 'inserted' as const, text })),
  ];
}

/** "fin[. Un bilan]." says the same as "fin.[ Un bilan.]", which is how one reads it: signs go with the words before. */
function slid(parts: readonly WordingPart[]): readonly WordingPart[] {
  const slidParts = [...parts];
  for (let start = 0; start < slidParts.length; start += 1) {
    const first = slidParts[start];
    if (first === undefined || first.kind === 'same' || slidParts[start - 1]?.kind === first.kind) continue;
    let end = start;
    while (slidParts[end]?.kind === first.kind) end += 1;
    const next = slidParts[end];
    if (next?.kind !== 'same' || next.text !== first.text || !/^\s*[^\p{L}\p{N}\s]$/u.test(next.text)) continue;
    slidParts[start] = next;
    slidParts[end] = first;
  }
  return slidParts;
}

/** Neighbours of one kind are one part. A lone space between two changed words is changed with them, as people strike. */
function joined(parts: readonly WordingPart[]): readonly WordingPart[] {
  const runs: { before: string; after: string; same: boolean }[] = [];
  parts.forEach((part, index) => {
    const alone =
      part.kind === 'same' && /^\s+$/.test(part.text) && changed(parts[index - 1]) && changed(parts[index + 1]);
    const same = part.kind === 'same' && !alone;
    const last = runs.at(-1);
    const run = last?.same === same ? last : { before: '', after: '', same };
    if (run !== last) runs.push(run);
    if (part.kind !== 'inserted') run.before += part.text;
    if (part.kind !== 'struck') run.after += part.text;
  });
  const shown: WordingPart[] = [];
  for (const { before, after, same } of runs) {
    for (const part of same ? [{ kind: 'same', text: before } as const] : changedFrom(before, after)) {
      const last = shown.at(-1);
      if (last?.kind === part.kind) shown[shown.length - 1] = { kind: part.kind, text: last.text + part.text };
      else shown.push(part);
    }
  }
  return shown;
}

/** A space that stands on both sides of what was put in is the same space: nobody strikes it. */
function changedFrom(before: string, after: string): readonly WordingPart[] {
  const inserted = (text: string): WordingPart => ({ kind: 'inserted', text });
  if (/^[^\S\n]+$/.test(before) && after.trim() !== '') {
    const [first = ''] = /^[^\S\n]+/.exec(after) ?? [];
    const [last = ''] = /[^\S\n]+$/.exec(after) ?? [];
    if (first !== '') return [{ kind: 'same', text: first }, inserted(after.slice(first.length))];
    if (last !== '') return [inserted(after.slice(0, -last.length)), { kind: 'same', text: last }];
  }
  return [
    ...(before === '' ? [] : [{ kind: 'struck', text: before } as const]),
    ...(after === '' ? [] : [inserted(after)]),
  ];
}

function changed(part: WordingPart | undefined): boolean {
  return part !== undefined && part.kind !== 'same';
}
