/**
 * One page in Chromium, seen four ways: light and dark, 1,280 and 320 px wide (what 400 % of zoom gives on a screen of
 * 1,280). A page with scripts is seen once more when they do not come.
 *
 * Nothing is kept between two visits: the footprint is that of a first visit.
 */
import { setTimeout } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page as Tab } from '@playwright/test';
import type { Footprint } from './bounds.ts';

export type Visit = { readonly footprint: Footprint; readonly problems: readonly string[] };

type View = { readonly name: string; readonly width: number; readonly colours: 'light' | 'dark' };

/** 320 pixels are also a screen of 1,280 at 400 %. */
const FIRST: View = { name: 'light', width: 1280, colours: 'light' };
const VIEWS: readonly View[] = [
  FIRST,
  { name: 'dark', width: 1280, colours: 'dark' },
  { name: '320 px, dark', width: 320, colours: 'dark' },
  { name: '320 px', width: 320, colours: 'light' },
];
/** Scripts never arrive, as on a bad network. (With JavaScript off, axe could not look either.) */
const WITHOUT_SCRIPTS: View = { name: '320 px, without scripts', width: 320, colours: 'light' };
const HEIGHT = 900;

/** `mayRunScripts`: the page is one that one works in. `cookie`: of the person who visits; absent: nobody in particular. */
export type Visited = { readonly address: string; readonly mayRunScripts: boolean; readonly cookie?: string };

export async function visit(browser: Browser, visited: Visited): Promise<Visit> {
  const { address, mayRunScripts } = visited;
  const tab = await openTab(browser, { visited, view: FIRST });
  const traffic = await listen(tab);
  await tab.goto(address, { waitUntil: 'load' });
  await traffic.quiet();
  const footprint = { elements: await countElements(tab), requests: traffic.requests(), bytes: traffic.bytes() };
  const problems = [...traffic.strangers(address), ...(await structureProblems(tab))];
  if (!mayRunScripts && (await runsScripts(tab))) problems.push('runs JavaScript');
  // The same page made narrow, then dark, as when one turns a phone or the sun sets: it is asked for once.
  for (const view of VIEWS) problems.push(...(await problemsIn(tab, view)));
  problems.push(...traffic.refused());
  await tab.context().close();
  if (mayRunScripts) problems.push(...(await withoutScripts(browser, visited)));
  return { footprint, problems };
}

async function withoutScripts(browser: Browser, visited: Visited): Promise<readonly string[]> {
  const tab = await openTab(browser, { visited, view: WITHOUT_SCRIPTS });
  await tab.route(
    () => true,
    (route) => (route.request().resourceType() === 'script' ? route.abort() : route.continue()),
  );
  await tab.goto(visited.address, { waitUntil: 'load' });
  const problems = await problemsIn(tab, WITHOUT_SCRIPTS);
  await tab.context().close();
  return problems;
}

async function openTab(
  browser: Browser,
  { visited: { address, cookie }, view }: { readonly visited: Visited; readonly view: View },
): Promise<Tab> {
  const context = await browser.newContext({
    viewport: { width: view.width, height: HEIGHT },
    colorScheme: view.colours,
    locale: 'fr-FR',
    reducedMotion: 'reduce',
  });
  if (cookie !== undefined) await context.addCookies(cookiesIn(cookie, address));
  return await context.newPage();
}

async function problemsIn(tab: Tab, view: View): Promise<readonly string[]> {
  await tab.setViewportSize({ width: view.width, height: HEIGHT });
  await tab.emulateMedia({ colorScheme: view.colours });
  const problems = (await violations(tab)).map((violation) => `${view.name}: ${violation}`);
  return view.width === 320 && (await scrollsSideways(tab))
    ? [`${view.name}: scrolls sideways`, ...problems]
    : problems;
}

function cookiesIn(header: string, address: string) {
  return header.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: new URL(address).origin };
  });
}

/** Half a second without news is quiet. */
const QUIET_MILLISECONDS = 500;
const MOST_MILLISECONDS = 30_000;

/** Bytes on the wire, headers included, as Chromium counts them. */
async function listen(tab: Tab) {
  const addresses: string[] = [];
  const complaints: string[] = [];
  let bytes = 0;
  let latest = performance.now();
  // Without the streams of events, which stay open for as long as the page is looked at.
  const open = new Set<unknown>();
  const settled = (request: unknown): void => {
    open.delete(request);
    latest = performance.now();
  };
  tab.on('request', (request) => {
    latest = performance.now();
    if (request.resourceType() !== 'eventsource') open.add(request);
  });
  tab.on('requestfinished', settled);
  tab.on('requestfailed', settled);
  const session = await tab.context().newCDPSession(tab);
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('data:')) addresses.push(request.url);
  });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  tab.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  tab.on('pageerror', (error) => complaints.push(error.message));
  return {
    quiet: async () => {
      const begun = performance.now();
      while (open.size > 0 || performance.now() - latest < QUIET_MILLISECONDS) {
        if (performance.now() - begun > MOST_MILLISECONDS) throw new Error(`${tab.url()} goes on asking`);
        await setTimeout(50);
      }
    },
    requests: () => addresses.length,
    bytes: () => bytes,
    strangers: (address: string) =>
      addresses
        .filter((other) => new URL(other).origin !== new URL(address).origin)
        .map((other) => `asks elsewhere: ${other}`),
    // A page that is rightly missing logs its own 404.
    refused: () => complaints.filter((text) => !text.includes('status of 404')).map((text) => `console: ${text}`),
  };
}

/** Elements of the document, those inside an SVG left out, as EcoIndex counts. */
function countElements(tab: Tab): Promise<number> {
  return tab.evaluate(() => document.querySelectorAll('*').length - document.querySelectorAll('svg *').length);
}

function runsScripts(tab: Tab): Promise<boolean> {
  return tab.evaluate(() =>
    [...document.scripts].some((script) => script.type !== 'application/ld+json' && script.type !== 'application/json'),
  );
}

function scrollsSideways(tab: Tab): Promise<boolean> {
  return tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

function structureProblems(tab: Tab): Promise<string[]> {
  return tab.evaluate(() => {
    const problems: string[] = [];
    const count = (selector: string) => document.querySelectorAll(selector).length;
    if (count('h1') !== 1) problems.push(`${count('h1')} h1`);
    if (count('main') !== 1) problems.push(`${count('main')} main`);
    if (document.documentElement.lang !== 'fr') problems.push('language is not fr');
    if (document.title.trim() === '') problems.push('no title');
    if (count('meta[name="description"]') !== 1 && document.querySelector('meta[name="robots"]') === null) {
      problems.push('no description');
    }
    for (const hidden of document.querySelectorAll('a .vh, button .vh, h1 .vh, h2 .vh, h3 .vh, summary .vh')) {
      const before = hidden.previousSibling?.textContent ?? ' ';
      const words = hidden.textContent;
      if (/\S$/.test(before) && /^[^\s,]/.test(words)) problems.push(`read as one word: ${before.slice(-20)}${words}`);
    }
    const first = document.querySelector('body a');
    const target = first?.getAttribute('href') ?? '';
    const leads = target.startsWith('#') && document.getElementById(target.slice(1)) !== null;
    // Where nothing stands before the content (a card in a frame), there is nothing to skip.
    const begins = first === null || document.querySelector('main')?.contains(first) === true;
    if (!leads && !begins) problems.push('the first link does not skip to the content');
    return problems;
  });
}

async function violations(tab: Tab): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page: tab })
    .setLegacyMode(true)
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze();
  return found.map(({ id, nodes }) => `axe ${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}
