/**
 * Whether the words of the domain's code are explained in GLOSSARY.md.
 *
 * An exported type such as `MunicipalityCode` is explained when each of its words (municipality, code) stands in
 * the first column of the glossary, alone or in an expression, or is one of the plain words below.
 */

/** Words of programming and of everyday English that need no line of their own. */
const PLAIN = new Set(
  'a allowed an and any as at brand by code date day entry error field for found from group id in index input instant is item json key kind line list match name named near new no not of on one or option part range result rule set sorted sound state text title to value view with without word written'.split(
    ' ',
  ),
);

/** Words that the project promised to keep one meaning for, whether code uses them yet or not. */
export const PROMISED_WORDS = [
  'charter, edition',
  'principle',
  'measure',
  'level',
  'clause',
  'theme, grouping',
  'pact',
  'list',
  'stance',
  'observation',
  'local commitment',
  'negotiation, round',
  'signature',
  'collective',
  'municipality, intercommunality',
  'plan, axis, action',
  'action status',
  'lead, elected referent, partner, funder',
  'indicator, result, target',
  'evidence',
  'assessment',
  'review',
  'follow-up event',
  'resource, sheet',
  'experience',
  'follow-up committee',
  'journal',
].flatMap((line) => line.split(', '));

/** The expressions of the first column of every table of the glossary, in lower case. */
export function glossaryTerms(markdown: string): Set<string> {
  const terms = new Set<string>();
  for (const row of markdown.split('\n').filter((line) => line.startsWith('|') && !/^\|\s*-/.test(line))) {
    const firstCell = row.split('|')[1] ?? '';
    for (const term of firstCell.split(',')) {
      const word = term.replaceAll('`', '').trim().toLowerCase();
      if (word !== '') terms.add(word);
    }
  }
  return terms;
}

/** The names of the types that a TypeScript module exports. */
export function exportedTypes(source: string): string[] {
  return [...source.matchAll(/^export (?:declare )?(?:type|interface|class) ([A-Za-z0-9]+)/gm)].map(
    (match) => match[1] ?? '',
  );
}

/** The words of a type's name that no line of the glossary explains. */
export function unexplainedWords(typeName: string, terms: ReadonlySet<string>): string[] {
  const explained = new Set([...terms].flatMap((term) => term.split(/[\s-]+/)));
  return wordsOf(typeName).filter((word) => !isExplained(word, explained));
}

function isExplained(word: string, explained: ReadonlySet<string>): boolean {
  return [word, word.replace(/ies$/, 'y'), word.replace(/es$/, 'is'), word.replace(/s$/, '')].some(
    (form) => PLAIN.has(form) || explained.has(form),
  );
}

function wordsOf(typeName: string): string[] {
  return typeName
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(' ')
    .filter((word) => !/^\d*$/.test(word));
}
