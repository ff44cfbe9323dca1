import { expect, test } from 'vitest';
import { STANCES } from '#domain/pact/stance.ts';
import { pactLede, pactTitle, promiseInWords, termWithSource } from './pact.fr.ts';

test('the title of a pact elides before the name of the list', () => {
  const title = (listName: string | null, leader: string | null) => pactTitle({ listName, leader });
  expect(title('Autrement', null)).toBe('Le pacte d’Autrement');
  expect(title('CHAMPIGNY ALTERNANCE', 'Ada Un')).toBe('Le pacte de CHAMPIGNY ALTERNANCE');
  expect(title(null, 'Ada Un')).toBe('Le pacte d’Ada Un');
  expect(title('conseil municipal de Bry', null)).toBe('Le pacte du conseil municipal de Bry');
  expect(title(null, null)).toBe('Le pacte d’un signataire non nommé');
});

test('levels of one stance agree with it in number', () => {
  const three = (stance: (typeof STANCES)[number]) => [1, 2, 3].map((level) => ({ level, stance }));
  expect(STANCES.map((stance) => promiseInWords(stance, three(stance)))).toEqual([
    'N1, N2 et N3 pris',
    'N1, N2 et N3 refusés',
    'N1, N2 et N3 pris en partie',
    'N1, N2 et N3 laissés à une autre collectivité',
    'N1, N2 et N3 non précisés',
    'N1, N2 et N3 inconnus',
  ]);
  expect(promiseInWords('partial', [{ level: 1, stance: 'refused' }])).toBe('N1 refusé');
});

test('a term that only the charter tells is said to come from it', () => {
  const term = { from: 2020, to: 2026 };
  expect(termWithSource({ term, signedOn: null }, 2020)).toBe('mandat 2020–2026, d’après la charte');
  expect(termWithSource({ term, signedOn: '2020-02-29' }, 2020)).toBe('mandat 2020–2026');
  const chosen = { term: { from: 2026, to: 2032 }, signedOn: null };
  expect(termWithSource(chosen, 2020)).toBe('mandat 2026–2032');
  expect(pactLede({ listName: 'Autrement', leader: null, term, signedOn: null }, 2020)).toBe(
    'Mandat 2020–2026, d’après la charte, signé à une date que le document ne dit pas.',
  );
});
