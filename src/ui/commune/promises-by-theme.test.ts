import { expect, test } from 'vitest';
import { countPromised, countTaken, promisesByTheme } from './promises-by-theme.ts';

const measures = [1, 2, 3].map((number) => ({ number, title: `Mesure ${number}` }));
const mark = (measure: number) => ({ measure, stance: 'accepted', amended: false, levels: [] }) as const;

test('two lists stand side by side on the measure both speak of', () => {
  const { themes } = promisesByTheme({ measures, themes: [{ title: 'Eau', measures: [1, 2] }], rest: 'Autres' }, [
    { id: 7, commitments: [mark(1), mark(2)] },
    { id: 8, commitments: [mark(1)] },
  ]);
  expect(themes[0]?.rows.map((row) => [row.number, row.said.map((said) => said.pact)])).toEqual([
    [1, [7, 8]],
    [2, [7]],
  ]);
});

test('a measure outside every theme is not lost, and one that nobody speaks of is listed apart', () => {
  const table = promisesByTheme({ measures, themes: [{ title: 'Eau', measures: [1] }], rest: 'Autres' }, [
    { id: 7, commitments: [mark(3)] },
  ]);
  expect(table.themes).toMatchObject([{ title: 'Autres', of: 2 }]);
  expect(table.unsaid.map((measure) => measure.number)).toEqual([1, 2]);
});

test('a measure that two lists take counts once, one that the second alone takes counts too', () => {
  const refused = { measure: 2, stance: 'refused', amended: false, levels: [] } as const;
  const { themes } = promisesByTheme({ measures, themes: [{ title: 'Eau', measures: [1, 2, 3] }], rest: '' }, [
    { id: 7, commitments: [mark(1), refused, { ...mark(3), stance: 'unknown' }] },
    { id: 8, commitments: [mark(1), mark(2)] },
  ]);
  expect(countPromised(themes[0]?.rows ?? [])).toBe(2);
});

test('only what is taken counts as promised', () => {
  const stances = ['accepted', 'partial', 'refused', 'delegated', 'unspecified', 'unknown'] as const;
  expect(countTaken(stances.map((stance) => ({ stance })))).toBe(2);
});
