import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { renderPact } from '#publishing/pdf/pact-pdf.ts';
import { publicAddress } from '#server/config.ts';
import { allowance } from '#server/http/allowance.ts';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { NOT_PUBLIC, SEALING } from '#ui/messages/signing.fr.ts';
import { tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { enterText } from '../../enter.ts';

/** Making one takes a second of work. */
const RENDERINGS = allowance({ times: 20, timesHere: 2_000, windowMilliseconds: 600_000 });

/** Sealed once everybody signed; before, the one to print and sign, for those of the text. */
export const GET: RequestHandler = async (event) => {
  const { seen, isPublic } = await enterText(event);
  const { code, text, sealed } = seen.signing;
  const { db, config } = await runtime();
  if (sealed !== null) {
    const file = (await storesOn(db).documents.fetch(sealed.document)) ?? error(404, NOT_PUBLIC);
    return pdf(file.bytes, `pacte-${code}.pdf`);
  }
  if (isPublic) error(503, SEALING);
  const wait = RENDERINGS.secondsToWait(event.getClientAddress(), Date.now());
  if (wait > 0) error(429, tooManyAskings(wait));
  return pdf(await renderPact(text, { address: publicAddress(config) }), `pacte-${code}-a-signer.pdf`);
};

function pdf(bytes: Uint8Array, name: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${name}"` },
  });
}
