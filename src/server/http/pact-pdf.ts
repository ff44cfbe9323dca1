/** The PDF of an agreed text as a file to take away: to read and sign on paper, or sealed. */
import { error, type RequestEvent } from '@sveltejs/kit';
import type { Signing } from '#domain/signature/signing.ts';
import { renderPact } from '#publishing/pdf/pact-pdf.ts';
import { NOT_PUBLIC, SEALING } from '#ui/messages/signing.fr.ts';
import { publicAddress } from '../config.ts';
import { runtime } from '../runtime.ts';
import { storesOn } from '../stores.ts';
import { printed } from './printed-file.ts';

export async function pactPdfResponse(
  event: Pick<RequestEvent, 'getClientAddress' | 'setHeaders'>,
  { code, text, sealed, completedAt }: Signing,
): Promise<Response> {
  const { db, config } = await runtime();
  if (sealed !== null) {
    const file = (await storesOn(db).documents.fetch(sealed.document)) ?? error(404, NOT_PUBLIC);
    return pdf(file.bytes, `pacte-${code}.pdf`);
  }
  // Between the last signature and the seal there is nothing to sign, and not yet the file to keep.
  if (completedAt !== null) error(503, SEALING);
  const bytes = await printed(event, () => renderPact(text, { address: publicAddress(config) }));
  return pdf(bytes, `pacte-${code}-a-signer.pdf`);
}

function pdf(bytes: Uint8Array, name: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${name}"` },
  });
}
