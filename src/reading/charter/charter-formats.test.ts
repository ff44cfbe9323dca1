/** Law 6: the same charter gives the same findings from TXT, HTML, DOCX, ODT and PDF. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeDocx } from '../extract/testing/make-docx.ts';
import { makeHtml } from '../extract/testing/make-html.ts';
import { makeOdt } from '../extract/testing/make-odt.ts';
import { makePdf } from '../extract/testing/make-pdf.ts';
import { sourceDocument } from '../extract/testing/source-document.ts';
import { textOf } from '../extract/testing/text-of.ts';
import { readCharter } from './read-charter.ts';
import { difference, findings } from './testing/charter-difference.ts';
import { contentOf } from './testing/print-charter.ts';

const SOURCES = new URL('../../../data/documents/', import.meta.url);

/** A page breaks its lines after a slash, and nobody can tell whether a space stood there: spaces are no difference. */
const unspaced = (line: string): string => line.replaceAll('/ ', '/');

describe.for(['pacte-transition-2020.txt', 'coorace-10-propositions-2020.txt'])('%s', (file) => {
  const text = readFileSync(new URL(file, SOURCES), 'utf8');
  const source = sourceDocument(text);
  const expected = findings(contentOf(readCharter(text))).map(unspaced);
  const found = async (bytes: Uint8Array, filename: string): Promise<readonly string[]> =>
    findings(contentOf(readCharter(await textOf(bytes, filename)))).map(unspaced);
  const same = { invented: [], missed: [] };

  test('from HTML', async () => expect(difference(await found(makeHtml(source), 'a.html'), expected)).toEqual(same));
  test('from DOCX', async () =>
    expect(difference(await found(await makeDocx(source), 'a.docx'), expected)).toEqual(same));
  test('from ODT', async () => expect(difference(await found(makeOdt(source), 'a.odt'), expected)).toEqual(same));
  test('from PDF', async () => expect(difference(await found(await makePdf(source), 'a.pdf'), expected)).toEqual(same));
  test('from a justified PDF with headers and page numbers', async () => {
    const bytes = await makePdf(source, { align: 'justify', header: 'Élections municipales', pageNumbers: true });
    expect(difference(await found(bytes, 'a.pdf'), expected)).toEqual(same);
  });
});
