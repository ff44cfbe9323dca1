/**
 * A photograph, a scan or a document joins a paper that was brought. The file is kept as it came, with its hash: it is the
 * evidence. What is shown of a picture is upright and without what the camera wrote in it (where, when, with what).
 */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { actorName, enterSigning, type CannotEnterSigning } from './enter-signing.ts';
import { paperActor } from './paper-actor.ts';

/** What a file turned out to be, by its content. `shown` null: a document, shown as it is. */
export type PreparedScan = {
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';
  readonly shown: { readonly bytes: Uint8Array; readonly width: number; readonly height: number } | null;
};

export type BadScan =
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'file-too-large'; readonly limitInBytes: number }
  /** Photographs of recent phones: other programs do not open them. */
  | { readonly kind: 'heic-picture' }
  | { readonly kind: 'not-a-scan' }
  /** Cut, damaged, or made to fill the memory. */
  | { readonly kind: 'unreadable-picture' | 'picture-too-big' };

export type AddPaperPage = {
  readonly code: string;
  readonly paper: number;
  readonly filename: string;
  readonly bytes: Uint8Array;
};

export type CannotAddPage =
  | CannotEnterSigning
  | BadScan
  | { readonly kind: 'unknown-paper' | 'paper-confirmed' | 'paper-dropped' | 'same-page' | 'witnessed-already' }
  | { readonly kind: 'too-many-pages'; readonly limit: number };

export type ScanMachine = (bytes: Uint8Array) => Promise<Result<PreparedScan, BadScan>>;

export const MOST_PAGES = 20;
/** One file; several may follow each other. */
export const SCAN_BYTES_LIMIT = 20 * 1024 * 1024;

/** `prepare` runs before anything is locked: turning a picture upright takes a second. */
export async function addPaperPage(
  stores: Stores,
  actor: Actor,
  request: AddPaperPage,
  { now, prepare }: { readonly now: Date; readonly prepare: ScanMachine },
): Promise<Result<{ readonly page: number }, CannotAddPage>> {
  const key = { code: request.code };
  // Whoever may not add never makes the machine work.
  const first = await enterSigning(stores, actor, { act: 'add-paper', key, now, lock: false });
  if (!first.ok) return first;
  if (request.bytes.length === 0) return refuse({ kind: 'empty-file' });
  if (request.bytes.length > SCAN_BYTES_LIMIT)
    return refuse({ kind: 'file-too-large', limitInBytes: SCAN_BYTES_LIMIT });
  const prepared = await prepare(request.bytes);
  if (!prepared.ok) return prepared;

  return await stores.together<{ page: number }, CannotAddPage>(async (all) => {
    const entered = await enterSigning(all, actor, { act: 'add-paper', key, now, lock: true });
    if (!entered.ok) return entered;
    const { signing, role, signatory } = entered.value;
    if ((await paperActor(all, actor, entered.value)) === null)
      return refuse({ kind: 'not-allowed', act: 'add-paper' });
    const paper = (await all.signing.papers.of(signing.id)).find(({ id }) => id === request.paper);
    if (paper === undefined) return refuse({ kind: 'unknown-paper' });
    if (paper.confirmedAt !== null) return refuse({ kind: 'paper-confirmed' });
    if (paper.dropped !== null) return refuse({ kind: 'paper-dropped' });
    // Who looked has seen these pages and no others.
    if (paper.witnesses.length > 0) return refuse({ kind: 'witnessed-already' });
    if (paper.pages.length >= MOST_PAGES) return refuse({ kind: 'too-many-pages', limit: MOST_PAGES });
    const document = await all.documents.keep({
      bytes: request.bytes,
      filename: request.filename,
      mediaType: prepared.value.mediaType,
      source: { url: null, description: null, publishedOn: null },
      receivedAt: now,
    });
    const page = await all.signing.papers.addPage(paper.id, {
      document: document.id,
      shown: prepared.value.shown,
      at: now,
    });
    if (page === null) return refuse({ kind: 'same-page' });
    await all.journal.append({
      at: now,
      act: 'add-paper-page',
      actor: role,
      subject: { kind: 'agreed-text', id: signing.id },
      says: { by: actorName(actor, signatory), paper: paper.id, page, sha256: document.sha256 },
    });
    return accept({ page });
  });
}
