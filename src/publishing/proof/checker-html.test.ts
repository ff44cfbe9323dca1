import { createHash, randomBytes } from 'node:crypto';
import { createContext, Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { checkerHtml, checkerScript } from './checker-html.ts';
import { sha256Hex } from './checker/sha256.ts';

const WORDS = {
  place: 'L’Haÿ <b>',
  exportedAt: '1er juin 2026',
  site: 'https://parole.example',
  head: 'ab',
  certificate: 'cd',
  contents: [{ path: 'pactes/1/à lire.txt', label: 'texte & suite' }],
  notes: [],
};

test('our SHA-256 is that of everybody', () => {
  for (const length of [0, 1, 3, 55, 56, 63, 64, 65, 119, 120, 1000, 70_000]) {
    const bytes = randomBytes(length);
    expect(sha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
  expect(sha256Hex(Buffer.from('par'), Buffer.from('ole'))).toBe(sha256Hex(Buffer.from('parole')));
});

describe('the page that checks its folder', () => {
  test('asks nothing of any network: no address, no import, a policy that forbids them', () => {
    const html = checkerHtml(WORDS);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<(?:link|img|script src|iframe)|\bimport\b[^e]|fetch\(|XMLHttpRequest/);
  });
  test('shows names as words, never as markup', () => {
    const html = checkerHtml(WORDS);
    expect(html).toContain('L’Haÿ &lt;b&gt;');
    expect(html).toContain('href="pactes/1/%C3%A0%20lire.txt"');
    expect(html).toContain('texte &amp; suite');
  });
  test('is a script that runs as it stands', () => {
    const asked: string[] = [];
    const document = {
      querySelector: (name: string) => {
        asked.push(name);
        return null;
      },
    };
    new Script(checkerScript()).runInContext(createContext({ document }));
    expect(asked).toEqual(['#dossier', '#fichiers', '#resultat']);
  });
});
