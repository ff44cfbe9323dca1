/** The reading of a charter in the few lines that a person can review: what a case expects. Spans are left to the laws. */
import type { CharterReading } from '#reading/contract.ts';
import { flat } from './summary.ts';

export type CharterSummary = {
  /** `A | title | text`. */
  readonly principles: readonly string[];
  readonly measures: readonly {
    readonly measure: number;
    readonly title: string;
    /** `N2.0: words`, clause 0 of level 2. */
    readonly clauses: readonly string[];
  }[];
  readonly warnings: readonly string[];
  readonly unread: readonly string[];
};

export function summariseCharter(reading: CharterReading): CharterSummary {
  return {
    principles: reading.principles.map(({ letter, title, text }) => `${letter} | ${title} | ${flat(text)}`),
    measures: reading.measures.map(({ number, title, levels }) => ({
      measure: number,
      title,
      clauses: levels.flatMap(({ level, clauses }) =>
        clauses.map(({ clause, text }) => `N${level}.${clause}: ${flat(text)}`),
      ),
    })),
    warnings: reading.warnings.map(({ code, message }) => `${code}: ${message}`),
    unread: reading.unread.map(({ text }) => flat(text)),
  };
}
