import { expect, test } from 'vitest';
import { searchesFor } from './searches.ts';

test('a name is typed letter after letter, then with a slip, then by its postcode', () => {
  expect(searchesFor([{ name: 'Évry', postcode: '91000' }])).toEqual([
    'ev',
    'evr',
    'evry',
    'erVy'.toLowerCase(),
    '91000',
  ]);
});

test('a slip changes the word', () => {
  for (let turn = 0; turn < 9; turn++) {
    const communes = Array.from({ length: turn + 1 }, () => ({ name: 'Champigny', postcode: '94500' }));
    expect(searchesFor(communes).at(-2)).not.toBe('champigny');
  }
});
