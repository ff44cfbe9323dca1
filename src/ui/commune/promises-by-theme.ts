/**
 * The commune page's table: the measures that somebody here speaks of, by theme, with each list's marks side by side;
 * then those that nobody speaks of. One table for each edition, since numbers mean nothing across editions.
 */
import type { Stance } from '#domain/pact/stance.ts';

type Mark = {
  readonly measure: number;
  readonly stance: Stance;
  readonly amended: boolean;
  readonly levels: readonly { readonly level: number; readonly stance: Stance }[];
};
type SignedPact = { readonly id: number; readonly commitments: readonly Mark[] };
type Theme = { readonly title: string; readonly measures: readonly number[] };
type Titled = { readonly number: number; readonly title: string };

export type PromiseRow = Titled & { readonly said: readonly (Mark & { readonly pact: number })[] };
export type ThemeBlock = { readonly title: string; readonly rows: readonly PromiseRow[]; readonly of: number };
export type PromiseTable = { readonly themes: readonly ThemeBlock[]; readonly unsaid: readonly Titled[] };

/** `rest` names the block of measures that no theme holds. */
export function promisesByTheme(
  { measures, themes, rest }: { measures: readonly Titled[]; themes: readonly Theme[]; rest: string },
  pacts: readonly SignedPact[],
): PromiseTable {
  const rows = measures.map(({ number, title }) => ({
    number,
    title,
    said: pacts.flatMap((pact) =>
      pact.commitments.filter((mark) => mark.measure === number).map((mark) => ({ ...mark, pact: pact.id })),
    ),
  }));
  const placed = new Set(themes.flatMap((theme) => theme.measures));
  const left = rows.filter((row) => !placed.has(row.number)).map((row) => row.number);
  const blocks = [...themes, ...(left.length > 0 ? [{ title: rest, measures: left }] : [])].map((theme) => {
    const inside = rows.filter((row) => theme.measures.includes(row.number));
    return { title: theme.title, rows: inside.filter((row) => row.said.length > 0), of: inside.length };
  });
  return {
    themes: blocks.filter((block) => block.rows.length > 0),
    unsaid: rows.filter((row) => row.said.length === 0).map(({ number, title }) => ({ number, title })),
  };
}

/** Measures that at least one list here takes. */
export function countPromised(rows: readonly PromiseRow[]): number {
  return rows.filter((row) => countTaken(row.said) > 0).length;
}

/** Taken whole or in part: refused, delegated, unspecified and unknown are not promises. */
export function countTaken(marks: readonly { readonly stance: Stance }[]): number {
  return marks.filter((mark) => mark.stance === 'accepted' || mark.stance === 'partial').length;
}
