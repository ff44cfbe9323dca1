import { expect, test } from 'vitest';
import type { ExtractRefusal, OtherFormat } from '#reading/extract/extracted.ts';
import { sayExtractRefusal } from './extract-refusals.fr.ts';
import { sayExtractWarning } from './extract-warnings.fr.ts';

const OTHERS: readonly OtherFormat[] = [
  ...(['image', 'rtf', 'pages', 'spreadsheet', 'presentation'] as const),
  ...(['epub', 'archive', 'audio-or-video', 'old-office', 'unknown'] as const),
];

const REFUSALS: readonly ExtractRefusal[] = [
  { kind: 'empty-file' },
  { kind: 'too-large', bytes: 200 * 1024 * 1024, limitInBytes: 20 * 1024 * 1024 },
  ...OTHERS.map((actual) => ({ kind: 'unsupported-type', actual }) as const),
  ...OTHERS.map((actual) => ({ kind: 'type-mismatch', declared: 'docx', actual }) as const),
  { kind: 'binary-content' },
  { kind: 'old-word-document' },
  { kind: 'encrypted-office' },
  { kind: 'encrypted-pdf' },
  { kind: 'scanned-pdf', pages: 1 },
  { kind: 'scanned-pdf', pages: 12 },
  { kind: 'no-text', format: 'pdf' },
  { kind: 'no-text', format: 'odt' },
  { kind: 'damaged-file', format: 'docx' },
  { kind: 'archive-too-big', limitInBytes: 48 * 1024 * 1024 },
  { kind: 'forbidden-xml' },
  { kind: 'too-many-pages', pages: 2_001, limit: 2_000 },
  { kind: 'too-much-text', limitInCharacters: 5_000_000 },
  { kind: 'not-french' },
];

test('each refusal says what happened and what to do, in sentences of its own', () => {
  const said = REFUSALS.map(sayExtractRefusal);
  expect(new Set(said).size).toBe(said.length);
  for (const sentence of said) {
    expect(sentence).toMatch(/^\p{Lu}.*\.$/su);
    expect(sentence).not.toMatch(/undefined|NaN|\[object|'/u);
  }
});

test('an image named .docx is called an image', () => {
  expect(sayExtractRefusal({ kind: 'type-mismatch', declared: 'docx', actual: 'image' })).toMatch(
    /annonce un document Word.*une image/su,
  );
});

test('a size is said in megabytes as people write them', () => {
  const said = sayExtractRefusal({ kind: 'too-large', bytes: 200 * 1024 * 1024, limitInBytes: 20 * 1024 * 1024 });
  expect(said.replaceAll(/\s/gu, ' ')).toContain('200 Mo, la limite est de 20 Mo');
});

test('a doubt says where to look', () => {
  expect(sayExtractWarning({ kind: 'pages-without-text', pages: [2, 5, 7] })).toContain('2, 5 et 7');
  expect(sayExtractWarning({ kind: 'pages-without-text', pages: [2] })).toContain('La page 2');
  expect(sayExtractWarning({ kind: 'unreadable-characters', count: 1 })).toContain('Un caractère');
  expect(sayExtractWarning({ kind: 'struck-text', count: 3 })).toContain('barrés');
});
