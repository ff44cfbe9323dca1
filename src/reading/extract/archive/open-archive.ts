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
  /** Names that try to leave the archive, and names that were there already: left out of `names`. */
  readonly leftOut: readonly { readonly name: string; readonly why: 'unsafe' | 'repeated' }[];
  /** What the archive says of the size of a part: never believed, but for refusing it. */
  declaredBytes(name: string): number;
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

export type ArchiveOptions = {
  /** All parts that are read together, once inflated. */
  readonly inflatedLimit?: number;
  /** How names are written; UTF-8 unless told. `marked`: the archive says that this one is UTF-8. */
  readonly nameOf?: (raw: Buffer, marked: boolean) => string;
};

/** @returns null when the bytes are no zip at all. */
export async function openArchive(
  bytes: Uint8Array,
  { inflatedLimit = MAX_INFLATED_BYTES, nameOf = (raw) => raw.toString('utf8') }: ArchiveOptions = {},
): Promise<Archive | null> {
  if (!startsLikeZip(bytes)) return null;
  let zip: ZipFile;
  const entries = new Map<string, Entry>();
  const leftOut: { readonly name: string; readonly why: 'unsafe' | 'repeated' }[] = [];
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
      const name = nameOf(entry.fileNameRaw, (entry.generalPurposeBitFlag & UTF8_NAME) !== 0).replaceAll('\\', '/');
      if (!isSafe(name)) {
        leftOut.push({ name, why: 'unsafe' });
        continue;
      }
      if (entries.size >= MAX_ENTRIES) throw new ExtractRefused(tooBig());
      if (entry.isEncrypted()) encrypted = true;
      // The first of two parts with one name wins, as in Word: a second one cannot hide behind it.
      if (entries.has(name)) leftOut.push({ name, why: 'repeated' });
      else entries.set(name, entry);
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
    leftOut,
    declaredBytes: (name) => entries.get(name)?.uncompressedSize ?? 0,
    has: (name) => entries.has(name),
    encrypted,
    async read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      const part = await inflate(zip, entry, { allowance: inflatedLimit - inflated, limit: inflatedLimit });
      inflated += part.byteLength;
      return part;
    },
  };
}

const damaged: Archive = {
  state: 'damaged',
  names: [],
  leftOut: [],
  declaredBytes: () => 0,
  has: () => false,
  encrypted: false,
  openDocumentType: null,
  read: () => Promise.resolve(null),
};

function startsLikeZip(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  return (bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6);
}

/** Bit 11 of the flags of an entry. */
const UTF8_NAME = 0x800;

function isSafe(name: string): boolean {
  return !(name.startsWith('/') || /^[a-z]:/iu.test(name) || name.includes('\0') || name.split('/').includes('..'));
}

async function openDocumentType(zip: ZipFile, entry: Entry | undefined): Promise<string | null> {
  if (entry === undefined || entry.isEncrypted()) return null;
  try {
    return (await inflate(zip, entry, { allowance: 1024, limit: 1024 })).toString('latin1').trim();
  } catch {
    return null;
  }
}

async function inflate(
  zip: ZipFile,
  entry: Entry,
  { allowance, limit }: { readonly allowance: number; readonly limit: number },
): Promise<Buffer> {
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
      throw new ExtractRefused(tooBig(limit));
    }
    sum = crc32(chunk, sum);
    chunks.push(chunk);
  }
  if (sum !== entry.crc32) throw new Error('checksum differs');
  return Buffer.concat(chunks, size);
}

function tooBig(limitInBytes: number = MAX_INFLATED_BYTES) {
  return { kind: 'archive-too-big', limitInBytes } as const;
}
