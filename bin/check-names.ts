/** Checks that every file has a name that says what it is, and stays short. See bin/names.ts for the rules. */
import { readFileSync } from 'node:fs';
import { LONG_FILES, checkLength, checkName } from './names.ts';
import { sourceFiles } from './source-files.ts';

const files = sourceFiles();
const problems = files.flatMap((path) => checkName(path));
for (const path of files.filter((file) => /\.(ts|js|svelte|css)$/.test(file))) {
  problems.push(...checkLength(path, readFileSync(path, 'utf8').split('\n').length));
}
for (const path of Object.keys(LONG_FILES).filter((reviewed) => !files.includes(reviewed))) {
  problems.push(`${path}: listed as a reviewed long file, but it is not there any more.`);
}

for (const problem of problems) console.error(problem);
console.log(`Names: ${String(files.length)} files, ${String(problems.length)} problems.`);
process.exitCode = problems.length === 0 && files.length > 0 ? 0 : 1;
