/** What a hostile, odd or broken ZIP becomes: each has its answer, none its way. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { MAX_FILE_BYTES } from '#reading/extract/extracted.ts';
import { extractText } from '#reading/extract/extract-text.ts';
import { DOCUMENTS_LIMIT } from '#use-cases/bulk-entry/bring-entry.ts';
import { unpackZip } from './unpack-zip.ts';

const text = (words: string): Uint8Array => strToU8(words);
const namesIn = async (bytes: Uint8Array) => {
  const done = await unpackZip(bytes);
  if (!done.ok) throw new Error(done.refusal.kind);
  const { documents, tables, leftOut } = done.value;
  return { documents: documents.map(({ name }) => name), tables: tables.map(({ name }) => name), leftOut };
};

/** Changes two bytes of every header of the entries: a flag, a size, a method. */
function changed(
  zip: Uint8Array,
  change: (view: DataView, at: { flags: number; declared: number }) => void,
): Uint8Array {
  const copy = Buffer.from(zip);
  const view = new DataView(copy.buffer, copy.byteOffset, copy.byteLength);
  for (let at = 0; at + 30 < copy.length; at += 1) {
    const mark = view.getUint32(at, true);
    if (mark === 0x04034b50) change(view, { flags: at + 6, declared: at + 22 });
    if (mark === 0x02014b50) change(view, { flags: at + 8, declared: at + 24 });
  }
  return copy;
}

test('gives documents and tables, and leaves out what the system wrote beside them', async () => {
  const zip = zipSync({
    'lot/': text(''),
    'lot/a.txt': text('A'),
    'lot/table.CSV': text('x;y'),
    '__MACOSX/lot/._a.txt': text('?'),
    'lot/.DS_Store': text('?'),
    'Thumbs.db': text('?'),
    'lot/~$a.docx': text('?'),
  });
  expect(await namesIn(zip)).toEqual({
    documents: ['lot/a.txt'],
    tables: ['lot/table.CSV'],
    leftOut: ['__MACOSX/lot/._a.txt', 'lot/.DS_Store', 'Thumbs.db', 'lot/~$a.docx'].map((name) => ({
      name,
      why: 'system-file',
    })),
  });
});

test('leaves out and tells names that leave the folder', async () => {
  const zip = zipSync({
    '../../etc/passwd': text('x'),
    '/root.txt': text('x'),
    'C:\\a.txt': text('x'),
    'a\\..\\..\\b.txt': text('x'),
    'bon.txt': text('x'),
  });
  const { documents, leftOut } = await namesIn(zip);
  expect(documents).toEqual(['bon.txt']);
  expect(leftOut.map(({ why }) => why)).toEqual(Array(4).fill('unsafe-name'));
});

describe('names in another encoding', () => {
  const named = (raw: number[]): Uint8Array => {
    const zip = Buffer.from(zipSync({ 'XXXX.txt': text('x') }));
    for (let at = zip.indexOf('XXXX'); at >= 0; at = zip.indexOf('XXXX', at + 1)) Buffer.from(raw).copy(zip, at);
    return zip;
  };
  test('of an old Windows are read as its console writes them', async () => {
    expect((await namesIn(named([0x6c, 0x82, 0x87, 0x61]))).documents).toEqual(['léça.txt']);
  });
  test('in UTF-8 without saying so are read as UTF-8', async () => {
    expect((await namesIn(named([0xc3, 0xa9, 0xc3, 0xa7]))).documents).toEqual(['éç.txt']);
  });
});

describe('is refused as a whole', () => {
  test('when it swells beyond measure', async () => {
    const zip = zipSync({ 'a.txt': text('bien'), 'bombe.txt': new Uint8Array(15 * 1024 * 1024) }, { level: 9 });
    expect(await unpackZip(zip)).toEqual({ ok: false, refusal: { kind: 'zip-bomb', name: 'bombe.txt' } });
  });
  test('when its parts together are more than we hold', async () => {
    const part = (seed: number) => Uint8Array.from({ length: 3000 }, (_, at) => (at * seed * 31) % 251);
    const zip = zipSync({ 'a.txt': part(3), 'b.txt': part(7) }, { level: 0 });
    expect(await unpackZip(zip, { inflatedLimit: 4000 })).toEqual({
      ok: false,
      refusal: { kind: 'zip-bomb', name: 'b.txt' },
    });
  });
  test('when a part is locked', async () => {
    const locked = changed(zipSync({ 'a.txt': text('x') }), (view, { flags }) => view.setUint16(flags, 1, true));
    expect(await unpackZip(locked)).toEqual({ ok: false, refusal: { kind: 'locked-zip' } });
  });
  test('when it holds too many documents', async () => {
    const files = Object.fromEntries(Array.from({ length: DOCUMENTS_LIMIT + 1 }, (_, at) => [`${at}.txt`, text('x')]));
    expect(await unpackZip(zipSync(files))).toEqual({
      ok: false,
      refusal: { kind: 'too-many-documents', limit: DOCUMENTS_LIMIT },
    });
  });
  test.each([
    ['no ZIP', Buffer.from('%PDF-1.7'), 'not-a-zip'],
    ['cut in the middle', zipSync({ 'a.txt': text('une page entière') }).slice(0, 60), 'damaged-zip'],
  ])('when it is %s', async (_, bytes, kind) => {
    expect(await unpackZip(bytes)).toEqual({ ok: false, refusal: { kind } });
  });
});

describe('keeps the others when one document', () => {
  test('says that it weighs two gigabytes: it is told, and not even inflated', async () => {
    const zip = zipSync({ 'gros.txt': text('petit'), 'bon.txt': text('x') });
    const lying = changed(zip, (view, { declared }) => {
      if (view.getUint32(declared, true) === 5) view.setUint32(declared, 2 ** 31, true);
    });
    const done = await unpackZip(lying);
    expect(done.ok && done.value.documents.map(({ name, bytes }) => [name, bytes === null])).toEqual([
      ['gros.txt', true],
      ['bon.txt', false],
    ]);
    expect(done.ok && done.value.documents[0]).toMatchObject({ why: 'too-large', size: 2 ** 31 });
    expect(MAX_FILE_BYTES).toBeLessThan(2 ** 31);
  });
  test('is damaged', async () => {
    const zip = Buffer.from(zipSync({ 'a.txt': text('abcdefgh'), 'b.txt': text('x') }, { level: 0 }));
    zip[zip.indexOf('abcdefgh')] = 0x7a;
    const done = await unpackZip(zip);
    expect(done.ok && done.value.documents).toMatchObject([
      { name: 'a.txt', bytes: null, why: 'damaged' },
      { name: 'b.txt' },
    ]);
  });
  test('is a ZIP itself: the reader says that it reads none', async () => {
    const inner = zipSync({ 'a.txt': text('x') });
    const done = await unpackZip(zipSync({ 'dedans.zip': inner }));
    const bytes = done.ok ? (done.value.documents[0]?.bytes ?? new Uint8Array()) : new Uint8Array();
    expect(await extractText(bytes, { filename: 'dedans.zip' })).toMatchObject({
      ok: false,
      refusal: { kind: 'unsupported-type', actual: 'archive' },
    });
  });
});
