/**
 * The national team brings a file: a ZIP of documents with a table. It becomes items that wait to be read, all of them or
 * none. What is in the ZIP comes unpacked and bounded by who hands `unpack` over; nothing is read here but the table.
 */
import { createHash } from 'node:crypto';
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { byOf } from '../collectives/enter-collective.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import type { LeftOut, NewItem, EntryContent } from './bulk-entry-store.ts';
import { matchDocuments, type Matched } from './match-documents.ts';
import { readLines, type CannotReadLines, type KnownCharter, type ReadLines } from './read-lines.ts';

/** Days after which what was never published is forgotten. */
export const ENTRY_DAYS = 90;
export const DOCUMENTS_LIMIT = 200;
/** Of the file; by a form less: src/server/main.ts bounds what comes by the web. */
export const ENTRY_BYTES_LIMIT = 100 * 1024 * 1024;

/** `bytes` null: it is there and cannot be taken out; `why` says so. */
export type UnpackedFile =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly bytes: null; readonly why: 'damaged' | 'too-large'; readonly size: number };

export type Unpacked = {
  readonly documents: readonly UnpackedFile[];
  readonly tables: readonly UnpackedFile[];
  readonly leftOut: readonly LeftOut[];
};

export type CannotUnpack =
  | { readonly kind: 'not-a-zip' }
  | { readonly kind: 'damaged-zip' }
  | { readonly kind: 'locked-zip' }
  /** It swells beyond all measure. */
  | { readonly kind: 'zip-bomb'; readonly name: string }
  | { readonly kind: 'too-many-documents'; readonly limit: number };

export type Unpack = (bytes: Uint8Array) => Promise<Result<Unpacked, CannotUnpack>>;

export type BringEntry = Sent & {
  readonly filename: string;
  readonly bytes: Uint8Array;
  readonly charters: readonly KnownCharter[];
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Bytes of one document that the reader takes. */
  readonly documentLimit: number;
  readonly unpack: Unpack;
};

export type CannotBring =
  | NotAllowed
  | CannotUnpack
  | CannotReadLines
  | { readonly kind: 'empty-entry' }
  | { readonly kind: 'entry-too-large'; readonly limitInBytes: number }
  | { readonly kind: 'several-tables'; readonly names: readonly string[] }
  | { readonly kind: 'damaged-table'; readonly name: string }
  /** The ZIP holds neither a document nor a line. */
  | { readonly kind: 'nothing-inside' };

export type Brought = { readonly entry: number; readonly items: number };

export async function bringEntry(
  stores: Stores,
  actor: Actor,
  request: BringEntry,
  now: Date,
): Promise<Result<Brought, CannotBring>> {
  const passed = pass(actor, { act: 'bring-entry', state: 'none' });
  if (!passed.ok) return passed;
  const { bytes } = request;
  if (bytes.length === 0) return refuse({ kind: 'empty-entry' });
  if (bytes.length > ENTRY_BYTES_LIMIT) return refuse({ kind: 'entry-too-large', limitInBytes: ENTRY_BYTES_LIMIT });
  const unpacked = await request.unpack(bytes);
  if (!unpacked.ok) return unpacked;
  const { documents, tables, leftOut } = unpacked.value;
  const read = await readTable(stores, tables, request);
  if (!read.ok) return read;
  const table = read.value;
  const column = table?.columns.file ?? null;
  const matched = matchDocuments(table?.lines ?? [], { documents, fileColumn: column === null ? null : column + 1 });
  if (matched.length === 0) return refuse({ kind: 'nothing-inside' });

  const sha256 = hashOf(bytes);
  const sent = { sending: request.sending, filename: request.filename, sha256 };
  const once = { actor, act: 'bring-entry', request: request.sending === undefined ? {} : sent, now } as const;
  return await sentOnce<Brought, CannotBring>(stores, once, async (all) => {
    const said: EntryContent = {
      table: table === null ? null : { ...saidOf(table), filename: tables[0]?.name ?? '', lines: table.lines.length },
      documents: documents.length,
      leftOut: leftOut.slice(0, 100),
    };
    const entry = await all.bulkEntries.keep({
      kind: 'documents',
      filename: plainName(request.filename),
      sha256,
      byteCount: bytes.length,
      broughtBy: byOf(actor),
      broughtAt: now,
      expiresAt: new Date(now.getTime() + ENTRY_DAYS * 86_400_000),
      said,
    });
    const items = await itemsOf(all, matched, { limit: request.documentLimit, now });
    await all.bulkEntries.addItems(entry, items);
    await all.journal.append({
      at: now,
      act: 'bring-entry',
      actor: passed.value,
      subject: { kind: 'bulk-entry', id: entry },
      says: { by: byOf(actor), sha256, items: items.length, documents: documents.length },
    });
    return accept({ entry, items: items.length });
  });
}

