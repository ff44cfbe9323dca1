import { expect, test } from 'vitest';
import { minutesTyped, minutesWords, typedMinutes } from './minutes-form.ts';

function form(...fields: readonly (readonly [string, string])[]): FormData {
  const given = new FormData();
  for (const [name, value] of fields) given.append(name, value);
  return given;
}

test('several decisions are each about several promises, and come back whole to be corrected', () => {
  const typed = typedMinutes(
    form(
      ...(['0', '1', '2'] as const).map((row) => ['row', row] as const),
      ['text', 'Le tracé'],
      ['words-0', 'Chiffrer la piste'],
      ['item-0', 'm15'],
      ['item-0', 'm16'],
      ['item-0', 'l4'],
      ['words-1', 'Réunir les écoles'],
      ['item-1', 'm3'],
      ['dueOn-1', '2027-01-31'],
    ),
  );
  const minutes = minutesWords(typed);
  expect(minutes.decisions.slice(0, 2)).toEqual([
    { words: 'Chiffrer la piste', who: '', items: ['m15', 'm16', 'l4'], dueOn: null },
    { words: 'Réunir les écoles', who: '', items: ['m3'], dueOn: '2027-01-31' },
  ]);
  const again = minutesTyped(minutes);
  expect(again.decisions.slice(0, 2)).toEqual(typed.decisions.slice(0, 2));
  // Rows that hold nothing are offered, never written.
  expect(again.decisions.slice(2)).toEqual(
    Array.from({ length: 3 }, () => ({ words: '', who: '', items: [], dueOn: '' })),
  );
});
