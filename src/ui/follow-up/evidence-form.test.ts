import { expect, test } from 'vitest';
import { checkEvidence } from '#domain/follow-up/check-evidence.ts';
import { fromEvidence, NO_FIELDS, toEvidence } from './evidence-form.ts';

const TODAY = '2029-06-03';
const figure = (value: string, unit = '') =>
  toEvidence(
    { kind: 'figure', fields: { ...NO_FIELDS, title: 'Pistes cyclables', value, unit }, kept: null },
    { document: null, today: TODAY },
  );

test('a figure is read as French writes it, with its unit behind it or not', () => {
  expect(figure('12 500,5')).toMatchObject({ kind: 'figure', value: 12_500.5 });
  expect(figure('14,2 km', 'km')).toMatchObject({ value: 14.2, unit: 'km' });
});

test.each(['1.234', 'une vingtaine', '10 000 à 15 000', '', 'n.d.'])(
  '« %s » is not surely one number: refused',
  (typed) => {
    expect(checkEvidence([figure(typed)], TODAY)).toEqual({ kind: 'evidence-not-a-figure', which: 0 });
  },
);

test.each(['12 500,5', '-3', '0,1234', '14,2'])(
  '« %s » comes back in the form as a number of the same value',
  (typed) => {
    const item = figure(typed);
    const { fields } = fromEvidence(item, null);
    expect(figure(fields.value)).toEqual(item);
  },
);
