/** A notice or a sheet of a plan as a file; when no PDF can be made, what one can do instead. */
import { error, type RequestEvent } from '@sveltejs/kit';
import type { PrintedDocument } from '#publishing/document/document.ts';
import { TypstFailure } from '#publishing/pdf/typst-process.ts';
import { PRINTER_BUSY, TOO_LONG_FOR_PDF } from '#ui/messages/plan-notice.fr.ts';
import { tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { allowance } from './allowance.ts';
import { documentFile } from './document-file.ts';

/** A PDF takes a second of work, one of a thousand sheets ten. */
const PRINTINGS = allowance({ times: 30, timesHere: 2_000, windowMilliseconds: 600_000 });

/** Throws 404 for another format, 429, 413 for a plan too long for one PDF, 503 when the printer is busy. */
export async function planFile(
  event: Pick<RequestEvent, 'getClientAddress'>,
  document: PrintedDocument,
  { format, name }: { readonly format: string; readonly name: string },
): Promise<Response> {
  const wait = format === 'pdf' ? PRINTINGS.secondsToWait(event.getClientAddress(), Date.now()) : 0;
  if (wait > 0) error(429, tooManyAskings(wait));
  try {
    return await documentFile(document, { format, name });
  } catch (failure) {
    if (!(failure instanceof TypstFailure) || failure.reason === 'failed') throw failure;
    return failure.reason === 'busy' ? error(503, PRINTER_BUSY) : error(413, TOO_LONG_FOR_PDF);
  }
}
