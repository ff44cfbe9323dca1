/** The shape of data/charters/<id>.notes.yaml: what we note about the words of a charter. */
import * as v from 'valibot';
import { CHECK_LOOKS } from '#domain/charter/annotation.ts';
import { placed } from './note-schema.ts';
import { printedWords } from './printed-words.ts';
import { targetSchema } from './target-schema.ts';

const measureNumber = v.pipe(v.number(), v.integer(), v.minValue(1));
const status = v.picklist(['proposal', 'reviewed']);
const code = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Expected a code in small letters and hyphens'));

/** `- decision: Une délibération…`: one key, which says where to look; and `clauses: [2]` where it looks at these alone. */
const check = v.pipe(
  v.strictObject({
    ...v.entriesFromList(CHECK_LOOKS, v.optional(printedWords)),
    clauses: v.optional(v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.minLength(1))),
  }),
  v.check(
    (keys) => CHECK_LOOKS.filter((look) => keys[look] !== undefined).length === 1,
    `Expected one of ${CHECK_LOOKS.join(', ')}, and its words`,
  ),
);

export const notesSchema = v.strictObject({
  edition: code,
  status,
  note: printedWords,
  groupings: v.array(
    v.strictObject({
      id: code,
      title: printedWords,
      status,
      note: printedWords,
      themes: v.array(
        v.strictObject({ id: code, title: printedWords, measures: v.pipe(v.array(measureNumber), v.minLength(1)) }),
      ),
    }),
  ),
  legalMentions: v.array(v.strictObject({ ...placed, kind: v.picklist(['obligation', 'reference']) })),
  crossReferences: v.array(v.strictObject({ ...placed, measure: measureNumber })),
  gaps: v.array(v.strictObject({ ...placed, note: printedWords })),
  targets: v.array(targetSchema),
  /** Measure, level, checks. */
  checks: v.record(v.string(), v.record(v.string(), v.pipe(v.array(check), v.minLength(1), v.maxLength(3)))),
});

export type CharterNotes = v.InferOutput<typeof notesSchema>;