function saidOf({ encoding, headers, unused }: ReadLines) {
  return { encoding, headers: headers.slice(0, 60), unused: unused.slice(0, 60) };
}

async function readTable(
  stores: Stores,
  tables: readonly UnpackedFile[],
  { charters, today }: Pick<BringEntry, 'charters' | 'today'>,
): Promise<Result<ReadLines | null, CannotBring>> {
  const [table, ...others] = tables;
  if (table === undefined) return accept(null);
  if (others.length > 0) return refuse({ kind: 'several-tables', names: tables.map(({ name }) => name).slice(0, 8) });
  if (table.bytes === null) return refuse({ kind: 'damaged-table', name: table.name });
  const place = await stores.bulkEntries.places();
  return await readLines(table.bytes, { place, charters, today });
}

/** Documents are kept as they came; the same bytes twice are read once. */
async function itemsOf(
  all: Stores,
  matched: readonly Matched<UnpackedFile>[],
  { limit, now }: { readonly limit: number; readonly now: Date },
): Promise<readonly NewItem[]> {
  const hashes = matched.map(({ document }) =>
    document === null || document.bytes === null ? null : hashOf(document.bytes),
  );
  const elsewhere = await all.bulkEntries.waitingElsewhere(hashes.filter((hash) => hash !== null));
  const items: NewItem[] = [];
  for (const [at, { line, document, problems }] of matched.entries()) {
    const item = {
      position: at + 1,
      line: line?.line ?? null,
      said: line?.said ?? {},
      problems,
      filename: document === null ? null : plainName(document.name),
      place: line?.place ?? null,
      edition: line?.edition ?? null,
      signedOn: line?.signedOn ?? null,
      document: null,
      sha256: hashes[at] ?? null,
    };
    if (document === null) items.push({ ...item, state: 'without-document', why: null });
    else if (document.bytes === null) items.push({ ...item, state: 'unreadable', why: whyOf(document, limit) });
    else items.push({ ...item, ...(await documentOf(all, { document, hashes, at, elsewhere, now })) });
  }
  return items;
}

type AtHand = {
  readonly document: UnpackedFile & { readonly bytes: Uint8Array };
  readonly hashes: readonly (string | null)[];
  readonly at: number;
  readonly elsewhere: ReadonlyMap<string, number>;
  readonly now: Date;
};

async function documentOf(
  all: Stores,
  { document, hashes, at, elsewhere, now }: AtHand,
): Promise<Pick<NewItem, 'document' | 'state' | 'why'>> {
  const sha256 = hashes[at] ?? '';
  const first = hashes.indexOf(sha256);
  if (first < at) return { document: null, state: 'already-there', why: { kind: 'same-file', position: first + 1 } };
  const published = (await all.published.fromFile({ sha256, lock: false })).find(
    ({ kind, withdrawnAt }) => kind === 'pact' && withdrawnAt === null,
  );
  if (published !== undefined) {
    return { document: null, state: 'already-there', why: { kind: 'published-before', pact: published.id } };
  }
  const entry = elsewhere.get(sha256);
  if (entry !== undefined) return { document: null, state: 'already-there', why: { kind: 'in-another-entry', entry } };
  const { id } = await all.documents.keep({
    bytes: document.bytes,
    filename: plainName(document.name),
    mediaType: 'application/octet-stream',
    source: { url: null, description: null, publishedOn: null },
    receivedAt: now,
  });
  return { document: id, state: 'waiting', why: null };
}

function whyOf(document: UnpackedFile & { readonly bytes: null }, limitInBytes: number): NewItem['why'] {
  if (document.why === 'damaged') return { kind: 'damaged-in-zip' };
  return { kind: 'refused', refusal: { kind: 'too-large', bytes: document.size, limitInBytes } };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Its end, which tells files of one folder apart; nothing that could act in a header or a terminal. */
export function plainName(name: string): string {
  return [...name.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim()].slice(-200).join('') || 'document';
}
