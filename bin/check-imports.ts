/**
 * Checks the direction of imports (ARCHITECTURE.md): domain <- reading <- use-cases <- routes, cli, jobs.
 *
 * The cruiser passes silently over files that it cannot parse, so the files it saw are compared with the files on
 * disk: one that was not seen is a failure.
 */
import { cruise } from 'dependency-cruiser';
import { sourceFiles } from './source-files.ts';
import { IMPORT_RULES } from './import-rules.ts';

const ROOTS = ['src', 'bin', 'bench', 'audit', 'tests'];

const onDisk = sourceFiles().filter(
  (path) => ROOTS.includes(path.split('/')[0] ?? '') && /\.(ts|svelte)$/.test(path) && !path.endsWith('.d.ts'),
);
const { output } = await cruise(
  [...onDisk],
  {
    validate: true,
    ruleSet: { forbidden: [...IMPORT_RULES] },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6'],
  },
  {
    extensions: ['.ts', '.js', '.svelte', '.json'],
    exportsFields: ['exports'],
    conditionNames: ['types', 'import', 'node', 'default'],
  },
);
if (typeof output === 'string') throw new Error('The cruiser gave a text where a result was expected.');

const cruised = new Set(output.modules.map((module) => module.source));
const unseen = onDisk.filter((path) => !cruised.has(path));
const links = output.modules.reduce((sum, module) => sum + module.dependencies.length, 0);

for (const path of unseen) console.error(`${path}: on disk, but its imports were not read.`);
for (const { rule, from, to } of output.summary.violations) {
  console.error(`${rule.name}: ${from} -> ${to}`);
}
console.log(
  `Imports: ${String(onDisk.length - unseen.length)} of ${String(onDisk.length)} modules read, ${String(links)} imports, ` +
    `${String(output.summary.violations.length)} against the direction.`,
);
const isSound = onDisk.length > 0 && links > 0 && unseen.length === 0 && output.summary.violations.length === 0;
process.exitCode = isSound ? 0 : 1;
