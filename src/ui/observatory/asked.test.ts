import { expect, test } from 'vitest';
import { loadEditions } from '#server/charters.ts';
import { cellOf, observatoryAddress, observatoryAsked } from './asked.ts';

const editions = loadEditions();
const usual = editions.find(({ id }) => id === 'pacte-transition-2020') ?? editions[0];
if (usual === undefined) throw new Error('no edition');
const asked = (query: string) => observatoryAsked(new URLSearchParams(query), { editions, usual });

test('an address says again all that it was understood to say', () => {
  const query =
    'charte=pacte-transition-2020&territoire=d-2A&taille=500-a-1999&situation=opposition&theme=mobilites&depuis=2020-02-01&jusque=2020-03-15';
  expect(observatoryAddress('', asked(query))).toBe(`/observatoire?${query}`);
  expect(cellOf(asked(query))).toEqual({
    edition: 'pacte-transition-2020',
    area: { kind: 'department', code: '2A' },
    size: '500-to-1999',
    standing: 'opposition',
  });
});

test('what it says wrongly is as if it were not said', () => {
  const wrong = 'charte=aucune&territoire=d-<b>&taille=immense&situation=roi&theme=rien&depuis=2020-02-31&jusque=hier';
  expect(asked(wrong)).toEqual(asked(''));
});

test('another charter has other themes', () => {
  expect(asked('charte=coorace-2020&theme=mobilites').theme).toBeNull();
});
