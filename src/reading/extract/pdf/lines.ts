/** Fragments to lines: what stands on one baseline, in reading order, with the blanks between words. */
import { isHeading } from './level-header.ts';
import { lineOf, type Fragment, type Line, type Segment } from './fragment.ts';

/** Baselines nearer than this (times the size) are one line. */
const SAME_BASELINE = 0.25;
/** A gap wider than this (times the size) may be the gutter between two columns, or between two cells. */
const SEGMENT_GAP = 0.9;
/** A gap wider than this (times the size) is a blank between words. */
const WORD_GAP = 0.14;

type Row = { baseline: number; size: number; readonly fragments: Fragment[] };

export function linesOf(fragments: readonly Fragment[], page: number): readonly Line[] {
  const rows: Row[] = [];
  const sorted = [...fragments].sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  for (const fragment of sorted) {
    const row = rowFor(fragment, rows);
    if (row === undefined) rows.push({ baseline: fragment.baseline, size: fragment.size, fragments: [fragment] });
    else {
      row.fragments.push(fragment);
      // The biggest letters say where the line is: exponents and notes hang on it.
      if (fragment.size > row.size * 1.1) {
        row.baseline = fragment.baseline;
        row.size = fragment.size;
      }
    }
  }
  rows.sort((a, b) => a.baseline - b.baseline);
  return rows.map((row) => lineOf(segmentsOf(row.fragments), { page, baseline: row.baseline }));
}

function rowFor(fragment: Fragment, rows: readonly Row[]): Row | undefined {
  // Only the last few can be near: rows come in the order of their baselines.
  for (let at = rows.length - 1; at >= 0 && at >= rows.length - 4; at -= 1) {
    const row = rows[at];
    if (row === undefined) break;
    const apart = Math.abs(row.baseline - fragment.baseline);
    if (apart <= SAME_BASELINE * Math.max(Math.min(row.size, fragment.size), 2)) return row;
    const ratio = fragment.size / row.size;
    if ((ratio < 0.85 || ratio > 1.18) && apart < 0.55 * Math.max(row.size, fragment.size) && touches(fragment, row))
      return row;
  }
  return undefined;
}

function touches(fragment: Fragment, row: Row): boolean {
  const reach = 0.35 * Math.max(row.size, fragment.size);
  return row.fragments.some(
    (other) => Math.abs(other.right - fragment.left) < reach || Math.abs(fragment.right - other.left) < reach,
  );
}

function segmentsOf(fragments: readonly Fragment[]): readonly Segment[] {
  const sorted = [...fragments].sort((a, b) => a.left - b.left);
  const segments: (Segment & { readonly fragments: Fragment[] })[] = [];
  for (const fragment of sorted) {
    const last = segments.at(-1);
    const size = Math.max(last?.size ?? 0, fragment.size);
    const gap = last === undefined ? 0 : fragment.left - last.right;
    if (last === undefined || gap > SEGMENT_GAP * size || areHeadings(last.text, fragment.text)) {
      segments.push({
        text: fragment.text.trimStart(),
        left: fragment.left,
        right: fragment.right,
        size: fragment.size,
        firstFont: fragment.font,
        lastFont: fragment.font,
        fragments: [fragment],
      });
      continue;
    }
    last.fragments.push(fragment);
    const blank = gap > WORD_GAP * size || /^\s/u.test(fragment.text) || pendingBlank.test(last.text);
    const boxed = /[☐☒☑]$/u.test(last.text) || /^[☐☒☑]/u.test(fragment.text);
    segments[segments.length - 1] = {
      ...last,
      text: last.text.trimEnd() + (blank || boxed ? ' ' : '') + fragment.text.trimStart(),
      right: Math.max(last.right, fragment.right),
      size,
      lastFont: fragment.font,
    };
  }
  return segments.map((segment) => ({ ...segment, text: segment.text.replaceAll(/ {2,}/gu, ' ').trim() }));
}

const pendingBlank = /\s$/u;

/** Headings of narrow columns stand nearly as close as words: "Niveau 1 Niveau 2". */
function areHeadings(before: string, text: string): boolean {
  return isHeading(before) && isHeading(text);
}
