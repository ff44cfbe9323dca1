/**
 * `npm run audit`: every kind of page, in Chromium, on the built site with its real data.
 *
 * Fails on any problem. `--write` keeps the table in docs/accessibility.md; `--only PATH` audits one address, `--kind
 * REGEXP` those kinds of page. `--origin ADDRESS --data FOLDER` audits a site that already runs on this machine.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, requireChromium } from '../bin/chromium.ts';
import { circumstances, withSection } from '../bench/performance-page.ts';
import { startSite } from '../tests/site.ts';
import { type Footprint, boundsOf, breaches } from './bounds.ts';
import { openDrafts } from './drafts.ts';
import { ecoGrade, ecoIndex } from './ecoindex.ts';
import { htmlProblems } from './html.ts';
import { makeOccasions } from './occasions.ts';
import { type Found, type Page, findPages, findPrivatePages, forgotten } from './pages.ts';
import { operate, signIn } from './signed-in.ts';
import { visit } from './visit.ts';

type Audited = { readonly page: Page; readonly footprint: Footprint; readonly problems: readonly string[] };

const REPORT = 'docs/accessibility.md';

const { values: wanted } = parseArgs({
  options: {
    write: { type: 'boolean' },
    only: { type: 'string' },
    origin: { type: 'string' },
    data: { type: 'string' },
    kind: { type: 'string' },
  },
});

const where = circumstances(new Date());
const browserPath = requireChromium();
const site = wanted.origin === undefined ? await startSite() : null;
const browser = await chromium.launch({ executablePath: browserPath, args: [...CHROMIUM_FLAGS] });
try {
  const origin = wanted.origin ?? site?.origin ?? '';
  const folder = wanted.data ?? site?.dataDirectory ?? '.data';
  const visitors = await signIn(origin, { folder });
  // What a night makes: the page of a copy of the public data.
  await operate(folder, ['dump', 'make']);
  const others = [...(await openDrafts(origin)), ...(await makeOccasions(origin, visitors))];
  const everybody = await findPages(origin, others);
  const found = [everybody];
  const known = kindsOf(found);
  for (const visitor of visitors) {
    found.push(await findPrivatePages(origin, visitor, { known, others: kindsOf(found), closed: everybody.closed }));
  }
  const met = kindsOf(found);
  const astray = [...found.flatMap(({ problems }) => problems), ...forgotten(met)];
  const pages = found
    .flatMap((some) => some.pages)
    .filter(({ address }) => wanted.only === undefined || address === wanted.only)
    .filter(({ kind }) => wanted.kind === undefined || new RegExp(wanted.kind).test(kind));
  for (const problem of astray) console.log(`NO  ${problem}`);
  const audited: Audited[] = [];
  for (const page of pages) {
    const result = await auditPage(browser, { origin, page });
    audited.push(result);
    console.log(line(result));
    for (const problem of result.problems) console.log(`    ${problem}`);
  }
  const problems = audited.reduce((sum, { problems: some }) => sum + some.length, astray.length);
  console.log(
    `\n${audited.length} pages of ${new Set(pages.map(({ kind }) => kind)).size} kinds, ${problems} problems.`,
  );
  if (wanted.write === true) write(audited, problems);
  process.exitCode = problems === 0 && audited.length > 0 ? 0 : 1;
} finally {
  await browser.close();
  await site?.stop();
}

function kindsOf(found: readonly Found[]): ReadonlySet<string> {
  return new Set(found.flatMap(({ pages }) => pages.map(({ kind }) => kind)));
}

async function auditPage(tabs: Browser, { origin, page }: { origin: string; page: Page }): Promise<Audited> {
  const bounds = boundsOf(page.kind);
  const { footprint, problems } = await visit(tabs, {
    address: origin + page.address,
    mayRunScripts: bounds.mayRunScripts,
    ...(page.visitor === undefined ? {} : { cookie: page.visitor.cookie }),
  });
  return {
    page,
    footprint,
    problems: [...problems, ...breaches(footprint, bounds), ...(await htmlProblems(page.html))],
  };
}

function line({ page, footprint, problems }: Audited): string {
  const score = ecoIndex(footprint);
  const figures = [
    `${(footprint.bytes / 1000).toFixed(1)} kB`.padStart(8),
    `${footprint.requests} req.`.padStart(7),
    `${footprint.elements} el.`.padStart(8),
    `${score.toFixed(0)} ${ecoGrade(score)}`.padStart(6),
  ];
  return `${problems.length === 0 ? 'ok ' : 'NO '} ${figures.join(' ')}  ${shown(page)}`;
}

/** The address of a draft or of an invitation opens it: it is not written down. Names of places and plans have no capital. */
function shown({ address, visitor }: Page): string {
  const path = address.replace(/\/(?=[\w-]*[A-Z])[\w-]{32,}(?=\/|$|\?)/, '/…');
  return visitor === undefined ? path : `${path} (${visitor.name})`;
}

function write(audited: readonly Audited[], problems: number): void {
  const rows = audited.map(({ page, footprint, problems: some }) => {
    const score = ecoIndex(footprint);
    const weight = (footprint.bytes / 1000).toFixed(1);
    const cells = [`\`${shown(page)}\``, `${weight} kB`, footprint.requests, footprint.elements];
    return `| ${[...cells, `${score.toFixed(0)} ${ecoGrade(score)}`, some.length].join(' | ')} |`;
  });
  const body = [
    `${where}. ${audited.length} pages, ${problems} problems.`,
    '',
    '| page | transferred | requests | elements | EcoIndex | problems |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
  writeFileSync(REPORT, withSection(readFileSync(REPORT, 'utf8'), { name: 'audit', body }));
}
