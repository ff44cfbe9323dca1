import { expect, test } from 'vitest';
import { STANCES } from '#domain/pact/stance.ts';
import { pactTitle, promiseInWords } from './pact.fr.ts';

test('the title of a pact elides before the name of the list', () => {
  const title = (listName: string | null, leader: string | null) => pactTitle({ listName, leader });
  expect(title('Autrement', null)).toBe('Le pacte d’Autrement');
  expect(title('CHAMPIGNY ALTERNANCE', 'Ada Un')).toBe('Le pacte de CHAMPIGNY ALTERNANCE');
  expect(title(null, 'Ada Un')).toBe('Le pacte d’Ada Un');
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
