/** The PDF of an agreed text as a file to take away: to read and sign on paper, or sealed. */
import { error, type RequestEvent } from '@sveltejs/kit';
import type { Signing } from '#domain/signature/signing.ts';
import { renderPact } from '#publishing/pdf/pact-pdf.ts';
import { tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { NOT_PUBLIC, SEALING } from '#ui/messages/signing.fr.ts';
import { publicAddress } from '../config.ts';
import { runtime } from '../runtime.ts';
import { storesOn } from '../stores.ts';
import { allowance } from './allowance.ts';

/** Making one takes a second of work. */
const RENDERINGS = allowance({ times: 20, timesHere: 2_000, windowMilliseconds: 600_000 });

export async function pactPdfResponse(
  event: Pick<RequestEvent, 'getClientAddress'>,
  { code, text, sealed, completedAt }: Signing,
): Promise<Response> {
  const { db, config } = await runtime();
  if (sealed !== null) {
    const file = (await storesOn(db).documents.fetch(sealed.document)) ?? error(404, NOT_PUBLIC);
    return pdf(file.bytes, `pacte-${code}.pdf`);
  }
  // Between the last signature and the seal there is nothing to sign, and not yet the file to keep.
  if (completedAt !== null) error(503, SEALING);
  const wait = RENDERINGS.secondsToWait(event.getClientAddress(), Date.now());
  if (wait > 0) error(429, tooManyAskings(wait));
  return pdf(await renderPact(text, { address: publicAddress(config) }), `pacte-${code}-a-signer.pdf`);
}

function pdf(bytes: Uint8Array, name: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${name}"` },
  });
}
