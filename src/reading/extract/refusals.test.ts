/** Bad input: each kind of refusal has its document. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { extractText } from './extract-text.ts';
import { MAX_FILE_BYTES } from './extracted.ts';
import { makeOdtFrom } from './testing/make-odt.ts';
import { drawPdf } from './testing/make-pdf.ts';
import { makeRawDocx, wp } from './testing/make-raw-docx.ts';
import { PNG } from './testing/picture.ts';
import { extracted, refusalOf, textOf } from './testing/text-of.ts';

const DOCX = makeRawDocx({ body: wp('Pacte') });
const ODT = makeOdtFrom({ body: '<text:p>Pacte</text:p>' });

function ole(stream: string): Uint8Array {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(600),
  ]);
}

describe('size', () => {
  test('an empty file', async () => {
    expect(await refusalOf(new Uint8Array(), { filename: 'a.pdf' })).toEqual({ kind: 'empty-file' });
  });

  test('a file of 200 MB, before anything is parsed', async () => {
    const bytes = new Uint8Array(200 * 1024 * 1024);
    expect(await refusalOf(bytes, { filename: 'a.pdf' })).toEqual({
      kind: 'too-large',
      bytes: bytes.byteLength,
      limitInBytes: MAX_FILE_BYTES,
    });
  });

  test('five million characters are read, more are not', async () => {
    const text = new TextEncoder().encode('a'.repeat(5_000_001));
    expect((await extractText(text.subarray(1), { filename: 'a.txt' })).ok).toBe(true);
    expect(await refusalOf(text, { filename: 'a.txt' })).toEqual({
      kind: 'too-much-text',
      limitInCharacters: 5_000_000,
    });
  });

  test('a document of blanks', async () => {
    expect(await refusalOf(new TextEncoder().encode(' \n\t\n'), { filename: 'a.txt' })).toEqual({
      kind: 'no-text',
      format: 'txt',
    });
    expect(await refusalOf(makeRawDocx({ body: wp(' ') }), { filename: 'a.docx' })).toEqual({
      kind: 'no-text',
      format: 'docx',
    });
  });
});

describe('type', () => {
  test('an image named .docx is said to be an image', async () => {
    expect(await refusalOf(PNG, { filename: 'pacte.docx' })).toEqual({
      kind: 'type-mismatch',
      declared: 'docx',
      actual: 'image',
    });
  });

  test('an image under its own name', async () => {
    expect(await refusalOf(PNG, { filename: 'pacte.png' })).toEqual({ kind: 'unsupported-type', actual: 'image' });
    expect(await refusalOf(PNG, {})).toEqual({ kind: 'unsupported-type', actual: 'image' });
  });

  test('formats that we read, under the name of another', async () => {
    expect(await refusalOf(ODT, { filename: 'pacte.docx' })).toEqual({
      kind: 'type-mismatch',
      declared: 'docx',
      actual: 'odt',
    });
    expect(await refusalOf(DOCX, { filename: 'pacte.pdf' })).toEqual({
      kind: 'type-mismatch',
      declared: 'pdf',
      actual: 'docx',
    });
    expect(await refusalOf(DOCX, { mediaType: 'application/pdf' })).toEqual({
      kind: 'type-mismatch',
      declared: 'pdf',
      actual: 'docx',
    });
    expect(await refusalOf(strToU8('%PDF-1.7'), { filename: 'a.txt' })).toEqual({
      kind: 'type-mismatch',
      declared: 'txt',
      actual: 'pdf',
    });
  });

  test('formats that we read, without a name or with capitals', async () => {
    expect((await extracted(DOCX, {})).format).toBe('docx');
    expect((await extracted(ODT, { mediaType: 'application/octet-stream' })).format).toBe('odt');
    expect((await extracted(DOCX, { filename: 'PACTE.SIGNÉ.DOCX' })).format).toBe('docx');
    expect((await extracted(strToU8('<!DOCTYPE html><p>a'), {})).format).toBe('html');
  });

  test('the source of a page saved as text stays text, tags and all', async () => {
    const source = '<html><b>AXE 1</b>\tRenforcer</html>';
    expect(await textOf(strToU8(source), 'plan.txt')).toBe(source);
  });

  test('other office formats, each by its name', async () => {
    const office = (folder: string): Uint8Array =>
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), [`${folder}/x.xml`]: strToU8('<x/>') });
    const open = (kind: string): Uint8Array =>
      zipSync({ mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }] });
    const cases: readonly (readonly [Uint8Array, string, string])[] = [
      [strToU8('{\\rtf1\\ansi Pacte}'), 'a.rtf', 'rtf'],
      [office('xl'), 'a.xlsx', 'spreadsheet'],
      [open('spreadsheet'), 'a.ods', 'spreadsheet'],
      [office('ppt'), 'a.pptx', 'presentation'],
      [open('presentation'), 'a.odp', 'presentation'],
      [zipSync({ 'Index/Document.iwa': strToU8('x') }), 'a.pages', 'pages'],
      [zipSync({ mimetype: [strToU8('application/epub+zip'), { level: 0 }] }), 'a.epub', 'epub'],
      [zipSync({ 'pacte.txt': strToU8('x') }), 'a.zip', 'archive'],
      [ole('Workbook'), 'a.xls', 'spreadsheet'],
      [strToU8('ID3\u0003music'), 'a.mp3', 'audio-or-video'],
    ];
    for (const [bytes, filename, actual] of cases) {
      expect(await refusalOf(bytes, { filename }), filename).toEqual({ kind: 'unsupported-type', actual });
    }
  });

  test('an old Word document, even under the new name', async () => {
    expect(await refusalOf(ole('WordDocument'), { filename: 'a.doc' })).toEqual({ kind: 'old-word-document' });
    expect(await refusalOf(ole('WordDocument'), { filename: 'a.docx' })).toEqual({ kind: 'old-word-document' });
  });

  test('data named as text', async () => {
    const bytes = Buffer.from('7f454c460201010000000000000000000300', 'hex');
    expect(await refusalOf(bytes, { filename: 'pacte.txt' })).toEqual({ kind: 'binary-content' });
    expect(await refusalOf(bytes, {})).toEqual({ kind: 'unsupported-type', actual: 'unknown' });
  });
});

describe('locked', () => {
  test('a Word document with a password', async () => {
    expect(await refusalOf(ole('EncryptedPackage'), { filename: 'a.docx' })).toEqual({ kind: 'encrypted-office' });
  });

  test('an OpenDocument with a password', async () => {
    const parts = unzipSync(ODT);
    const manifest = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`;
    const locked = zipSync({
      ...parts,
      'META-INF/manifest.xml': strToU8(manifest),
      'content.xml': strToU8('\u0001\u0002'),
    });
    expect(await refusalOf(locked, { filename: 'a.odt' })).toEqual({ kind: 'encrypted-office' });
  });

  test('a PDF with a password', async () => {
    const bytes = await drawPdf((pdf) => pdf.text('Pacte'), { userPassword: 'secret' });
    expect(await refusalOf(bytes, { filename: 'a.pdf' })).toEqual({ kind: 'encrypted-pdf' });
  });
});

describe('damaged', () => {
  test('a zip cut in the middle', async () => {
    for (const [bytes, format] of [
      [DOCX, 'docx'],
      [ODT, 'odt'],
    ] as const) {
      expect(await refusalOf(bytes.subarray(0, bytes.length / 2), { filename: `a.${format}` })).toEqual({
        kind: 'damaged-file',
        format,
      });
    }
  });

  test('a part whose bytes changed on the way', async () => {
    const changed = Uint8Array.from(ODT);
    const at = Buffer.from(changed).indexOf('content.xml') + 'content.xml'.length + 40;
    changed[at] = (changed[at] ?? 0) ^ 0xff;
    expect(await refusalOf(changed, { filename: 'a.odt' })).toEqual({ kind: 'damaged-file', format: 'odt' });
  });

  test('XML that is not well formed', async () => {
    expect(await refusalOf(makeRawDocx({ body: '<w:p>' }), { filename: 'a.docx' })).toEqual({
      kind: 'damaged-file',
      format: 'docx',
    });
  });

  test('a PDF without its structure', async () => {
    expect(await refusalOf(strToU8('%PDF-1.7\nnothing more'), { filename: 'a.pdf' })).toEqual({
      kind: 'damaged-file',
      format: 'pdf',
    });
    expect(await refusalOf(strToU8('not at all \u0000\u0001'), { filename: 'a.pdf' })).toEqual({
      kind: 'damaged-file',
      format: 'pdf',
    });
  });
});

describe('hostile archives', () => {
  test('a part that grows without end is stopped while it flows', async () => {
    const bomb = makeRawDocx({ body: '', more: { 'word/document.xml': new Uint8Array(60 * 1024 * 1024) } });
    expect(bomb.byteLength).toBeLessThan(200_000);
    expect((await refusalOf(bomb, { filename: 'a.docx' })).kind).toBe('archive-too-big');
  });

  test('so is one that declares a small size', async () => {
    const bomb = Uint8Array.from(
      makeRawDocx({ body: '', more: { 'word/document.xml': new Uint8Array(60 * 1024 * 1024) } }),
    );
    const view = Buffer.from(bomb.buffer);
    const declared = Buffer.alloc(4);
    declared.writeUInt32LE(60 * 1024 * 1024);
    for (let at = view.indexOf(declared); at >= 0; at = view.indexOf(declared)) view.writeUInt32LE(100, at);
    expect((await refusalOf(bomb, { filename: 'a.docx' })).kind).toBe('archive-too-big');
  });

  test('many parts that are each small enough are counted together', async () => {
    const part = strToU8(
      `<w:x xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${' '.repeat(25 * 1024 * 1024)}</w:x>`,
    );
    const stored: [Uint8Array, { level: 0 }] = [part, { level: 0 }];
    const parts = { body: wp('Pacte'), styles: '', numbering: '' };
    const one = makeRawDocx({ ...parts, more: { 'word/styles.xml': stored } });
    const two = makeRawDocx({ ...parts, more: { 'word/styles.xml': stored, 'word/numbering.xml': stored } });
    expect((await extracted(one, { filename: 'a.docx', limitInBytes: 1e9 })).text).toBe('Pacte\n');
    expect((await refusalOf(two, { filename: 'a.docx', limitInBytes: 1e9 })).kind).toBe('archive-too-big');
  });

  test('a bomb among the pictures is never opened', async () => {
    const bytes = makeRawDocx({
      body: wp('Pacte'),
      more: { 'word/media/image1.png': new Uint8Array(60 * 1024 * 1024) },
    });
    expect(await textOf(bytes, 'a.docx')).toBe('Pacte\n');
  });

  test('too many entries', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`word/${at}`, new Uint8Array()]));
    expect((await refusalOf(makeRawDocx({ body: wp('Pacte'), more: many }), { filename: 'a.docx' })).kind).toBe(
      'archive-too-big',
    );
  });

  test('names that leave the archive are ignored', async () => {
    const bytes = makeRawDocx({
      body: wp('Pacte'),
      more: {
        '../../etc/passwd': strToU8('x'),
        '/absolute': strToU8('x'),
        'word/../../up.xml': strToU8('x'),
        'C:/x': strToU8('x'),
      },
    });
    expect(await textOf(bytes, 'a.docx')).toBe('Pacte\n');
  });
});

describe('hostile XML', () => {
  test('a document type is refused before any entity is declared', async () => {
    const prolog = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    expect(await refusalOf(makeRawDocx({ prolog, body: wp('&b;') }), { filename: 'a.docx' })).toEqual({
      kind: 'forbidden-xml',
    });
  });

  test('an outside entity is never fetched', async () => {
    const content = `<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]><x>&file;</x>`;
    const bytes = zipSync({ ...unzipSync(ODT), 'content.xml': strToU8(content) });
    expect(await refusalOf(bytes, { filename: 'a.odt' })).toEqual({ kind: 'forbidden-xml' });
  });

  test('a tree ten thousand deep', async () => {
    const body = `${'<w:sdt>'.repeat(10_000)}${'</w:sdt>'.repeat(10_000)}`;
    expect((await refusalOf(makeRawDocx({ body }), { filename: 'a.docx' })).kind).toBe('damaged-file');
  });
});

describe('PDF without text', () => {
  test('a scanned one says so', async () => {
    const bytes = await drawPdf((pdf) => {
      pdf.image(PNG, 50, 50, { width: 400 });
      pdf.addPage().image(PNG, 50, 50, { width: 400 });
    });
    expect(await refusalOf(bytes, { filename: 'a.pdf' })).toEqual({ kind: 'scanned-pdf', pages: 2 });
  });

  test('a scanned one with the same stamp on every page too', async () => {
    const bytes = await drawPdf((pdf) => {
      for (let page = 1; page <= 3; page += 1) {
        if (page > 1) pdf.addPage();
        pdf.image(PNG, 50, 100, { width: 400 });
        pdf.text(`Accusé de réception en préfecture 094-2194 page ${page}`, 60, 65, { lineBreak: false });
      }
    });
    expect(await refusalOf(bytes, { filename: 'a.pdf' })).toEqual({ kind: 'scanned-pdf', pages: 3 });
  });

  test('one that is scanned in part is read, and says which pages are not', async () => {
    const bytes = await drawPdf((pdf) => {
      pdf.text('Pacte signé');
      pdf.addPage().image(PNG, 50, 50, { width: 400 });
      pdf.addPage().text('Mesure 1');
    });
    const read = await extracted(bytes, { filename: 'a.pdf' });
    expect(read.pages).toBe(3);
    expect(read.warnings).toEqual([{ kind: 'pages-without-text', pages: [2] }]);
  });

  test('a blank one', async () => {
    expect(await refusalOf(await drawPdf(() => undefined), { filename: 'a.pdf' })).toEqual({
      kind: 'no-text',
      format: 'pdf',
    });
  });

  test('one with too many pages', async () => {
    const bytes = await drawPdf((pdf) => {
      for (let page = 1; page <= 2_000; page += 1) pdf.addPage();
    });
    expect(await refusalOf(bytes, { filename: 'a.pdf' })).toEqual({
      kind: 'too-many-pages',
      pages: 2_001,
      limit: 2_000,
    });
  });
});
