/** Every measure of an edition and every level, with what pacts of a part of the country say of it: for the API and the observatory's file. */
import type { Edition } from '#domain/charter/edition.ts';
import { ASSESSMENT_STATUSES, VOICES } from '#domain/follow-up/assessment.ts';
import type { Cell } from '#domain/observatory/cell.ts';
import type { CellFigures } from '#domain/observatory/figures.ts';
import { STANCES } from '#domain/pact/stance.ts';
import type { MeasureFigures } from '#publishing/spreadsheet/charter-columns.ts';
import { levelRows } from '../edition-lists.ts';
import type { Db } from '../storage/connection.ts';
import { cellFigures } from '../storage/observatory.ts';

/** Two queries; by measure, then by level, the measure as a whole first. */
export async function measureFigures(
  db: Db,
  { edition, cell, measure }: { readonly edition: Edition; readonly cell: Cell; readonly measure?: number },
): Promise<readonly MeasureFigures[]> {
  const figures = await cellFigures(db, cell);
  const levels = Map.groupBy(levelRows(edition), (row) => row.measure);
  return edition.measures
    .filter(({ number }) => measure === undefined || number === measure)
    .toSorted((one, other) => one.number - other.number)
    .flatMap(({ number, title }): readonly MeasureFigures[] => {
      const rows = levels.get(number) ?? [];
      const shared = { edition: edition.id, measure: number, title, theme: rows[0]?.theme ?? null };
      const { area, size, standing } = cell;
      const counted = { of: figures.pacts, countedAt: figures.asOf, area, size, standing };
      const of = (level: number) => stancesIn(figures, { item: `m${number}`, level });
      return [
        { ...shared, ...counted, level: null, text: '', stances: of(0), said: saidIn(figures, `m${number}`) },
        ...rows.flatMap(({ level, text }) =>
          level === null ? [] : [{ ...shared, ...counted, level, text, stances: of(level), said: null }],
        ),
      ];
    });
}

function stancesIn({ stances }: CellFigures, { item, level }: { readonly item: string; readonly level: number }) {
  const here = stances.filter((figure) => figure.item === item && figure.level === level);
  return byName(STANCES, (stance) => sum(here.filter((figure) => figure.stance === stance)));
}

function saidIn({ done }: CellFigures, item: string): NonNullable<MeasureFigures['said']> {
  return byName(VOICES, (voice) => {
    const here = done.filter((figure) => figure.item === item && figure.voice === voice);
    const during = here.filter(({ beforeMandate }) => !beforeMandate);
    return {
      looked: sum(here),
      byStatus: byName(ASSESSMENT_STATUSES, (status) => sum(during.filter((figure) => figure.status === status))),
      beforeMandate: sum(here.filter(({ beforeMandate }) => beforeMandate)),
    };
  });
}

function byName<Name extends string, Told>(names: readonly Name[], tell: (name: Name) => Told): Record<Name, Told> {
  // Each name once.
  return Object.fromEntries(names.map((name) => [name, tell(name)])) as Record<Name, Told>;
}

function sum(figures: readonly { readonly pacts: number }[]): number {
  return figures.reduce((total, { pacts }) => total + pacts, 0);
}
