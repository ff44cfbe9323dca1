/** The map: in which class each département stands, where it is drawn, and the same as lines of a table. */
import { scaleQuantile } from 'd3-scale';
import { isOfFew, valueOf, type MapFigure, type MapValue } from '#domain/observatory/map-figure.ts';
import type { DepartmentFigure } from '#domain/observatory/figures.ts';
import { observatoryAddress, type ObservatoryAsked } from './asked.ts';
import { NEAR_SHAPES, SHAPES, type Shape } from './map-shapes.ts';

/**
 * `none`: nothing to be a part of; `few`: too little of it for its share to be compared; `zero`; 1 to 4: a quarter of the départements
 * that are over zero.
 */
export type MapClass = 'none' | 'few' | 'zero' | 1 | 2 | 3 | 4;

export type Department = {
  readonly code: string;
  readonly name: string;
  readonly region: DepartmentFigure['region'];
  readonly value: MapValue;
  readonly class: MapClass;
  readonly href: string;
};

export type LegendLine = {
  readonly class: MapClass;
  /** The lowest and highest value that stands in it; null of the classes without a value. */
  readonly range: readonly [number, number] | null;
  readonly departments: number;
};

export type Tile = { readonly department: Department; readonly x: number; readonly y: number };

export type MapShown = {
  /** By code. */
  readonly departments: readonly Department[];
  readonly legend: readonly LegendLine[];
  readonly drawn: readonly { readonly department: Department; readonly shape: Shape }[];
  /** Paris and the three around it, drawn larger: nobody could point at them. */
  readonly near: readonly { readonly department: Department; readonly shape: Shape }[];
  /** Overseas: the same tile for each, with its name beside the map. */
  readonly tiles: readonly Tile[];
};

const AROUND_PARIS: readonly string[] = ['75', '92', '93', '94'];
const CLASSES = [1, 2, 3, 4] as const;
/** Wide enough for a number that is read on a phone: nothing else tells one tile from another. */
export const TILE = { width: 46, height: 30, gap: 6, columns: 7, top: 600, left: 8 } as const;

export function mapShown(
  figures: readonly DepartmentFigure[],
  { figure, asked }: { readonly figure: MapFigure; readonly asked: ObservatoryAsked },
): MapShown {
  const values = figures.map((row) => mapValue(row, figure));
  const over = values.flatMap((value) => {
    const known = valueOf(value);
    return known === null || known === 0 || isOfFew(value) ? [] : [known];
  });
  const classOf = scaleQuantile(over, [...CLASSES]);
  const departments = figures.map((row, index): Department => {
    const value = values[index] ?? { part: 0, whole: null };
    const known = valueOf(value);
    return {
      code: row.code,
      name: row.name,
      region: row.region,
      value,
      class: known === null ? 'none' : isOfFew(value) ? 'few' : known === 0 ? 'zero' : classOf(known),
      href: observatoryAddress(`/departements/${row.code}`, { ...asked, area: { kind: 'country' } }),
    };
  });
  const byCode = new Map(departments.map((department) => [department.code, department]));
  const drawn = (shapes: readonly Shape[]): MapShown['drawn'] =>
    shapes.flatMap((shape) => {
      const department = byCode.get(shape.code);
      return department === undefined ? [] : [{ department, shape }];
    });
  const drawnCodes = new Set(SHAPES.map(({ code }) => code));
  return {
    departments,
    legend: legendOf(departments),
    drawn: drawn(SHAPES),
    near: drawn(NEAR_SHAPES.filter(({ code }) => AROUND_PARIS.includes(code))),
    tiles: departments
      .filter(({ code }) => !drawnCodes.has(code))
      .map((department, index) => ({
        department,
        x: TILE.left + (index % TILE.columns) * (TILE.width + TILE.gap),
        y: TILE.top + Math.floor(index / TILE.columns) * (TILE.height + TILE.gap),
      })),
  };
}

export function mapValue(row: DepartmentFigure, figure: MapFigure): MapValue {
  switch (figure.kind) {
    case 'signed':
      return { part: row.places, whole: row.communes };
    case 'pacts':
      return { part: row.pacts, whole: null };
    case 'assessed':
      return { part: row.assessed, whole: row.places };
    case 'measure':
      return { part: row.promised, whole: row.pacts };
  }
}

function legendOf(departments: readonly Department[]): readonly LegendLine[] {
  return (['none', 'few', 'zero', ...CLASSES] as const).flatMap((one): LegendLine[] => {
    const inside = departments.filter((department) => department.class === one);
    if (inside.length === 0) return [];
    const values = inside.flatMap(({ value }) => valueOf(value) ?? []);
    const range = typeof one === 'number' ? ([Math.min(...values), Math.max(...values)] as const) : null;
    return [{ class: one, range, departments: inside.length }];
  });
}
