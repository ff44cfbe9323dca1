/** The reader with the editions that this site knows: a file in, a reading and what the file really is out. */
import { readFileSync } from 'node:fs';
import type { Edition } from '#domain/charter/edition.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import { extractText } from '#reading/extract/extract-text.ts';
import type { DocumentFormat } from '#reading/extract/extracted.ts';
import { readText } from '#reading/read-text.ts';
import type { ReadFile } from '#use-cases/drafts/open-draft.ts';
import type { FileRefusal } from '#use-cases/drafts/read-refusal.ts';
import { loadEditions } from '../charters.ts';
import { withExtractWarnings } from './with-extract-warnings.ts';

export type FileToRead = {
  readonly file: { readonly bytes: Uint8Array; readonly filename: string };
  readonly wish: { readonly charter?: string; readonly as?: 'pact' | 'plan' | 'charter' };
  /** What was published from the workbench: a thread is told, it asks no database. */
  readonly made?: readonly Edition[];
};

/** Neither time nor memory is bounded here: ./read-in-worker.ts does, for files from outside. */
export async function readKnownFile(
  { bytes, filename }: FileToRead['file'],
  wish: FileToRead['wish'],
): Promise<Result<ReadFile, FileRefusal>> {
  const extracted = await extractText(bytes, { filename });
  if (!extracted.ok) return extracted;
  const { text, format, warnings } = extracted.value;
  const read = readText(text, { editions: loadEditions(), charter: wish.charter ?? null, as: wish.as ?? null });
  if (!read.ok) return read;
  const reading = withExtractWarnings(read.value, warnings);
  return accept({ reading, mediaType: MEDIA_TYPES[format], readerVersion: READER_VERSION });
}

const MEDIA_TYPES: Readonly<Record<DocumentFormat, string>> = {
  txt: 'text/plain',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  pdf: 'application/pdf',
};

/** The reader is released with the program. */
const READER_VERSION = readVersion();

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  return `parole-tenue ${String(version)}`;
}
