/** What is compared: findings of each kind as keys, and precision and recall over them. */
import type { PactReading } from '#reading/contract.ts';

export type Found = {
  /** `7`. */
  readonly measures: ReadonlySet<string>;
  /** `7 N2 accepted`. */
  readonly levels: ReadonlySet<string>;
  /** The first words of each local promise. */
  readonly local: ReadonlySet<string>;
};

export const KINDS = ['measures', 'levels', 'local'] as const;
export type KindOfFinding = (typeof KINDS)[number];

export function foundIn({ commitments, localCommitments }: PactReading): Found {
  return {
    measures: new Set(commitments.flatMap(({ measure }) => (measure === null ? [] : [String(measure)]))),
    levels: new Set(
      commitments.flatMap(({ measure, levels }) =>
        levels.map(({ level, stance }) => `${measure ?? '?'} N${level} ${stance}`),
      ),
    ),
    local: new Set(localCommitments.map(({ text }) => text.replace(/\s+/gu, ' ').slice(0, 40))),
  };
}

export type Score = { readonly found: number; readonly wanted: number; readonly right: number };

export function score(wanted: ReadonlySet<string>, found: ReadonlySet<string>): Score {
  return { wanted: wanted.size, found: found.size, right: [...found].filter((key) => wanted.has(key)).length };
}

export function add(a: Score, b: Score): Score {
  return { found: a.found + b.found, wanted: a.wanted + b.wanted, right: a.right + b.right };
}

/** « 97 % / 100 % »: precision, then recall; a dash when there is nothing to find nor found. */
export function inWords({ found, wanted, right }: Score): string {
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`);
  return wanted === 0 && found === 0 ? '–' : `${share(right, found)} / ${share(right, wanted)}`;
}
