/**
 * The habits of names and sizes (CONTRIBUTING.md), as rules that a machine can apply.
 *
 * French names are allowed in src/routes alone: there they are the interface.
 */

/** Longest file that needs no review, in lines. Past it, look for the second idea. */
export const LINES_LIMIT = 300;

/** The same for lists: of cases in a test, of rules in a stylesheet. */
export const LIST_LINES_LIMIT = 500;

const LIST = /[.]test[.]ts$|[.]css$|\/testing\//;

/** Files that may be longer, each with the reason someone gave. Keep this list short. */
export const LONG_FILES: Readonly<Record<string, string>> = {};

const VAGUE = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'manager', 'misc', 'index']);

/** Names that a tool or a habit of the whole world imposes. */
const IMPOSED = /^(README|ARCHITECTURE|GLOSSARY|CONTRIBUTING|CHANGELOG|SCORES|LICENSE)(\.md)?$|^\..+/;

/** SvelteKit's own file names (`+page.svelte`) and folders of routes (`[code]-[slug]`, `(public)`, `sitemap.xml`). */
const ROUTE_FILE = /^\+(page|layout|error|server)(@[a-z-]*)?(\.server)?\.(ts|svelte)$/;
const ROUTE_FOLDER = /^(\(?[a-z0-9]+([-.=[\]a-z0-9]|[A-Z])*\)?|\[.+\].*)$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A component is called by its file's name, and Svelte wants a capital there. */
const COMPONENT = /^([A-Z][a-z0-9]*)+[.]svelte$/;

/** The problems of one path, as sentences; empty when all is well. */
export function checkName(path: string): string[] {
  if (/[^\x20-\x7e]/.test(path)) return [`${path}: a name in ASCII travels everywhere.`];
  const segments = path.split('/');
  const file = segments.at(-1) ?? '';
  const folders = segments.slice(0, -1);
  const isRoute = path.startsWith('src/routes/');
  const problems: string[] = [];

  for (const folder of folders) {
    const fits = KEBAB.test(folder) || IMPOSED.test(folder) || (isRoute && ROUTE_FOLDER.test(folder));
    if (!fits) problems.push(`${path}: the folder "${folder}" is not in kebab-case.`);
    if (VAGUE.has(folder)) problems.push(`${path}: "${folder}" says nothing. If there is no name, there is no file.`);
  }
  if (isSourceDocument(path) || IMPOSED.test(file) || COMPONENT.test(file)) return problems;
  if (isRoute && ROUTE_FILE.test(file)) return problems;

  const stem = file.split('.')[0] ?? '';
  if (!file.split('.').every((part) => KEBAB.test(part))) problems.push(`${path}: not in kebab-case.`);
  if (VAGUE.has(stem)) problems.push(`${path}: "${stem}" says nothing. If there is no name, there is no file.`);
  return problems;
}

/** The problems of a file's length, in lines. */
export function checkLength(path: string, lines: number): string[] {
  const limit = LIST.test(path) ? LIST_LINES_LIMIT : LINES_LIMIT;
  if (lines <= limit || isSourceDocument(path) || path in LONG_FILES) return [];
  return [`${path}: ${lines} lines, more than ${limit}. Look for the second idea.`];
}

/** Documents keep the names and the length they came with. */
function isSourceDocument(path: string): boolean {
  return /(^|\/)(cases|seeds|fixtures)\//.test(path) && !path.endsWith('.ts');
}
