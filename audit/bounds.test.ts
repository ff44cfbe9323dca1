import { expect, test } from 'vitest';
import { boundsOf, breaches } from './bounds.ts';

const light = { elements: 150, requests: 3, bytes: 12_000 };

test('a light page keeps every bound', () => {
  expect(breaches(light, boundsOf('/communes/:x'))).toEqual([]);
});

test('weight, requests and EcoIndex are each told', () => {
  const heavy = { elements: 3000, requests: 40, bytes: 900_000 };
  expect(breaches(heavy, boundsOf('/'))).toHaveLength(3);
});

test('30 kB is already too much for a reading page, not for the whole pact', () => {
  const page = { ...light, bytes: 30_000 };
  expect(breaches(page, boundsOf('/communes/:x'))).toHaveLength(1);
  expect(breaches(page, boundsOf('/pactes/:x'))).toEqual([]);
});

test('scripts are for the pages that one works in', () => {
  for (const kind of ['/lire', '/lire/:x/relecture', '404 /lire/:x']) expect(boundsOf(kind).mayRunScripts).toBe(true);
  expect(boundsOf('404 /:x').mayRunScripts).toBe(false);
  expect(boundsOf('/').mayRunScripts).toBe(false);
});
