import { expect, test } from 'vitest';
import { askedAfter, pageAfter } from './page-after.ts';

const list = (...ids: readonly number[]) => ids.map((id) => ({ id }));
const ids = (of: { readonly shown: readonly { readonly id: number }[] }) => of.shown.map(({ id }) => id);

test('page after page shows each once, also when somebody adds to the beginning meanwhile', () => {
  const before = list(9, 7, 5, 3, 1);
  const first = pageAfter(before, { after: null, most: 2 });
  expect([ids(first), first.next, first.isFirst]).toEqual([[9, 7], 7, true]);
  const second = pageAfter(list(11, 10, ...before.map(({ id }) => id)), { after: first.next, most: 2 });
  expect([ids(second), second.next, second.isFirst]).toEqual([[5, 3], 3, false]);
  const last = pageAfter(before, { after: second.next, most: 2 });
  expect([ids(last), last.next]).toEqual([[1], null]);
});

test('a list that fits leads nowhere, and a number that is not there shows the beginning', () => {
  expect(pageAfter(list(2, 1), { after: null, most: 2 }).next).toBe(null);
  expect(ids(pageAfter(list(2, 1), { after: 99, most: 1 }))).toEqual([2]);
  expect(pageAfter([], { after: null })).toEqual({ shown: [], next: null, isFirst: true });
  expect(askedAfter(new URL('http://site.test/?apres=12'), 'apres')).toBe(12);
  expect(askedAfter(new URL('http://site.test/?apres=-1'), 'apres')).toBe(null);
});
