/**
 * Axes that rows of the sheets name ("Axe | 2 – Mobilités"), when no heading does.
 */
import type { Span } from '#reading/contract.ts';
import type { Axis } from './axes.ts';
import { foldedLetters } from './fold.ts';

export class NamedAxes {
  readonly #axes: Axis[];
  readonly #byTitle = new Map<string, Axis>();
  readonly #byNumber = new Map<string, Axis>();

  constructor(axes: readonly Axis[]) {
    this.#axes = [];
    for (const axis of axes) this.#add(axis);
  }

  get all(): readonly Axis[] {
    return this.#axes;
  }

  has(number: string): boolean {
    return this.#byNumber.has(number);
  }

  /** The axis that `text` names, by its title or else by its number. */
  find(text: string): Axis | undefined {
    const { number, title } = namedParts(text);
    return this.#byTitle.get(foldedLetters(title)) ?? (number === null ? undefined : this.#byNumber.get(number));
  }

  /** Adds the axis that `text` names unless it is known; one without a number gets the next. */
  name(text: string, spans: readonly Span[]): void {
    if (this.find(text)) return;
    const { number, title } = namedParts(text);
    this.#add({ number: number ?? String(this.#axes.length + 1), title, subAxes: [], spans });
  }

  #add(axis: Axis): void {
    this.#axes.push(axis);
    const letters = foldedLetters(axis.title);
    if (letters !== '' && !this.#byTitle.has(letters)) this.#byTitle.set(letters, axis);
    if (!this.#byNumber.has(axis.number)) this.#byNumber.set(axis.number, axis);
  }
}

const NOUN = '(?:axe|orientation|d[ée]fi|volet|pilier|th[èe]me|th[ée]matique|objectif)';
const NUMBERED = new RegExp(
  String.raw`^(?:${NOUN}\s+)?(?:n\s?[°º]\s*)?(\d{1,2}|[IVX]{1,5}|[A-H])(?![\p{L}\p{N}'’])\s*[.:)–-]*\s*`,
  'iu',
);

/** "3 – Économie", "Axe II : Eau": a text that gives the number of an axis. */
export function isNumbered(text: string): boolean {
  return namedParts(text).number !== null;
}

function namedParts(text: string): { number: string | null; title: string } {
  const match = NUMBERED.exec(text);
  return { number: match?.[1] ?? null, title: text.slice(match?.[0].length ?? 0) };
}
