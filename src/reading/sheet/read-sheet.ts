/**
 * A spreadsheet from its bytes. What the file is, its bytes say: a name only tells a table of words from other words.
 * Runs in a thread of its own (src/server/jobs/sheet-thread.ts): other people's formats are hostile ground.
 */
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { MAX_INFLATED_BYTES, openArchive, type Archive } from '../extract/archive/open-archive.ts';
import { looksBinary } from '../extract/decode-text.ts';
import { ExtractRefused } from '../extract/extracted.ts';
import { readOds } from './read-ods.ts';
import { readTextTable } from './read-text-table.ts';
import { readXlsx } from './read-xlsx.ts';
import { SheetRefused } from './sheet-refused.ts';
import type { SheetFormat, SheetRefusal, Tab, Workbook } from './workbook.ts';

/** As large as a document may be (../extract/extracted.ts). */
export const SHEET_BYTES_LIMIT = 20 * 1024 * 1024;

export type SheetFile = { readonly bytes: Uint8Array; readonly pasted: boolean };

/** Tabs in the order of the file, one at least. */
export async function readSheet({ bytes, pasted }: SheetFile): Promise<Result<Workbook, SheetRefusal>> {
  if (bytes.byteLength === 0) return refuse({ kind: 'empty-sheet' });
  if (bytes.byteLength > SHEET_BYTES_LIMIT) {
    return refuse({ kind: 'sheet-too-large', bytes: bytes.byteLength, limitInBytes: SHEET_BYTES_LIMIT });
  }
  try {
    const { format, tabs } = await tabsOf(bytes);
    if (tabs.every(({ rowCount }) => rowCount === 0)) return refuse({ kind: 'empty-sheet' });
    return accept({ format: pasted && format === 'csv' ? 'paste' : format, tabs });
  } catch (error) {
    if (error instanceof SheetRefused) return refuse(error.refusal);
    if (error instanceof ExtractRefused) {
      if (error.refusal.kind === 'forbidden-xml') return refuse({ kind: 'sheet-forbidden-xml' });
      return refuse({ kind: 'sheet-unpacks-too-much', limitInBytes: MAX_INFLATED_BYTES });
    }
    // Everything else is a file that does not hold what its format asks for: cut, or written wrong.
    return refuse({ kind: 'sheet-damaged' });
  }
}

async function tabsOf(bytes: Uint8Array): Promise<{ format: SheetFormat; tabs: readonly Tab[] }> {
  const archive = await openArchive(bytes);
  if (archive !== null) return await tabsOfArchive(archive);
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 80)).toString('latin1');
  if (start.startsWith('\xd0\xcf\x11\xe0'))
    throw new SheetRefused({ kind: isLocked(bytes) ? 'sheet-locked' : 'sheet-too-old' });
  if (start.startsWith('%PDF') || MARKUP.test(start) || looksBinary(bytes))
    throw new SheetRefused({ kind: 'not-a-sheet' });
  return { format: 'csv', tabs: await readTextTable(bytes) };
}

async function tabsOfArchive(archive: Archive): Promise<{ format: SheetFormat; tabs: readonly Tab[] }> {
  if (archive.state === 'damaged') throw new SheetRefused({ kind: 'sheet-damaged' });
  if (archive.encrypted) throw new SheetRefused({ kind: 'sheet-locked' });
  if (archive.has('xl/workbook.bin')) throw new SheetRefused({ kind: 'sheet-binary' });
  if (archive.names.some((name) => name.startsWith('xl/'))) return { format: 'xlsx', tabs: await readXlsx(archive) };
  if (archive.openDocumentType?.includes('spreadsheet') === true) {
    const manifest = (await archive.read('META-INF/manifest.xml'))?.toString('utf8') ?? '';
    if (manifest.includes('encryption-data')) throw new SheetRefused({ kind: 'sheet-locked' });
    const content = await archive.read('content.xml');
    if (content === null) throw new SheetRefused({ kind: 'sheet-damaged' });
    return { format: 'ods', tabs: readOds({ content, styles: await archive.read('styles.xml') }) };
  }
  throw new SheetRefused({ kind: 'not-a-sheet' });
}

/** A page saved under the name of a spreadsheet, a workbook in one XML: read as words, their tags would be cells. */
const MARKUP = /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype|html|table)\b/i;

/** A new file locked with a password stands in an old container. */
function isLocked(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}
