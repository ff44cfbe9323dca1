/** Every file that takes a second to make: so many for one network, and a plain answer when it cannot be made now. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { documentPdf } from '#publishing/document/document-pdf.ts';
import type { PrintedDocument } from '#publishing/document/document.ts';
import { TypstFailure } from '#publishing/pdf/typst-process.ts';
import { DocumentNotMade, makeDocumentInWorker } from '#server/jobs/make-document-in-worker.ts';
import { PRINTER_BUSY, TOO_LONG_FOR_FILE, TOO_LONG_FOR_PDF } from '#ui/messages/printed-document.fr.ts';
import { tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { allowance } from './allowance.ts';

const FORMATS = {
  pdf: { type: 'application/pdf', make: documentPdf },
  odt: {
    type: 'application/vnd.oasis.opendocument.text',
    make: (document: PrintedDocument) => makeDocumentInWorker({ kind: 'printed', document, format: 'odt' }),
  },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    make: (document: PrintedDocument) => makeDocumentInWorker({ kind: 'printed', document, format: 'docx' }),
  },
} as const;

/** A PDF takes a second of work, one of a thousand sheets ten; whichever page it is asked from. */
const PRINTINGS = allowance({ times: 30, timesHere: 2_000, windowMilliseconds: 600_000 });
const SECONDS_WHEN_BUSY = 60;

export type Asking = Pick<RequestEvent, 'getClientAddress' | 'setHeaders'>;

/**
 * A document as the file asked for. Throws 404 for a format that is not one of FORMATS, and what `printed` throws.
 * `name` without its ending, in ASCII.
 */
export async function printedFile(
  asking: Asking,
  document: PrintedDocument,
  { format, name }: { readonly format: string; readonly name: string },
): Promise<Response> {
  if (!isFormat(format)) error(404);
  const { type, make } = FORMATS[format];
  const bytes = await printed(asking, () => make(document));
  return new Response(Buffer.from(bytes), {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}.${format}"` },
  });
}

/** Throws 429 past the allowance, 503 when the printer is busy (both say when to come back), 413 when it is too long. */
export async function printed(
  { getClientAddress, setHeaders }: Asking,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const wait = PRINTINGS.secondsToWait(getClientAddress(), Date.now());
  if (wait > 0) {
    setHeaders({ 'retry-after': String(wait) });
    error(429, tooManyAskings(wait));
  }
  try {
    return await make();
  } catch (failure) {
    const why = whyNot(failure);
    if (why === 'ours') throw failure;
    if (why !== 'busy') error(413, why);
    setHeaders({ 'retry-after': String(SECONDS_WHEN_BUSY) });
    error(503, PRINTER_BUSY);
  }
}

/** What to say when it is too long for whoever makes it. */
function whyNot(failure: unknown): 'busy' | 'ours' | typeof TOO_LONG_FOR_PDF | typeof TOO_LONG_FOR_FILE {
  if (failure instanceof DocumentNotMade) return failure.refusal.kind === 'reader-busy' ? 'busy' : TOO_LONG_FOR_FILE;
  if (!(failure instanceof TypstFailure) || failure.reason === 'failed') return 'ours';
  return failure.reason === 'busy' ? 'busy' : TOO_LONG_FOR_PDF;
}

function isFormat(format: string): format is keyof typeof FORMATS {
  return Object.hasOwn(FORMATS, format);
}
