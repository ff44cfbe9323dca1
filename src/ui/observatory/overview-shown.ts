/** What the pages of the observatory show: each figure with its denominator and the address of its list. */
import type { Edition } from '#domain/charter/edition.ts';
import { themeOf } from '#domain/charter/edition.ts';
import type { AssessmentStatus, Voice } from '#domain/follow-up/assessment.ts';
import type { Listed, ListedLevel } from '#domain/observatory/listed.ts';
import type { CellFigures } from '#domain/observatory/figures.ts';
import type { ApartFigures } from '#domain/observatory/figures.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { observatoryAddress, type ObservatoryAsked } from './asked.ts';
import { listAddress } from './listed-address.ts';

export type Linked = { readonly figure: number; readonly href: string };

export type ItemRow = {
  /** `m15`, `pA`. */
  readonly item: string;
  readonly label: string;
  readonly title: string;
  readonly href: string;
  /** Taken, wholly or in part. */
  readonly promised: Linked;
  readonly refused: Linked;
  /** Level by level, taken wholly or in part; null: the charter gives no such level. */
  readonly levels: readonly (Linked | null)[];
};

export const LEVELS = [1, 2, 3] as const;

/** Principles, then the measures; with a theme its measures alone. */
export function itemRows(
  edition: Edition,
  asked: ObservatoryAsked,
  stances: CellFigures['stances'],
): readonly ItemRow[] {
  const grouping = edition.groupings[0];
  const shown = edition.measures.filter(
    ({ number }) => asked.theme === null || grouping === undefined || themeOf(grouping, number)?.id === asked.theme,
  );
  const link = (item: string, level: ListedLevel, stance: 'promised' | 'refused'): Linked => {
    const counted = stance === 'promised' ? ['accepted', 'partial'] : ['refused'];
    const figure = stances
      .filter((row) => row.item === item && row.level === level && counted.includes(row.stance))
      .reduce((sum, { pacts }) => sum + pacts, 0);
    return { figure, href: listAddress(asked, { kind: 'stance', item, level, stance }) };
  };
  const row = (item: string, label: string, title: string, levels: readonly number[]): ItemRow => ({
    item,
    label,
    title: heading(title),
    href: itemAddress(asked, item),
    promised: link(item, 0, 'promised'),
    refused: link(item, 0, 'refused'),
    levels: LEVELS.map((level) => (levels.includes(level) ? link(item, level, 'promised') : null)),
  });
  return [
    ...(asked.theme === null
      ? edition.principles.map(({ letter, title }) => row(`p${letter}`, letter, title, []))
      : []),
    ...shown.map(({ number, title, levels }) =>
      row(
        `m${number}`,
        String(number),
        title,
        levels.map(({ level }) => level),
      ),
    ),
  ];
}

/** Everything about one measure or principle: `/observatoire/mesures/15`, `/observatoire/principes/A`. */
export function itemAddress(asked: ObservatoryAsked, item: string): string {
  const page = item.startsWith('p') ? `/principes/${item.slice(1)}` : `/mesures/${item.slice(1)}`;
  return observatoryAddress(page, asked);
}

/** The first ones by a figure, those without any left out. */
export function mostOf<Row>(rows: readonly Row[], figure: (row: Row) => number, most: number): readonly Row[] {
  return rows
    .filter((row) => figure(row) > 0)
    .toSorted((one, other) => figure(other) - figure(one))
    .slice(0, most);
}

export type KeptRow = {
  readonly item: string;
  readonly title: string;
  /** All that was said of it. */
  readonly href: string;
  readonly kept: Linked;
  /** Pacts of which this voice says something that makes a share, as `shareKept` counts (src/domain/follow-up/tally.ts). */
  readonly counted: number;
  readonly promised: number;
};
export type KeptRows = {
  readonly rows: readonly KeptRow[];
  /** Promises said kept somewhere, of which too few pacts were looked at to tell a share. */
  readonly unranked: number;
};

/** Pacts that a share is told of at least: of three, one more or less would be a third. */
export const LEAST_COUNTED = 5;
const COUNTED: readonly AssessmentStatus[] = ['kept', 'partly-kept', 'underway', 'not-started', 'broken'];

