/** The shape of data/charters/<id>.yaml: the words of a charter and its rules. */
import * as v from 'valibot';

/** Words as a person would print them: no blank at either end, no line break, no double space. */
const text = v.pipe(
  v.string(),
  v.check(
    (value) => value !== '' && value === value.replace(/\s+/gu, ' ').trim(),
    'Expected words without stray blanks',
  ),
);
const list = <Item extends v.GenericSchema>(item: Item): v.ArraySchema<Item, undefined> => v.array(item);
const positive = v.pipe(v.number(), v.integer(), v.minValue(1));

const source = v.strictObject({ title: text, publisher: text, file: text, note: text });

const level = v.strictObject({
  level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)),
  label: v.optional(text),
  provenance: v.optional(v.strictObject({ kind: v.literal('signed-pact'), source, note: text })),
  leadIn: v.optional(text),
  clauses: v.pipe(list(text), v.minLength(1)),
});

const measure = v.strictObject({
  number: positive,
  title: text,
  introduction: v.optional(list(text)),
  levels: v.pipe(
    list(level),
    v.check((levels) => goesUp(levels.map((one) => one.level)), 'Expected levels that go up'),
  ),
});

export const wordsSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Expected a code such as pacte-transition-2020')),
  title: text,
  year: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200)),
  source,
  carriers: v.variant('kind', [
    v.strictObject({ kind: v.literal('collective-and-list') }),
    v.strictObject({ kind: v.literal('organisation-asks-candidates'), organisation: text }),
  ]),
  rules: v.strictObject({ minimumMeasures: v.nullable(positive), requiredPrinciples: list(v.string()) }),
  preamble: list(text),
  principles: list(
    v.strictObject({
      letter: v.pipe(v.string(), v.regex(/^[A-Z]$/, 'Expected one capital letter')),
      title: text,
      text,
    }),
  ),
  measures: v.pipe(
    list(measure),
    v.minLength(1),
    v.check((measures) => goesUp(measures.map((one) => one.number)), 'Expected numbers that go up, each once'),
  ),
});

export type CharterWords = v.InferOutput<typeof wordsSchema>;

function goesUp(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? number));
}
