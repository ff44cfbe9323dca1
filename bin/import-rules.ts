/**
 * The direction of imports, as ARCHITECTURE.md draws it:
 *
 *     domain <- reading <- use-cases <- { routes, cli, jobs }      publishing: domain values -> files
 *     server/storage knows domain; nobody knows routes; use-cases receive their stores as arguments
 *
 * Run by bin/check-imports.ts, which also checks that every file was read. Tests may import from anywhere.
 */
import type { IRegularForbiddenRuleType as Rule } from 'dependency-cruiser';

const TEST = '[.]test[.]ts$|/testing/';
const ANY_SOURCE = { path: '^src/', pathNot: TEST };

export const IMPORT_RULES: readonly Rule[] = [
  {
    name: 'domain-is-pure',
    comment: 'No clock, no network, no database, no framework: the domain imports nothing from outside.',
    severity: 'error',
    from: { path: '^src/domain/', pathNot: TEST },
    to: { pathNot: '^src/domain/' },
  },
  room('reading', ['domain/', 'reading/']),
  room('use-cases', ['domain/', 'reading/', 'use-cases/']),
  // A printed page says what the page of the site says, in the same words.
  room('publishing', ['domain/', 'publishing/', 'ui/messages/', 'ui/typography[.]ts$']),
  // Storage may also know the files that stand directly in src/server: configuration, failures at start.
  room('server/storage', ['domain/', 'server/storage/', 'server/[^/]+[.]ts$']),
  // Sentences are written for refusals and warnings, whose kinds are declared where they arise.
  room('ui', [
    'domain/',
    'reading/(contract|warnings|read-text|extract/extracted|propose/confidence|candidates/candidate-lines|table/row-parser|sheet/workbook|plan-sheet/(import-choices|import-findings|compare-plan|propose-columns))[.]ts$',
    'use-cases/',
    'server/(config-problem|start-up-failure)[.]ts$',
    'ui/',
  ]),
  {
    name: 'nobody-knows-routes',
    comment: 'The URLs are the edge.',
    severity: 'error',
    from: { pathNot: '^(src/routes|tests)/' },
    to: { path: '^src/routes/' },
  },
  {
    name: 'nobody-knows-the-cli',
    comment: 'A command is the edge.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/cli/' },
    to: { path: '^src/cli/' },
  },
  {
    name: 'source-knows-no-tooling',
    comment: 'What is shipped never imports tests, benchmarks or scripts.',
    severity: 'error',
    from: ANY_SOURCE,
    to: { path: `^(tests|bench|bin|audit)/|${TEST}` },
  },
  {
    name: 'source-ships-with-its-dependencies',
    comment: 'What runs in production is a dependency, not a devDependency.',
    severity: 'error',
    from: ANY_SOURCE,
    to: {
      dependencyTypes: ['npm-dev'],
      dependencyTypesNot: ['type-only'],
      pathNot: 'node_modules/(@types|@sveltejs)/',
    },
  },
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one idea, or three.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'nothing-dangling',
    comment: 'A relative or # import leads somewhere. ($types and $app are made by SvelteKit.)',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, path: '^([.]{1,2}/|#)', pathNot: '[$]types' },
  },
];

/** A room of src/ may import from these places of src/ and from nowhere else in it. */
function room(name: string, allowed: readonly string[]): Rule {
  return {
    name: `${name.replace('/', '-')}-keeps-its-direction`,
    comment: `src/${name} may import from ${allowed.join(', ')} only.`,
    severity: 'error',
    from: { path: `^src/${name}/`, pathNot: TEST },
    to: { path: '^src/', pathNot: `^src/(${allowed.join('|')})` },
  };
}
