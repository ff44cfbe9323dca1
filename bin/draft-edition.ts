/**
 * Drafts the words of a new edition from the text of a charter: `node bin/draft-edition.ts CHARTER.txt > draft.yaml`.
 *
 * A draft: what the reader understood, to compare with the source line by line. data/README.md says what comes next.
 * A PDF or Word file goes through `npm run -s cli -- read FILE --json` first, whose `text` is what is read here.
 */
import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { draftEdition } from '../src/reading/charter/draft-edition.ts';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Usage: node bin/draft-edition.ts CHARTER.txt > draft.yaml');
  process.exitCode = 2;
} else {
  const head = [
    '# The words of the charter, frozen. What we note about them is in ID.notes.yaml.',
    'id: to-fill-in',
    'title: To fill in',
    'year: 2026',
    'source:',
    '  title: To fill in',
    '  publisher: To fill in',
    '  file: documents/to-fill-in.txt',
    '  note: To fill in.',
    'carriers:',
    '  kind: collective-and-list',
    'rules:',
    '  minimumMeasures: null',
    '  requiredPrinciples: []',
  ];
  const words = stringify(draftEdition(readFileSync(file, 'utf8')), { lineWidth: 0, singleQuote: true });
  process.stdout.write(`${head.join('\n')}\n${words}`);
}
