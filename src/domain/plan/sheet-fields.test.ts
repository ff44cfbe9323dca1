import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../shared/canonical-json.ts';
import { asBefore, fieldsOf, mergeFields, patched, patchOf, SHEET_FIELDS, type SheetField } from './sheet-fields.ts';
import { emptySheet } from './working-sheet.ts';

const start = { number: '1', axis: null, sheet: { ...emptySheet('Titre'), visibility: 'private' } } as const;

/** Changes of simple fields, in words that tell who wrote them. */
const TEXTS = SHEET_FIELDS.filter((field) => field.startsWith('text.'));
const writing = (who: string) =>
  fc.subarray(TEXTS).map((fields) => Object.fromEntries(fields.map((field) => [field, `${who} ${field}`])));

test('what two people write is kept, or both are told; nothing of either is lost', () => {
  fc.assert(
    fc.property(writing('une'), writing('autre'), (one, other) => {
      const base = fieldsOf(start);
      const current = { ...base, ...one };
      const { fields, both } = mergeFields({ base, current, wanted: { ...base, ...other } });
      for (const field of Object.keys(other) as SheetField[]) {
        const told = both.find((meanwhile) => meanwhile.field === field);
        if (field in one) expect(told).toEqual({ field, theirs: `une ${field}`, yours: `autre ${field}` });
        else expect(fields).toContain(field);
      }
      expect(fields.length + both.length).toBe(Object.keys(other).length);
    }),
  );
});

test('the same words written twice are no quarrel', () => {
  const base = fieldsOf(start);
  const same = { ...base, title: 'Le même' };
  expect(mergeFields({ base, current: same, wanted: same })).toEqual({ fields: [], both: [] });
});

test('what was before their eyes is found again from the history', () => {
  const current = { ...fieldsOf(start), title: 'C', priority: 'low' } as Readonly<Record<SheetField, Json>>;
  const changes = [{ title: { before: 'A' } }, { title: { before: 'B' }, priority: { before: null } }];
  expect(asBefore(current, changes)).toMatchObject({ title: 'A', priority: null, number: '1' });
});

test('a patch of one field leaves every other as it was, who may see it first of all', () => {
  for (const field of SHEET_FIELDS) {
    const patch = patchOf({ ...start, number: '2', axis: 7, sheet: emptySheet('Autre') }, [field]);
    const differs = SHEET_FIELDS.filter(
      (other) => JSON.stringify(fieldsOf(patched(start, patch))[other]) !== JSON.stringify(fieldsOf(start)[other]),
    );
    expect(differs.filter((other) => other !== field)).toEqual([]);
  }
});
