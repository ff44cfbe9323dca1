import { expect, test } from 'vitest';
import { readTerritorySource } from './territory-source.ts';

test('none of the 1,266 groupings has a name that begins in its middle or with letters, nor a slug that does', async () => {
  const { groupings } = await readTerritorySource();
  expect(groupings).toHaveLength(1_266);
  const odd = groupings.filter(
    ({ name, slug }) =>
      /^(?:CC|CA|CU|du|des?|d['’])(?!\p{L})/iu.test(name) ||
      /^\p{Ll}/u.test(name) ||
      /''|"| {2}|^\s|\s$/.test(name) ||
      /^(?:cc|ca|cu|du|des?|d)-/.test(slug),
  );
  expect(odd.map(({ name }) => name)).toEqual([]);
});

test('every commune that is no more leads to one of today, also when it left no name', async () => {
  const { municipalities, formerNames, merged } = await readTerritorySource();
  const codes = new Set(municipalities.map(({ code }) => code));
  expect(merged.filter(({ code, into }) => codes.has(code) || !codes.has(into))).toEqual([]);
  const named = new Set(formerNames.map(({ code }) => code));
  expect(merged.filter(({ code }) => !named.has(code)).length).toBeGreaterThan(1_000);
  expect(new Map(merged.map(({ code, into }) => [code, into])).get('01340')).toBe('01015');
});
