/** What every note on a clause starts with: where the clause is, and which of its words are meant. */
import * as v from 'valibot';
import { printedWords } from './printed-words.ts';

export const placed = {
  /** `15.3.3`: measure 15, level 3, clause 3. */
  at: v.pipe(v.string(), v.regex(/^\d{1,3}\.\d\.\d{1,2}$/, 'Expected measure.level.clause, such as 15.3.3')),
  quote: printedWords,
};
