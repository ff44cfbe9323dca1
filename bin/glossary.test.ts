import { expect, test } from 'vitest';
import { exportedTypes, glossaryTerms, unexplainedWords } from './glossary.ts';

const terms = glossaryTerms(
  '| code | écran |\n|---|---|\n| `municipality`, intercommunality | commune |\n| follow-up event | x |',
);

test('the terms are the expressions of the first column', () => {
  expect([...terms]).toEqual(['code', 'municipality', 'intercommunality', 'follow-up event']);
});

test('a type made of explained words is explained, in the plural too', () => {
  expect(unexplainedWords('MunicipalityCode', terms)).toEqual([]);
  expect(unexplainedWords('Municipalities', terms)).toEqual([]);
  expect(unexplainedWords('FollowUpEvent', terms)).toEqual([]);
});

test('a word without its line is named', () => {
  expect(unexplainedWords('MunicipalityPrefecture', terms)).toEqual(['prefecture']);
});

test('exported types are found, private ones are not', () => {
  expect(exportedTypes('export type Pact = 1;\ntype Hidden = 2;\nexport interface Level {}')).toEqual([
    'Pact',
    'Level',
  ]);
});
