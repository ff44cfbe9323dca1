/** The shape of data/charters/<id>.yaml: the words of a charter and its rules. */
import * as v from 'valibot';
import { printedWords } from './printed-words.ts';

const positive = v.pipe(v.number(), v.integer(), v.minValue(1));

const source = v.strictObject({ title: printedWords, publisher: printedWords, file: printedWords, note: printedWords });

const level = v.strictObject({
  level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)),
  label: v.exactOptional(printedWords),
  provenance: v.exactOptional(v.strictObject({ kind: v.literal('signed-pact'), source, note: printedWords })),
  leadIn: v.exactOptional(printedWords),
  clauses: v.pipe(v.array(printedWords), v.minLength(1)),
});

const measure = v.strictObject({
  number: positive,
  title: printedWords,
  introduction: v.exactOptional(v.array(printedWords)),
  levels: v.pipe(
    v.array(level),
    v.check((levels) => goesUp(levels.map((one) => one.level)), 'Expected levels that go up'),
  ),
});

export const wordsSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Expected a code such as pacte-transition-2020')),
  title: printedWords,
  year: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200)),
  source,
  carriers: v.variant('kind', [
    v.strictObject({ kind: v.literal('collective-and-list') }),
    v.strictObject({ kind: v.literal('organisation-asks-candidates'), organisation: printedWords }),
  ]),
  rules: v.strictObject({ minimumMeasures: v.nullable(positive), requiredPrinciples: v.array(v.string()) }),
  preamble: v.array(printedWords),
  principles: v.array(
    v.strictObject({
      letter: v.pipe(v.string(), v.regex(/^[A-Z]$/, 'Expected one capital letter')),
      title: printedWords,
      text: printedWords,
    }),
  ),
  measures: v.pipe(
    v.array(measure),
    v.minLength(1),
    v.check((measures) => goesUp(measures.map((one) => one.number)), 'Expected numbers that go up, each once'),
  ),
});

export type CharterWords = v.InferOutput<typeof wordsSchema>;

function goesUp(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? number));
}
