/**
 * The zip that a DOCX or an ODT is, read with distrust.
 *
 * Only the parts that are asked for are inflated, each as a stream that is counted while it
 * flows: declared sizes are never believed. Names that try to leave the archive are ignored;
 * nothing is ever written to disk.
 */
import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { ExtractRefused } from '../extracted.ts';

export type Archive = {
  /** `damaged`: it begins like a zip and cannot be listed. */
  readonly state: 'readable' | 'damaged';
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Any entry locked with a password. */
  readonly encrypted: boolean;
  /** What the `mimetype` part says (OpenDocument, EPUB); null when there is none. */
  readonly openDocumentType: string | null;
  /**
   * The bytes of one part, null when there is none by that name.
   * Refuses (ExtractRefused) what grows too much, throws on damaged data.
   */
  read(name: string): Promise<Buffer | null>;
};

/** All parts of one archive together, once inflated. A 300-page document is about 10 MB. */
export const MAX_INFLATED_BYTES = 48 * 1024 * 1024;
/** Deflate reaches 1,032:1 on zeros; the most repetitive real documents stay below 60:1. */
const MAX_RATIO = 150;
/** Small parts may be repetitive without harm. */
const RATIO_FROM_BYTES = 2 * 1024 * 1024;
const MAX_ENTRIES = 10_000;

/** @returns null when the bytes are no zip at all. */
export async function openArchive(bytes: Uint8Array): Promise<Archive | null> {
  if (!startsLikeZip(bytes)) return null;
  let zip: ZipFile;
  const entries = new Map<string, Entry>();
  let encrypted = false;
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: false,
    });
    if (zip.entryCount > MAX_ENTRIES) throw new ExtractRefused(tooBig());
    for await (const entry of zip.eachEntry()) {
      const name = safeName(entry.fileNameRaw);
      if (name === null) continue;
      if (entries.size >= MAX_ENTRIES) throw new ExtractRefused(tooBig());
      if (entry.isEncrypted()) encrypted = true;
      // The first of two parts with one name wins, as in Word: a second one cannot hide behind it.
      if (!entries.has(name)) entries.set(name, entry);
    }
  } catch (error) {
    if (error instanceof ExtractRefused) throw error;
    return damaged;
  }
  let inflated = 0;
  return {
    state: 'readable',
    openDocumentType: await openDocumentType(zip, entries.get('mimetype')),
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    encrypted,
    async read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      const part = await inflate(zip, entry, MAX_INFLATED_BYTES - inflated);
      inflated += part.byteLength;
      return part;
    },
  };
}

const damaged: Archive = {
  state: 'damaged',
  names: [],
  has: () => false,
  encrypted: false,
  openDocumentType: null,
  read: () => Promise.resolve(null),
};

function startsLikeZip(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  return (bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6);
}

/** Part names of office files are ASCII; others are kept as they decode, they are never asked for. */
function safeName(raw: Buffer): string | null {
  const name = raw.toString('utf8').replaceAll('\\', '/');
  if (name.startsWith('/') || /^[a-z]:/iu.test(name) || name.includes('\0')) return null;
  return name.split('/').includes('..') ? null : name;
}

async function openDocumentType(zip: ZipFile, entry: Entry | undefined): Promise<string | null> {
  if (entry === undefined || entry.isEncrypted()) return null;
  try {
    return (await inflate(zip, entry, 1024)).toString('latin1').trim();
  } catch {
    return null;
  }
}

async function inflate(zip: ZipFile, entry: Entry, allowance: number): Promise<Buffer> {
  if (!entry.canDecodeFileData()) throw new Error('unknown compression');
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let size = 0;
  let sum = 0;
  for await (const piece of stream) {
    const chunk = piece as Buffer;
    size += chunk.byteLength;
    const swollen = size > RATIO_FROM_BYTES && size > MAX_RATIO * Math.max(entry.compressedSize, 1);
    if (size > allowance || swollen) {
      stream.destroy();
      throw new ExtractRefused(tooBig());
    }
    sum = crc32(chunk, sum);
    chunks.push(chunk);
  }
  if (sum !== entry.crc32) throw new Error('checksum differs');
  return Buffer.concat(chunks, size);
}

function tooBig() {
  return { kind: 'archive-too-big', limitInBytes: MAX_INFLATED_BYTES } as const;
}
