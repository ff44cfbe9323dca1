/**
 * The document as the reader of plans sees it: its lines, the labels and headings among them, what is page furniture.
 *
 * Everything is worked out once here; those who decide (outline.ts, sheet.ts) only look things up. Linear in the text.
 */
import { colonOpenings } from './colon-opening.ts';
import { foldKeepingLength } from './fold.ts';
import { furnitureLines } from './furniture.ts';
import { gluedPairs } from './glued-label.ts';
import { type Heading, readHeading } from './heading.ts';
import { type Pair, readRow } from './label-row.ts';
import { type Line, planLines } from './plan-lines.ts';

export class PlanPage {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly headings: readonly Heading[];
  /** Labels of the line at that position, null when it has none. */
  readonly rows: readonly (readonly Pair[] | null)[];
  readonly furniture: ReadonlySet<number>;
  /** Words before a colon (colon-opening.ts), folded, with how often they open a line. */
  readonly colonOpenings: ReadonlyMap<string, number>;
  /** Position of the last line with the label of a field, -1 when there is none. */
  readonly lastLabel: number;
  readonly #headingAt: ReadonlyMap<number, Heading>;
  /** Field labels in order: their line, and what tells one label from another. */
  readonly #labels: readonly { line: number; key: string }[];
  /** Lines of content, furniture left out, in order. */
  readonly #content: readonly number[];

  /** @param options.glued also takes labels that nothing parts from their value (glued-label.ts). */
  constructor(text: string, { glued = false }: { glued?: boolean } = {}) {
    this.text = text;
    this.lines = planLines(text);
    this.colonOpenings = colonOpenings(this.lines);
    const counts = lineCounts(this.lines);
    // A line that comes back, or that opens a paragraph of its own, is used as a label.
    const isForm = (line: Line): boolean =>
      (counts.get(foldKeepingLength(line.text)) ?? 0) > 1 || this.lines[line.index - 1]?.kind === 'blank';
    const headings = this.lines.map(readHeading);
    const rows = this.lines.map((line, index) => (headings[index]?.family === 'sheet' ? null : readRow(line, isForm)));
    const free = (line: Line): boolean => rows[line.index] === null && headings[line.index] === null;
    const unparted = glued ? gluedPairs(this.lines, free) : new Map<number, Pair>();
    this.rows = rows.map(
      (row, index) => row ?? (unparted.has(index) ? [unparted.get(index)].flatMap((pair) => pair ?? []) : null),
    );
    this.headings = headings
      .filter((heading, index) => heading !== null && keepsHeading(heading, this.rows[index] ?? null))
      .flatMap((heading) => heading ?? []);
    this.#headingAt = new Map(this.headings.map((heading) => [heading.line, heading]));
    this.furniture = furnitureLines(this.lines, {
      keeps: (line) => this.#headingAt.has(line.index) || this.rows[line.index] !== null,
      awaited: (index) => this.rows[index - 1]?.at(-1)?.value.text === '',
    });
    this.#labels = this.rows.flatMap((row, line) => fieldKeys(row).map((key) => ({ line, key })));
    this.#content = this.lines.flatMap((line) =>
      line.kind === 'content' && !this.furniture.has(line.index) ? [line.index] : [],
    );
    this.lastLabel = this.#labels.at(-1)?.line ?? -1;
  }

  headingAt(line: number): Heading | undefined {
    return this.#headingAt.get(line);
  }

  /** Keys of the field labels on lines `from` to `to` (excluded), in order. */
  labelKeysBetween(from: number, to: number): string[] {
    const start = firstAtLeast(this.#labels.length, (index) => (this.#labels[index]?.line ?? 0) >= from);
    const keys: string[] = [];
    for (let index = start; index < this.#labels.length; index += 1) {
      const label = this.#labels[index];
      if (!label || label.line >= to) break;
      keys.push(label.key);
    }
    return keys;
  }

  /** How many lines of content stand on lines `from` to `to` (excluded). */
  contentBetween(from: number, to: number): number {
    const position = (line: number): number =>
      firstAtLeast(this.#content.length, (index) => (this.#content[index] ?? 0) >= line);
    return Math.max(0, position(to) - position(from));
  }

  /** The next line of content after `line`. */
  nextContent(line: number): number | undefined {
    return this.#content[firstAtLeast(this.#content.length, (index) => (this.#content[index] ?? 0) > line)];
  }

  /** The line of content before `line`. */
  previousContent(line: number): number | undefined {
    return this.#content[firstAtLeast(this.#content.length, (index) => (this.#content[index] ?? 0) >= line) - 1];
  }
}

/** "Objectif | 3 jardins" is a label and its value, "1. Contexte" a label: not headings. */
function keepsHeading(heading: Heading, row: readonly Pair[] | null): boolean {
  return (
    row === null ||
    heading.family === 'sheet' ||
    (heading.family === 'axis' && row.every((pair) => pair.label.kind !== 'field'))
  );
}

function fieldKeys(row: readonly Pair[] | null): string[] {
  return (row ?? []).flatMap((pair) =>
    pair.label.kind === 'field' ? [`${pair.label.field}:${pair.label.weight === 'strong' ? '' : pair.label.key}`] : [],
  );
}

function lineCounts(lines: readonly Line[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    if (line.kind !== 'content' || line.text.length > 100) continue;
    const key = foldKeepingLength(line.text);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Smallest index from 0 to `length` for which `holds`, which once true stays true. */
function firstAtLeast(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
