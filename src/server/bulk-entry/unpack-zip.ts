/**
 * A ZIP that somebody brings, unpacked with distrust (#reading/extract/archive): in memory, one part after the other, counted
 * while it flows. Nothing is written to disk, no name is followed. What a part holds is for the reader, in its own thread.
 */
import iconv from 'iconv-lite';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { openArchive, type Archive } from '#reading/extract/archive/open-archive.ts';
import { ExtractRefused, MAX_FILE_BYTES } from '#reading/extract/extracted.ts';
import {
  DOCUMENTS_LIMIT,
  type CannotUnpack,
  type Unpacked,
  type UnpackedFile,
} from '#use-cases/bulk-entry/bring-entry.ts';
import type { LeftOut } from '#use-cases/bulk-entry/bulk-entry-store.ts';

/** Everything in it together, once inflated. */
export const INFLATED_LIMIT = 300 * 1024 * 1024;

export async function unpackZip(
  bytes: Uint8Array,
  { inflatedLimit = INFLATED_LIMIT }: { readonly inflatedLimit?: number } = {},
): Promise<Result<Unpacked, CannotUnpack>> {
  let archive: Archive | null;
  try {
    archive = await openArchive(bytes, { inflatedLimit, nameOf });
  } catch (error) {
    if (error instanceof ExtractRefused) return refuse({ kind: 'too-many-documents', limit: DOCUMENTS_LIMIT });
    throw error;
  }
  if (archive === null) return refuse({ kind: 'not-a-zip' });
  if (archive.state === 'damaged') return refuse({ kind: 'damaged-zip' });
  if (archive.encrypted) return refuse({ kind: 'locked-zip' });

  const names = archive.names.filter((name) => !name.endsWith('/'));
  const kept = names.filter((name) => !isOfSystem(name));
  if (kept.length > DOCUMENTS_LIMIT + 1) return refuse({ kind: 'too-many-documents', limit: DOCUMENTS_LIMIT });
  const [documents, tables]: [UnpackedFile[], UnpackedFile[]] = [[], []];
  for (const name of kept) {
    const taken = await take(archive, name);
    if (!taken.ok) return taken;
    (/\.(?:csv|tsv)$/iu.test(name) ? tables : documents).push(taken.value);
  }
  if (documents.length > DOCUMENTS_LIMIT) return refuse({ kind: 'too-many-documents', limit: DOCUMENTS_LIMIT });
  const leftOut: LeftOut[] = [
    ...archive.leftOut.map(({ name, why }) => ({ name, why: why === 'unsafe' ? 'unsafe-name' : 'same-name' }) as const),
    ...names.filter(isOfSystem).map((name) => ({ name, why: 'system-file' }) as const),
  ];
  return accept({ documents, tables, leftOut });
}

async function take(archive: Archive, name: string): Promise<Result<UnpackedFile, CannotUnpack>> {
  const declared = archive.declaredBytes(name);
  // Said to be too large: not even inflated.
  if (declared > MAX_FILE_BYTES) return accept({ name, bytes: null, why: 'too-large', size: declared });
  try {
    const bytes = await archive.read(name);
    if (bytes === null) return accept({ name, bytes: null, why: 'damaged', size: declared });
    // It said less than it is.
    if (bytes.length > MAX_FILE_BYTES) return accept({ name, bytes: null, why: 'too-large', size: bytes.length });
    return accept({ name, bytes });
  } catch (error) {
    if (error instanceof ExtractRefused) return refuse({ kind: 'zip-bomb', name });
    return accept({ name, bytes: null, why: 'damaged', size: declared });
  }
}

/** Written by the system beside the files of people. */
function isOfSystem(name: string): boolean {
  const last = name.split('/').at(-1) ?? name;
  return name.split('/').includes('__MACOSX') || /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/iu.test(last);
}

/** Old Windows writes the letters of its console; everything newer UTF-8, whether it says so or not. */
function nameOf(raw: Buffer, marked: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return marked ? raw.toString('utf8') : iconv.decode(raw, 'cp437');
  }
}
