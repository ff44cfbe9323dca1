/** Law 6 on a whole pact: the same findings from TXT, HTML, DOCX, ODT and PDF. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Edition } from '#domain/charter/edition.ts';
import { summarisePact } from '#reading/cases/summary.ts';
import { extractText } from '#reading/extract/extract-text.ts';
import { makeDocx } from '#reading/extract/testing/make-docx.ts';
import { makeHtml } from '#reading/extract/testing/make-html.ts';
import { makeOdt } from '#reading/extract/testing/make-odt.ts';
import { makePdf } from '#reading/extract/testing/make-pdf.ts';
import { sourceDocument } from '#reading/extract/testing/source-document.ts';
import { editionById } from '#server/charters.ts';
import { readPact } from './read-pact.ts';

const edition = editionById('pacte-transition-2020') as Edition;
const file = join(import.meta.dirname, '../../../data/documents/pacte-signe-champigny-alternance-2020.txt');
const text = readFileSync(file, 'utf8');
const document = sourceDocument(text);

const makers: Readonly<Record<string, () => Promise<Uint8Array> | Uint8Array>> = {
  html: () => makeHtml(document),
  docx: () => makeDocx(document),
  odt: () => makeOdt(document),
  pdf: () => makePdf(document),
};

test.each(Object.entries(makers))('the pact of Champigny reads the same from %s', async (extension, make) => {
  const extracted = await extractText(await make(), { filename: `pacte.${extension}` });
  if (!extracted.ok) throw new Error(`not extracted: ${extracted.refusal.kind}`);
  expect(withoutLayout(extracted.value.text)).toEqual(withoutLayout(text));
});

/** Stances, wordings, changes and words; where lines break and which glyph opens them is layout. */
function withoutLayout(words: string): unknown {
  const { commitments, ...rest } = summarisePact(readPact(words, edition));
  const plain = (observation: string): string => observation.replace(/[\s•–-]+/gu, '').slice(0, 90);
  return {
    ...rest,
    unread: plain(rest.unread.join('')),
    commitments: commitments.map((commitment) => ({
      ...commitment,
      observations: commitment.observations?.map(plain),
    })),
  };
}
