/** A document comes in: it is read, kept as it is, and becomes a draft that its holder can review for 30 days. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Reading, Warning } from '#reading/contract.ts';
import { MAX_FILE_BYTES, type ExtractRefusal } from '#reading/extract/extracted.ts';
import type { PublishedBefore } from '../published/published-store.ts';
import type { Source, Stores } from '../stores.ts';
import { signatureOf } from './enter-draft.ts';

/** Days a draft is kept. */
export const DRAFT_DAYS = 30;

/** Past it a document is refused before it is read. */
export const DOCUMENT_BYTES_LIMIT = MAX_FILE_BYTES;

/** Reads a file; each reader that the server or a command hands over bounds its own time and memory. */
export type ReadDocument<Refusal> = (
  file: { readonly bytes: Uint8Array; readonly filename: string },
  wish: { readonly charter?: string; readonly as?: Reading['kind'] },
) => Promise<Result<ReadFile, Refusal>>;

export type ReadFile = {
  readonly reading: Reading;
  /** Found in the bytes, not believed from the sender. */
  readonly mediaType: string;
  readonly readerVersion: string;
};

export type OpenDraft<Refusal> = {
  readonly bytes: Uint8Array;
  readonly filename: string;
  readonly source?: Partial<Source>;
  readonly charter?: string;
  readonly as?: Reading['kind'];
  readonly place?: PlaceCode;
  /** For a bulk entry, which says the day of signature and until when it is kept. */
  readonly queued?: { readonly until: Date; readonly signedOn: string | null; readonly termFrom?: number | null };
  readonly read: ReadDocument<Refusal>;
};

export type CannotOpen =
  | NotAllowed
  /** In the reader's own words. */
  | Extract<ExtractRefusal, { readonly kind: 'empty-file' | 'too-large' }>
  | { readonly kind: 'unknown-place' }
  /** The text holds characters that are none (NUL, half a pair): a program's file, not a document. */
  | { readonly kind: 'broken-text' };

export type OpenedDraft = {
  readonly draft: number;
  /** Told once: the address of the draft is made of it. */
  readonly token: string;
  readonly kind: Reading['kind'];
  readonly warnings: readonly Warning[];
  /** What these very bytes were already published as, here or elsewhere. */
  readonly publishedBefore: readonly PublishedBefore[];
};

export async function openDraft<Refusal>(
  stores: Stores,
  actor: Actor,
  request: OpenDraft<Refusal>,
  now: Date,
): Promise<Result<OpenedDraft, CannotOpen | Refusal>> {
  const passed = pass(actor, { act: 'open-draft', state: 'none' });
  if (!passed.ok) return passed;
  const { bytes, place } = request;
  if (bytes.length === 0) return refuse({ kind: 'empty-file' });
  if (bytes.length > DOCUMENT_BYTES_LIMIT) {
    return refuse({ kind: 'too-large', bytes: bytes.length, limitInBytes: DOCUMENT_BYTES_LIMIT });
  }
  if (place !== undefined && !(await stores.places.exists(place))) return refuse({ kind: 'unknown-place' });

  const filename = plainFilename(request.filename);
  const read = await request.read(
    { bytes, filename },
    {
      ...(request.charter === undefined ? {} : { charter: request.charter }),
      ...(request.as === undefined ? {} : { as: request.as }),
    },
  );
  if (!read.ok) return read;
  const { reading, mediaType, readerVersion } = read.value;
  if (!isPlainText(reading.text)) return refuse({ kind: 'broken-text' });

  return await stores.together(async (all) => {
    const document = await all.documents.keep({
      bytes,
      filename,
      mediaType,
      source: {
        url: request.source?.url ?? null,
        description: request.source?.description ?? null,
        publishedOn: request.source?.publishedOn ?? null,
      },
      receivedAt: now,
    });
    const opened = await all.drafts.open({
      document: document.id,
      reading,
      readerVersion,
      choices: {
        edition: reading.kind === 'pact' ? reading.charter : null,
        place: place ?? null,
        signedOn: request.queued?.signedOn ?? null,
        termFrom: request.queued?.termFrom ?? null,
      },
      openedBy: signatureOf(actor),
      openedAt: now,
      expiresAt: request.queued?.until ?? new Date(now.getTime() + DRAFT_DAYS * 86_400_000),
      queued: request.queued !== undefined,
    });
    await all.journal.append({
      at: now,
      act: 'open-draft',
      actor: actor.kind,
      subject: { kind: 'draft', id: opened.id },
      says: { by: signatureOf(actor), filename, document: document.sha256, kind: reading.kind },
    });
    return accept({
      draft: opened.id,
      token: opened.token,
      kind: reading.kind,
      warnings: reading.warnings,
      publishedBefore: await all.published.fromFile({ sha256: document.sha256, lock: false }),
    });
  });
}

/** What every store and every page can carry: well-formed, without NUL. */
function isPlainText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** The last part of what the sender calls it, without what could act in a header or a terminal; 200 characters. */
function plainFilename(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim();
  return [...plain].slice(-200).join('') || 'document';
}
