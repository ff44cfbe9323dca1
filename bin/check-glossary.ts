/** Checks that GLOSSARY.md explains the words of src/domain. See bin/glossary.ts for what "explains" means. */
import { readFileSync } from 'node:fs';
import { PROMISED_WORDS, exportedTypes, glossaryTerms, unexplainedWords } from './glossary.ts';
import { sourceFiles } from './source-files.ts';

const terms = glossaryTerms(readFileSync('GLOSSARY.md', 'utf8'));
const problems = PROMISED_WORDS.filter((word) => !terms.has(word)).map(
  (word) => `GLOSSARY.md: "${word}" has lost its line.`,
);

const modules = sourceFiles().filter((path) => /^src\/domain\/.*\.ts$/.test(path) && !path.endsWith('.test.ts'));
let types = 0;
for (const path of modules) {
  for (const type of exportedTypes(readFileSync(path, 'utf8'))) {
    types += 1;
    const unexplained = unexplainedWords(type, terms);
    if (unexplained.length > 0) {
      problems.push(`${path}: ${type} uses ${unexplained.map((word) => `"${word}"`).join(', ')}, not in GLOSSARY.md.`);
    }
  }
}

for (const problem of problems) console.error(problem);
console.log(
  `Glossary: ${String(terms.size)} terms, ${String(types)} domain types, ${String(problems.length)} problems.`,
);
process.exitCode = problems.length === 0 && types > 0 ? 0 : 1;