/** What one voice says most kept, by share. What was done before the mandate is told apart and not counted as kept. */
export function keptRows(
  rows: readonly ItemRow[],
  asked: ObservatoryAsked,
  { done, voice, most }: { readonly done: CellFigures['done']; readonly voice: Voice; readonly most: number },
): KeptRows {
  const looked = rows.map(({ item, title, href, promised }): KeptRow => {
    const said = done.filter(
      (one) => one.item === item && one.voice === voice && !one.beforeMandate && COUNTED.includes(one.status),
    );
    const listed: Listed = { kind: 'done', item, voice, status: 'kept', beforeMandate: false };
    return {
      item,
      title,
      href: `${href}#suivi`,
      promised: promised.figure,
      counted: said.reduce((sum, { pacts }) => sum + pacts, 0),
      kept: {
        figure: said.find(({ status }) => status === 'kept')?.pacts ?? 0,
        href: listAddress(asked, listed),
      },
    };
  });
  const kept = looked.filter((row) => row.kept.figure > 0);
  const ranked = kept.filter((row) => row.counted >= LEAST_COUNTED);
  return {
    // Equal shares: what was looked at in more pacts first.
    rows: mostOf(
      ranked.toSorted((one, other) => other.counted - one.counted),
      ({ kept: { figure }, counted: of }) => figure / of,
      most,
    ),
    unranked: kept.length - ranked.length,
  };
}

/** Lines of each « le plus … ». */
export const MOST = 5;
export const MOST_BODIES = 10;

export type ClauseRow = {
  readonly measure: number;
  readonly level: number;
  readonly clause: number;
  readonly words: string;
  readonly pacts: Linked;
  /** Pacts that take the level in which it stands; of the title, the measure. */
  readonly taken: number;
};

export function clauseRows(
  edition: Edition,
  asked: ObservatoryAsked,
  {
    figures,
    clauses,
    apart,
    most,
  }: {
    readonly figures: Pick<CellFigures, 'stances'>;
    readonly clauses: ApartFigures['clauses'];
    readonly apart: 'excepted' | 'reworded';
    readonly most: number;
  },
): readonly ClauseRow[] {
  const inTheme = measuresShown(edition, asked);
  return mostOf(
    clauses.filter((row) => row.apart === apart && inTheme.has(row.measure)),
    ({ pacts }) => pacts,
    most,
  ).map(({ measure, level, clause, pacts }) => ({
    measure,
    level,
    clause,
    words: wordsOf(edition, { measure, level, clause }),
    pacts: { figure: pacts, href: listAddress(asked, { kind: 'clause', apart, measure, level, clause }) },
    taken: takenIn(figures.stances, { item: `m${measure}`, level }),
  }));
}

/** Pacts that take it, wholly or in part; level 0: as a whole. */
export function takenIn(
  stances: CellFigures['stances'],
  { item, level }: { readonly item: string; readonly level: number },
): number {
  return stances
    .filter(
      (row) => row.item === item && row.level === level && (row.stance === 'accepted' || row.stance === 'partial'),
    )
    .reduce((sum, { pacts }) => sum + pacts, 0);
}

export function measuresShown(edition: Edition, { theme }: ObservatoryAsked): ReadonlySet<number> {
  const chosen = edition.groupings[0]?.themes.find(({ id }) => id === theme);
  return new Set(chosen?.measures ?? edition.measures.map(({ number }) => number));
}

/** The charter's words: of the title at level 0, of all of a level that nothing introduces at clause 0; '' when the edition left the data. */
export function wordsOf(
  edition: Edition,
  { measure, level, clause }: { readonly measure: number; readonly level: number; readonly clause: number },
): string {
  const found = edition.measures.find(({ number }) => number === measure);
  if (level === 0) return found?.title ?? '';
  const clauses = found?.levels.find((one) => one.level === level)?.clauses ?? [];
  const whole = clause === 0 ? clauses.map(({ text }) => text).join(' ') : '';
  return clauses.find((one) => one.clause === clause)?.text ?? whole;
}
