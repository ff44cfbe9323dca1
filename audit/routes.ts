/**
 * The routes of this site that are pages, read from their folders: a page that is added is audited or the audit fails.
 *
 * A kind of page is its route with `:x` for what changes: `/communes/:x/mesures/:x`.
 */
import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const FOLDER = join(dirname(import.meta.dirname), 'src', 'routes');

type Route = { readonly kind: string; readonly pattern: RegExp };

const PAGES = routesWith('+page.svelte');
const FILES = routesWith('+server.ts');

/** Not visited, and why. The audit also fails when one of them is met after all. */
export const NOT_AUDITED: Readonly<Record<string, string>> = {
  '/collectifs/:x/priorites/:x/:x':
    'a ballot, proved by a mail while a vote is open: the one of the audit opens tomorrow',
  '/connexion/retour': 'where somebody comes back to from another site that signs people in; it shows only a refusal',
  '/echeances/:x': 'the end of a reminder, which only a job writes',
  '/equipe/elections/:x/fichier/:x': 'a file of results under import: tests/role-pages.test.ts',
  '/lire/en-cours/:x': 'the wait of a long reading, gone when the reading is: tests/reading-under-way.test.ts',
  '/negociations/:x/rejoindre': 'an invitation to a negotiation: both sides of the demonstration sit there already',
  '/pactes/:x/suivi/:x':
    'a promise of a grouping: in a municipality it leads to the thread, and no grouping of the demonstration signed',
  '/plans/:x/travail/modifier':
    'the answer to a form of the table; asked for by its address it leads back there: tests/plan-workshop-views.test.ts',
  '/questions/:x':
    'a question to a grouping, of which the municipalities of the demonstration have none: src/use-cases/campaign/put-question.test.ts',
  '/questions/:x/repondre': 'as /questions/:x',
  '/souhaits/:x': 'the end of a wish: tests/wish-page.test.ts',
  '/signer/:x': 'a text being signed: tests/signing-pages.test.ts',
  '/signer/:x/papier': 'as /signer/:x',
  '/signer/:x/papier/:x': 'as /signer/:x',
  '/textes/:x': 'as /signer/:x',
  '/textes/:x/contester': 'as /signer/:x',
  '/textes/:x/papier': 'as /signer/:x',
  '/textes/:x/papier/:x': 'as /signer/:x',
  '/textes/:x/signatures': 'as /signer/:x',
};

/** Every kind of page there is, sorted. */
export function pageKinds(): readonly string[] {
  return PAGES.map(({ kind }) => kind).sort();
}

/** The kind of an address of this site; `/:x`: no route answers it. */
export function kindOf(address: string): string {
  const path = pathOf(address);
  return (routeOf(PAGES, path) ?? routeOf(FILES, path))?.kind ?? '/:x';
}

/** Whether what answers there is a file to take away, not a page. */
export function isFile(address: string): boolean {
  const path = pathOf(address);
  return routeOf(PAGES, path) === undefined && routeOf(FILES, path) !== undefined;
}

function pathOf(address: string): string {
  return address.split(/[?#]/)[0] ?? '';
}

/** Of two that fit, the one that names more, as the site itself chooses. */
function routeOf(routes: readonly Route[], path: string): Route | undefined {
  return routes
    .filter(({ pattern }) => pattern.test(path))
    .toSorted((one, other) => changing(one) - changing(other) || other.kind.length - one.kind.length)[0];
}

function changing({ kind }: Route): number {
  return kind.split(':x').length;
}

function routesWith(file: string): readonly Route[] {
  return readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === file)
    .map(({ parentPath }) => routeIn(relative(FOLDER, parentPath)));
}

/** `chartes/[edition]`, `methode/[[version]]` (which may be absent), `(group)` (which is no part of the address). */
function routeIn(folder: string): Route {
  const segments = folder.split('/').filter((segment) => segment !== '' && !/^\(.*\)$/.test(segment));
  const kind = `/${segments.map((segment) => segment.replace(/\[\[?.*?\]\]?/g, ':x')).join('/')}`;
  const pattern = segments.map((segment) =>
    /^\[\[.*\]\]$/.test(segment)
      ? '(?:/[^/]+)?'
      : `/${segment
          .split(/\[.*?\]/)
          .map(escaped)
          .join('[^/]+')}`,
  );
  return { kind, pattern: new RegExp(`^${pattern.join('') || '/'}/?$`) };
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
