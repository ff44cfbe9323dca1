import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Warning } from '#reading/contract.ts';
import { drawPdf } from '#reading/extract/testing/make-pdf.ts';
import { PNG } from '#reading/extract/testing/picture.ts';
import { expectNothingLost } from '#reading/testing/laws.ts';
import { readKnownFile, type FileToRead } from './read-known-file.ts';

const PACT = readFileSync('data/documents/pacte-signe-champigny-alternance-2020.txt', 'utf8');

async function warningsOf(
  file: FileToRead['file'],
  as: 'pact' | 'plan' | 'charter' = 'pact',
): Promise<readonly Warning[]> {
  const read = await readKnownFile(file, { as });
  if (!read.ok) throw new Error(read.refusal.kind);
  expectNothingLost(read.value.reading);
  return read.value.reading.warnings;
}

const html = (body: string): FileToRead['file'] => ({
  bytes: new TextEncoder().encode(`<!DOCTYPE html><meta charset="utf-8"><body>${body}`),
  filename: 'pacte.html',
});

test('pages of a PDF that are pictures are told to whoever reads it', async () => {
  const bytes = await drawPdf((pdf) => {
    pdf.font('Regular').fontSize(8).text(PACT.slice(0, 3000));
    pdf.addPage().image(PNG, 50, 50, { width: 400 });
  });
  const [first] = await warningsOf({ bytes, filename: 'pacte.pdf' });
  expect(first).toMatchObject({ code: 'pages-without-text', spans: [] });
  expect(first?.message).toMatch(/^La page \d+ n’a pas de texte/u);
});

test('words that somebody struck are told, before what the reader doubts', async () => {
  const struck = html(PACT.replace('1 – Se doter', '<s>1 – Se doter</s>').replaceAll('\n', '<br>'));
  const plain = html(PACT.replaceAll('\n', '<br>'));
  const [first] = await warningsOf(struck);
  expect(first).toMatchObject({ code: 'struck-text', spans: [] });
  expect(first?.message).toContain('« ~~ »');
  expect((await warningsOf(plain)).map(({ code }) => code)).not.toContain('struck-text');
});

test.each(['pact', 'plan', 'charter'] as const)('so they are when it is read as a %s', async (as) => {
  const file = html('<p>Notre commune s’engage.</p><p><s>Pas à ceci.</s></p>');
  expect((await warningsOf(file, as)).map(({ code }) => code)).toContain('struck-text');
});

test('a file without doubts gives the warnings of its reading and no other', async () => {
  const codes = (await warningsOf({ bytes: new TextEncoder().encode(PACT), filename: 'pacte.txt' })).map(
    ({ code }) => code,
  );
  expect(codes).toEqual(['clause-left-out']);
});
