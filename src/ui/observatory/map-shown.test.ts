import { describe, expect, test } from 'vitest';
import { ANY_DAY } from '#domain/observatory/listed.ts';
import type { DepartmentFigure } from '#domain/observatory/figures.ts';
import { departmentLine, legendLine, valueCell } from '#ui/messages/observatory-map.fr.ts';
import { MAP_BOX, NEAR_BOX, SHAPES } from './map-shapes.ts';
import { mapShown } from './map-shown.ts';

const asked = {
  edition: 'pacte-transition-2020',
  area: { kind: 'country' },
  size: null,
  standing: null,
  theme: null,
  period: ANY_DAY,
} as const;

const department = (code: string, places: number, communes = 100): DepartmentFigure => ({
  code,
  name: `Département ${code}`,
  region: { code: '11', name: 'Région' },
  communes,
  pacts: places,
  places,
  assessed: 0,
  promised: 0,
});

const shown = (figures: readonly DepartmentFigure[]) => mapShown(figures, { figure: { kind: 'signed' }, asked });
const classes = (figures: readonly DepartmentFigure[]) => shown(figures).departments.map((one) => one.class);

describe('the outlines', () => {
  test('are those of the 96 départements of Europe, Corsica in two', () => {
    expect(SHAPES).toHaveLength(96);
    expect(new Set(SHAPES.map(({ code }) => code)).size).toBe(96);
    expect(SHAPES.map(({ code }) => code)).toEqual(expect.arrayContaining(['01', '2A', '2B', '75', '95']));
  });

  test('stay within the drawing once lightened', () => {
    const [, , width = 0, height = 0] = MAP_BOX.split(' ').map(Number);
    for (const { middle, path } of SHAPES) {
      expect(middle.x).toBeGreaterThan(0);
      expect(middle.x).toBeLessThan(width);
      expect(middle.y).toBeLessThan(height);
      expect(path).toMatch(/^(?:M\d+ \d+l[-\d ]+z)+$/);
    }
  });
});

test('the surroundings of Paris are drawn around it, whichever of them there is something to say of, or not at all', () => {
  const [left = 0, top = 0, width = 0, height = 0] = NEAR_BOX.split(' ').map(Number);
  const { near } = shown([department('94', 1), department('01', 1)]);
  expect(near.map((one) => one.department.code)).toEqual(['94']);
  for (const { middle } of near.map(({ shape }) => shape)) {
    expect(middle.x).toBeGreaterThan(left);
    expect(middle.x).toBeLessThan(left + width);
    expect(middle.y).toBeGreaterThan(top);
    expect(middle.y).toBeLessThan(top + height);
  }
  expect(shown([department('01', 1)]).near).toEqual([]);
});

test('those overseas, of which there is no outline, have a tile each', () => {
  const map = shown(['01', '971', '974', '976', '988'].map((code) => department(code, 1)));
  expect(map.drawn.map((one) => one.department.code)).toEqual(['01']);
  expect(map.tiles.map((one) => one.department.code)).toEqual(['971', '974', '976', '988']);
  expect(new Set(map.tiles.map(({ x, y }) => `${x} ${y}`)).size).toBe(4);
});

describe('the classes', () => {
  test('are quarters of those over zero; nothing and zero stand apart', () => {
    const figures = [
      department('01', 0),
      department('02', 0, 0),
      ...Array.from({ length: 8 }, (_, i) => department(String(10 + i), i + 1)),
    ];
    expect(classes(figures)).toEqual(['zero', 'none', 1, 1, 2, 2, 3, 3, 4, 4]);
  });

  test('leave out shares of fewer than ten, whatever they are', () => {
    const figures = [department('01', 1, 1), department('02', 0, 9), department('03', 1, 10), department('04', 9, 10)];
    expect(classes(figures)).toEqual(['few', 'few', 1, 4]);
    expect(shown(figures).legend.map((line) => `${line.class} ${line.range?.join('-') ?? ''}`)).toEqual([
      'few ',
      '1 0.1-0.1',
      '4 0.9-0.9',
    ]);
  });

  test('of the same value are the same', () => {
    expect(new Set(classes([department('01', 5), department('02', 5), department('03', 5)])).size).toBe(1);
  });

  test('say the share that the table and the title say, and no share is in two of them', () => {
    const signed = { kind: 'signed' } as const;
    // 0.95, 1.12, 1.14, 1.26, 1.34, 2.9 and 2.94 %, of départements as large as they are.
    const parts = [3, 5, 4, 4, 5, 9, 15].map((part, i) => [part, [315, 447, 351, 317, 373, 310, 510][i] ?? 1] as const);
    const { departments, legend } = shown(parts.map(([part, whole], i) => department(String(10 + i), part, whole)));
    const said = departments.map(({ value, class: one }) => ({ one, share: valueCell(value).replace(/^.* · /u, '') }));
    expect(said.map(({ share }) => share)).toEqual(
      ['1', '1,1', '1,1', '1,3', '1,3', '2,9', '2,9'].map((share) => `${share}\u00a0%`),
    );
    for (const { one, share } of said) {
      expect(new Set(said.filter((other) => other.share === share).map((other) => other.one))).toEqual(new Set([one]));
    }
    const bounds = legend.flatMap((line) => [...new Set(legendLine(line, signed).match(/[\d,]+\s%/gu))]);
    expect(bounds).toHaveLength(new Set(bounds).size);
    expect(said.map(({ share }) => share)).toEqual(expect.arrayContaining(bounds));
    for (const each of departments)
      expect(departmentLine(each, signed)).toContain(valueCell(each.value).replace(/^.* · /u, ''));
    // Hardly anybody is not nobody, nearly all are not all.
    expect(valueCell({ part: 1, whole: 3000 })).toMatch(/ 0,1\s%$/u);
    expect(valueCell({ part: 2999, whole: 3000 })).toMatch(/ 99,9\s%$/u);
  });

  test('of nobody are one', () => {
    expect(classes([department('01', 0), department('02', 0)])).toEqual(['zero', 'zero']);
  });

  test('are told with their bounds and how many stand in each', () => {
    const { legend } = shown([department('01', 0), department('02', 1), department('03', 2)]);
    expect(legend).toContainEqual({ class: 'zero', range: null, departments: 1 });
    expect(legend.reduce((sum, { departments }) => sum + departments, 0)).toBe(3);
  });
});
