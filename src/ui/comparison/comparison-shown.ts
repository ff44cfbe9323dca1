/** What a page that sets signatories side by side shows of them: `?charte=` of those that they signed, `?ecarts=1` for what differs alone. */
import type { Edition } from '#domain/charter/edition.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';
import { pactAnswer } from '#ui/commune/pact-answer.ts';
import { BRIEF } from '#ui/messages/comparison.fr.ts';
import { compared, type ComparedColumn, type Comparison } from './compared.ts';

export type ColumnShown = Pick<ComparedColumn, 'name' | 'href'> & { readonly note: string };
export type ComparisonShown = {
  readonly charter: string;
  readonly charters: readonly { readonly title: string; readonly href: string; readonly shown: boolean }[];
  readonly columns: readonly ColumnShown[];
  readonly comparison: Comparison;
  /** What is promised, kept, unknown: a line each, by column. */
  readonly brief: readonly BriefRow[];
  readonly differing: boolean;
  /** The same with every measure, or with those that differ alone. */
  readonly other: string;
};

type Fact = { readonly figure: string; readonly words: string };
export type BriefRow = {
  readonly label: string;
  /** By column; none where no pact is known. */
  readonly cells: readonly (readonly Fact[])[];
};

/** The one that the address names, else the first; null where there is none. */
export function charterAsked(charters: readonly Edition[], fields: URLSearchParams): Edition | null {
  const asked = fields.get('charte');
  return charters.find(({ id }) => id === asked) ?? charters[0] ?? null;
}

/** `address`: of the page, with a `?`. */
export function comparisonShown({
  edition,
  charters,
  columns,
  fields,
  address,
}: {
  readonly edition: Edition;
  readonly charters: readonly Edition[];
  readonly columns: readonly (ComparedColumn & { readonly note: string })[];
  readonly fields: URLSearchParams;
  readonly address: string;
}): ComparisonShown {
  const differing = fields.get('ecarts') === '1';
  return {
    charter: editionName(edition),
    charters: charters.map((one) => ({
      title: editionName(one),
      href: `${address}&charte=${one.id}`,
      shown: one.id === edition.id,
    })),
    columns: columns.map(({ name, href, note }) => ({ name, href, note })),
    comparison: compared(columns, { edition, differing }),
    brief: briefOf(columns, edition),
    differing,
    other: `${address}&charte=${edition.id}${differing ? '' : '&ecarts=1'}`,
  };
}

function briefOf(columns: readonly ComparedColumn[], edition: Edition): readonly BriefRow[] {
  const answers = columns.map(({ pact, today }) =>
    pact === null ? null : pactAnswer(pact, { edition, of: 1, today }),
  );
  const row = (label: string, facts: (all: readonly Fact[], apart: string) => readonly Fact[]): BriefRow => ({
    label,
    cells: answers.map((answer) => (answer === null ? [] : facts(answer.facts, answer.apart))),
  });
  return [
    row(BRIEF.promised, (all) => all.slice(0, 1)),
    row(BRIEF.kept, (all, apart) => [...all.slice(1, -1), ...(apart === '' ? [] : [{ figure: '', words: apart }])]),
    row(BRIEF.unknown, (all) => all.slice(-1)),
  ];
}
