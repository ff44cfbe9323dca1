import { expect, test } from 'vitest';
import { parse } from 'parse5';
import { linksOf } from './links.ts';
import { kindOf } from './pages.ts';

test.each([
  ['/', '/'],
  ['/communes?q=paris', '/communes'],
  ['/communes/94017-champigny-sur-marne', '/communes/:x'],
  ['/communes/2A004-ajaccio/mesures/12', '/communes/:x/mesures/:x'],
  ['/communes/94017-champigny-sur-marne/principes/A', '/communes/:x/principes/:x'],
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
