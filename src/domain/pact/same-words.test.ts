import { expect, test } from 'vitest';
import { sameWords } from './same-words.ts';

test('are read the same whatever the shape of apostrophes, quotes, hyphens, dots and spaces', () => {
  expect(sameWords("l'eau", 'l’eau')).toBe(true);
  expect(sameWords('dit "oui" !', 'dit « oui »!')).toBe(true);
  expect(sameWords('un peu...  plus', ' un peu… plus')).toBe(true);
  expect(sameWords('10 %', '10\u00a0%')).toBe(true);
  expect(sameWords('moi-même', 'moi\u2011même')).toBe(true);
  expect(sameWords('co\u00adnstruire', 'construire')).toBe(true);
});
test('are others as soon as a letter, a figure, a sign or the end of a clause is another', () => {
  expect(sameWords("l'eau", 'l’air')).toBe(false);
  expect(sameWords('élus', 'elus')).toBe(false);
  expect(sameWords('10 %', '20 %')).toBe(false);
  expect(sameWords('oui ?', 'oui !')).toBe(false);
  expect(sameWords('une\nautre', 'une autre')).toBe(false);
  expect(sameWords('bienfait', 'bien fait')).toBe(false);
});
