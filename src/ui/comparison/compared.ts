/**
 * Signatories side by side, measure by measure: what each one promised, level by level, and what each voice says of it. Used for
 * communes and for the lists of one commune. What a pact leaves unsaid and what nobody knows are two words, never a blank.
 */
import type { Edition } from '#domain/charter/edition.ts';
import { isPromised } from '#domain/follow-up/promised.ts';
import type { Stance } from '#domain/pact/stance.ts';
import { measureAddress } from '#ui/addresses.ts';
import type { AnsweredPact } from '#ui/commune/pact-answer.ts';
import { cameOf, type CameLine, type DoneFact } from '#ui/commune/came-of-it.ts';
import { levelMarks } from '#ui/level-marks.ts';
import { REST_OF_MEASURES } from '#ui/messages/commune.fr.ts';
import * as words from '#ui/messages/comparison.fr.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { STANCE_MARK } from '#ui/messages/stances.fr.ts';

type Mark = {
  readonly measure: number;
  readonly stance: Stance;
  readonly amended: boolean;
  readonly levels: readonly { readonly level: number; readonly stance: Stance }[];
};
export type ComparedPact = Omit<AnsweredPact, 'commitments'> & {
  readonly id: number;
  readonly edition: string;
  readonly commitments: readonly Mark[];
  readonly done: readonly DoneFact[];
};
export type ComparedColumn = {
  readonly name: string;
  readonly href: string;
  /** Null: no pact with this charter is known. */
  readonly pact: ComparedPact | null;
  /** YYYY-MM-DD, there. */
  readonly today: string;
};

export type ComparedCell =
  | { readonly kind: 'nothing-known' }
  | {
      readonly kind: 'said';
      /** Class name of the mark of the measure as a whole: `taken`. */
      readonly mark: string;
      /** « N1 N2 pris, N3 refusé » */
      readonly promised: string;
      readonly came: readonly CameLine[];
    };
export type ComparedRow = {
  readonly number: number;
  readonly title: string;
  readonly href: string;
  /** One a signatory, or one alone that all of them would have. */
  readonly cells: readonly ComparedCell[];
};
export type Comparison = {
  readonly themes: readonly { readonly title: string; readonly rows: readonly ComparedRow[] }[];
  /** Of the measures of the charter: taken by all that have a pact, by some, by none of them. */
  readonly counted: words.ComparedCounted;
};

/** `differing`: only the measures of which they do not say the same. */
export function compared(
  columns: readonly ComparedColumn[],
  { edition, differing }: { readonly edition: Edition; readonly differing: boolean },
): Comparison {
  const pacts = columns.flatMap(({ pact }) => pact ?? []);
  const takers = (measure: number): number => pacts.filter((pact) => isPromised(markOf(pact, measure))).length;
  const taken = edition.measures.map(({ number }) => takers(number));
  const cells = new Map(
    edition.measures.map(({ number }) => [number, columns.map((column) => cellOf(column, number))] as const),
  );
  const cellsOf = (measure: number): readonly ComparedCell[] => cells.get(measure) ?? [];
  const kept = edition.measures.filter(({ number }) => !differing || differ(cellsOf(number)));
  const themes = edition.groupings[0]?.themes ?? [];
  const placed = new Set(themes.flatMap(({ measures }) => measures));
  const blocks = [
    ...themes.map(({ title, measures }) => ({ title, of: kept.filter(({ number }) => measures.includes(number)) })),
    { title: REST_OF_MEASURES, of: kept.filter(({ number }) => !placed.has(number)) },
  ];
  return {
    themes: blocks
      .filter(({ of }) => of.length > 0)
      .map(({ title, of }) => ({
        title,
        rows: of.map((measure) => ({
          number: measure.number,
          title: heading(measure.title),
          href: measureAddress(edition.id, measure.number),
          cells: foldedAlike(cellsOf(measure.number)),
        })),
      })),
    counted: {
      pacts: pacts.length,
      measures: edition.measures.length,
      byAll: taken.filter((count) => count === pacts.length && count > 0).length,
      bySome: taken.filter((count) => count > 0 && count < pacts.length).length,
      byNone: taken.filter((count) => count === 0).length,
      differing: edition.measures.filter(({ number }) => differ(cellsOf(number))).length,
    },
  };
}

function cellOf({ pact, today }: ComparedColumn, measure: number): ComparedCell {
  if (pact === null) return { kind: 'nothing-known' };
  const mark = markOf(pact, measure);
  const came = cameOf([pact], { ...mark, pact: pact.id, key: `m${measure}` }, today, undefined);
  return {
    kind: 'said',
    mark: STANCE_MARK[mark.stance],
    promised: words.promisedWords(levelMarks(mark.stance, mark.levels), {
      otherWords: mark.amended && isPromised(mark),
    }),
    came: came.flatMap(({ lines }) => lines),
  };
}

/** What all say alike is said once, across their columns. */
function foldedAlike(cells: readonly ComparedCell[]): readonly ComparedCell[] {
  const [first, ...others] = cells.map((cell) => JSON.stringify(cell));
  return others.every((other) => other === first) ? cells.slice(0, 1) : cells;
}

/** A measure that a pact does not name is unsaid in it. */
function markOf({ commitments }: ComparedPact, measure: number): Mark {
  const found = commitments.find((mark) => mark.measure === measure);
  return found ?? { measure, stance: 'unspecified', amended: false, levels: [] };
}

/** In what was promised, or in what came of it; not in when that was looked at. Of who has no pact nothing is known. */
function differ(cells: readonly ComparedCell[]): boolean {
  const said = cells.flatMap((cell) =>
    cell.kind === 'said'
      ? [JSON.stringify([cell.mark, cell.promised, cell.came.map(({ state, words: how }) => [state, how])])]
      : [],
  );
  return new Set(said).size > 1;
}
