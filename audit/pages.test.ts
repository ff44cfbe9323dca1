import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'parse5';
import { linksOf } from './links.ts';
import { forgotten } from './pages.ts';
import { isFile, kindOf, NOT_AUDITED, pageKinds } from './routes.ts';

test.each([
  ['/', '/'],
  ['/communes?q=paris', '/communes'],
  ['/communes/94017-champigny-sur-marne', '/communes/:x'],
  ['/communes/2A004-ajaccio/mesures/12', '/communes/:x/mesures/:x'],
  ['/communes/94017-champigny-sur-marne/principes/A', '/communes/:x/principes/:x'],
  ['/communes/94017-champigny-sur-marne/comite', '/:x/:x/comite'],
  ['/methode', '/methode/:x'],
  ['/methode/2', '/methode/:x'],
  ['/plans/importer', '/plans/importer'],
  ['/plans/2-plan-velo/actions.csv', '/plans/:x/actions.csv'],
  ['/nulle-part', '/:x'],
  ['/chartes/pacte-transition-2020', '/chartes/:x'],
  ['/lire', '/lire'],
  [`/lire/${'Ab_-'.repeat(11).slice(1)}/relecture/commitment-13`, '/lire/:x/relecture/:x'],
  [`/lire/${'Ab_-'.repeat(11).slice(1)}/commune?q=94500`, '/lire/:x/commune'],
])('the kind of %s is %s', (address, kind) => {
  expect(kindOf(address)).toBe(kind);
});

test('only the links of this site are followed, once each, without fragments', () => {
  const html =
    '<a href="/a#b">1</a><a href="/a">2</a><a href="//else">3</a><a href="https://else">4</a><a href="#x">5</a>';
  expect(linksOf(parse(html))).toEqual(['/a']);
});

test('a file to take away is no page', () => {
  expect([isFile('/plans/2-plan-velo/actions.csv'), isFile('/plans/2-plan-velo/tableau')]).toEqual([true, false]);
});

test('each page that is not audited is one, and says why', () => {
  const kinds = pageKinds();
  expect(kinds.length).toBeGreaterThan(100);
  for (const [kind, why] of Object.entries(NOT_AUDITED)) {
    expect(kinds).toContain(kind);
    expect(why).not.toBe('');
  }
});

test('a page that is added and not met is told; so is one that is met though it is said not to be', () => {
  const met = new Set(pageKinds().filter((kind) => NOT_AUDITED[kind] === undefined));
  expect(forgotten(met)).toEqual([]);
  expect(forgotten(met, [...pageKinds(), '/une-page-de-plus'])).toEqual([
    'no page of the kind /une-page-de-plus was found',
  ]);
  const [excepted = ''] = Object.keys(NOT_AUDITED);
  expect(forgotten(new Set([...met, excepted]))).toEqual([
    `${excepted} is said not to be audited, and is met or is no page`,
  ]);
});

test('each fixed address that a page is written with leads somewhere', () => {
  const pages = globSync('src/**/*.svelte');
  const written = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/\shref="(\/[^"{}]*)"/g)].map(([, address = '']) => ({ page, address })),
  );
  expect(written.length).toBeGreaterThan(50);
  expect(written.filter(({ address }) => kindOf(address) === '/:x' && !existsSync(`static${address}`))).toEqual([]);
});
