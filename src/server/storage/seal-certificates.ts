/** Certificates of the keys with which this site seals. Public; the keys are not here (../seal/key-file.ts). */
import { createHash } from 'node:crypto';
import type { Db } from './connection.ts';

export type SealCertificateTables = {
  sealCertificate: { fingerprint: string; certificate: Buffer; madeAt: Date; retiredAt: Date | null };
};

export type SealCertificate = {
  readonly fingerprint: string;
  /** DER. */
  readonly certificate: Uint8Array;
  readonly madeAt: Date;
  /** Null: in use. */
  readonly retiredAt: Date | null;
};

/** The one in use first, then the last retired. */
export async function sealCertificates(db: Db): Promise<readonly SealCertificate[]> {
  return await db
    .selectFrom('sealCertificate')
    .selectAll()
    .orderBy('retiredAt', (order) => order.desc().nullsFirst())
    .execute();
}

/** Puts this certificate in use; the one before is retired. Without effect when it is in use already. */
export async function putInUse(
  db: Db,
  given: { readonly certificate: Uint8Array; readonly at: Date },
): Promise<{ readonly fingerprint: string; readonly before: string | null }> {
  const certificate = Buffer.from(given.certificate);
  const fingerprint = createHash('sha256').update(certificate).digest('hex');
  const retired = await db
    .updateTable('sealCertificate')
    .set({ retiredAt: given.at })
    .where('retiredAt', 'is', null)
    .where('fingerprint', '<>', fingerprint)
    .returning('fingerprint')
    .executeTakeFirst();
  await db
    .insertInto('sealCertificate')
    .values({ fingerprint, certificate, madeAt: given.at, retiredAt: null })
    .onConflict((conflict) => conflict.column('fingerprint').doNothing())
    .execute();
  return { fingerprint, before: retired?.fingerprint ?? null };
}
