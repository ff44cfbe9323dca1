import { expect, test } from 'vitest';
import { plainText, slicePlain, sourceSpans } from './plain-text.ts';

const plain = (text: string) => plainText(text, { start: 0, end: text.length });

test.each([
  ['<b>Moyens humains,</b> <b>financiers</b>', 'Moyens humains, financiers'],
  ['<p>Un.</p> <p>Deux.</p>', 'Un.\nDeux.'],
  ['<ul style="list-style-type: none"> <li>&gt; Un</li> <li>&gt; Deux</li> </ul>', '> Un\n> Deux'],
  ['3 <sup>ème</sup> trimestre, 400m<sup>2</sup>', '3ème trimestre, 400m2'],
  ['***action transversale***', 'action transversale'],
  ['économie solidaire/*action transversale*', 'économie solidaire/action transversale'],
  ['médiation numérique *, DGA.  * <i>fiche action 4.1</i>', 'médiation numérique *, DGA. * fiche action 4.1'],
  ['moins de 3 < 4 & plus', 'moins de 3 < 4 & plus'],
  ['e\u0301te\u0301', 'été'],
  ['dé\u00adchets', 'déchets'],
])('%s', (text, expected) => {
  expect(plain(text).text).toBe(expected);
});

test('every character knows its place in the source', () => {
  const text = '<b>le</b> 3 <sup>mai</sup>';
  const read = plain(text);
  const at = read.text.indexOf('mai');
  expect(sourceSpans(read, at, at + 3)).toEqual([{ start: 17, end: 20 }]);
});

test('a slice leaves blanks at its ends out', () => {
  expect(slicePlain(plain('un  deux  trois'), 2, 8).text).toBe('deux');
});
