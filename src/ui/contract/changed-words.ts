/**
 * A clause as an editor shows it: the words of the edition, with what the document struck and inserted.
 *
 * The reader gives the changes in order but without places, so each is looked for after the one before.
 * A change that cannot be placed is not drawn somewhere plausible: it comes back in `unplaced`, to be said in words.
 */
import type { WordChange } from '#domain/pact/commitment.ts';

export type Segment = { readonly kind: 'same' | 'inserted' | 'struck'; readonly text: string };

export type ChangedText = { readonly segments: readonly Segment[]; readonly unplaced: readonly WordChange[] };

type Clause = {
  /** The edition's words. */
  readonly reference: string;
  /** The document's words, to place what was added; empty when they are not known. */
  readonly here: string;
  readonly changes: readonly WordChange[];
};

export function changedWords({ reference, here, changes }: Clause): ChangedText {
  const segments: Segment[] = [];
  const unplaced: WordChange[] = [];
  let at = 0;
  const keep = (end: number): void => {
    if (end > at) segments.push({ kind: 'same', text: reference.slice(at, end) });
    at = end;
  };

  for (const change of changes) {
    const place = placeOf(change, { reference, here, from: at });
    if (place === null) {
      unplaced.push(change);
      continue;
    }
    keep(place.start);
    if (place.end > place.start) segments.push({ kind: 'struck', text: reference.slice(place.start, place.end) });
    at = place.end;
    if (change.kind !== 'removed') segments.push({ kind: 'inserted', text: change.here });
  }
  keep(reference.length);
  return { segments: spaced(segments), unplaced };
}

function placeOf(
  change: WordChange,
  { reference, here, from }: { reference: string; here: string; from: number },
): { start: number; end: number } | null {
  if (change.kind !== 'added') {
    const start = change.reference === '' ? -1 : reference.indexOf(change.reference, from);
    return start < 0 ? null : { start, end: start + change.reference.length };
  }
  const seen = change.here === '' ? -1 : here.indexOf(change.here);
  if (seen < 0) return null;
  const before = here.slice(0, seen).trimEnd();
  if (before === '') return from === 0 ? { start: 0, end: 0 } : null;
  // The longest run of words just before the addition that the edition has too, five at most, two at least.
  const words = before.split(/\s+/).slice(-5);
  for (; words.length >= 2; words.shift()) {
    const run = words.join(' ');
    const start = reference.indexOf(run, Math.max(0, from - run.length));
    if (start >= 0 && start + run.length >= from) return { start: start + run.length, end: start + run.length };
  }
  return null;
}

/** A word inserted beside another keeps a space from it. */
function spaced(segments: readonly Segment[]): readonly Segment[] {
  return segments.map((segment, index) => {
    const next = segments[index + 1];
    const before = segments[index - 1];
    let text = segment.text;
    if (segment.kind === 'inserted') {
      if (before?.kind === 'same' && /[\p{L}\p{N},;:.)]$/u.test(before.text) && /^[\p{L}\p{N}]/u.test(text))
        text = ` ${text}`;
      if (before?.kind === 'struck') text = ` ${text}`;
      if (next?.kind === 'same' && /^[\p{L}\p{N}(]/u.test(next.text)) text = `${text} `;
    }
    return text === segment.text ? segment : { ...segment, text };
  });
}
