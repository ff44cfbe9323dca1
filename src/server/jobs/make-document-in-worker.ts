/**
 * Makes a DOCX, an ODT or a large spreadsheet in a thread of its own: a thousand sheets take seconds, during which other
 * people read pages.
 */
import type { PrintedDocument } from '#publishing/document/document.ts';
import type { PlanFormat, PlanToWrite } from '#publishing/spreadsheet/plan-sheet-file.ts';
import { boundedThreads, threadBeside, type ThreadRefusal, type WorkerBounds } from './bounded-threads.ts';

export type DocumentToMake =
  | { readonly kind: 'printed'; readonly document: PrintedDocument; readonly format: 'docx' | 'odt' }
  | { readonly kind: 'sheet'; readonly plan: PlanToWrite; readonly format: PlanFormat };

/** A thousand full sheets as DOCX take 4 s and 400 MB. */
const BOUNDS: WorkerBounds = { milliseconds: 60_000, megabytes: 1_000, threads: 1, waiting: 20 };

export class DocumentNotMade extends Error {
  readonly refusal: ThreadRefusal;
  constructor(refusal: ThreadRefusal) {
    super(`no file was made (${refusal.kind})`);
    this.refusal = refusal;
  }
}

/** One for the whole server: the bounds count together. */
const inThread = boundedThreads<DocumentToMake, Uint8Array, never>(BOUNDS, () => threadBeside('document-thread.ts'));

/** Throws DocumentNotMade when the thread is busy, or was stopped: it took too long or too much memory. */
export async function makeDocumentInWorker(task: DocumentToMake): Promise<Uint8Array> {
  const made = await inThread(task);
  if (!made.ok) throw new DocumentNotMade(made.refusal);
  return made.value;
}
