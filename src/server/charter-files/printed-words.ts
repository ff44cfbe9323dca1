import * as v from 'valibot';

/** Words as a person would print them: not empty, no blank at either end, no line break, no double space. */
export const printedWords = v.pipe(
  v.string(),
  v.check(
    (words) => words !== '' && words === words.replace(/\s+/gu, ' ').trim(),
    'Expected words without stray blanks',
  ),
);
