/** A text signed by both sides and sealed, kept as the site keeps it. */
import type { Db } from '#server/storage/connection.ts';
import { keepDocument } from '#server/storage/documents.ts';
import { putInUse } from '#server/storage/seal-certificates.ts';
import { storesOn } from '#server/stores.ts';
import { completeText, type Frozen, type FrozenText } from '#tests/signing-world.ts';
import type { InstanceKey } from '../instance-key.ts';
import { sealPact } from '../seal-pact.ts';
import { SEALED_AT, toSeal } from './sealed-champigny.ts';

export type SealedText = { readonly frozen: FrozenText; readonly bytes: Uint8Array; readonly before: Uint8Array };

export async function sealedText(db: Db, key: InstanceKey, given: Frozen = {}): Promise<SealedText> {
  await putInUse(db, { certificate: key.certificate, at: SEALED_AT });
  const frozen = await completeText(db, given);
  const proved = await toSeal(frozen.text);
  const { bytes } = await sealPact(proved, key, SEALED_AT);
  const kept = await keepDocument(db, {
    bytes,
    filename: `${frozen.code}.pdf`,
    mediaType: 'application/pdf',
    source: { url: null, description: null, publishedOn: null },
    receivedAt: SEALED_AT,
  });
  await storesOn(db).signing.markSealed(frozen.id, { at: SEALED_AT, document: kept.id });
  return { frozen, bytes, before: proved.pdf };
}
