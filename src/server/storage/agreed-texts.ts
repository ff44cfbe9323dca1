/** Frozen texts: their canonical bytes, for ever; the rest of a row repeats what they say, to be looked up. */
import { createHash } from 'node:crypto';
import type { Generated } from 'kysely';
import { canonicalBytes, type AgreedText } from '#domain/pact/agreed-text.ts';
import type { Db } from './connection.ts';
import { placeColumns } from './places.ts';

export type AgreedTextTables = {
  agreedText: {
    id: Generated<number>;
    negotiationId: number;
    code: string;
    canonical: Buffer;
    sha256: string;
    edition: string;
    municipalityCode: string | null;
    groupingSiren: string | null;
    frozenAt: Date;
    addendumTo: number | null;
    reopenedAt: Date | null;
  };
};

/** By its code or its number, or the one of a negotiation that is in force. */
export type AgreedTextKey = { readonly code: string } | { readonly id: number } | { readonly negotiation: number };

export type KeptText = {
  readonly id: number;
  readonly negotiation: number;
  readonly text: AgreedText;
  readonly canonical: Uint8Array;
  readonly sha256: string;
  readonly frozenAt: Date;
  readonly reopenedAt: Date | null;
};

export async function findAgreedText(db: Db, key: AgreedTextKey): Promise<KeptText | null> {
  const row = await db
    .selectFrom('agreedText')
    .selectAll()
    .$if('code' in key, (query) => query.where('code', '=', 'code' in key ? key.code : ''))
    .$if('id' in key, (query) => query.where('id', '=', 'id' in key ? key.id : 0))
    .$if('negotiation' in key, (query) =>
      query.where('negotiationId', '=', 'negotiation' in key ? key.negotiation : 0).where('reopenedAt', 'is', null),
    )
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    negotiation: row.negotiationId,
    // Written by keepAgreedText alone, and its hash is checked by the table.
    text: JSON.parse(row.canonical.toString('utf8')) as AgreedText,
    canonical: row.canonical,
    sha256: row.sha256,
    frozenAt: row.frozenAt,
    reopenedAt: row.reopenedAt,
  };
}

/** Throws when the code is taken: the transaction is tried again with another. */
export async function keepAgreedText(
  db: Db,
  { negotiation, text, at }: { readonly negotiation: number; readonly text: AgreedText; readonly at: Date },
): Promise<{ readonly id: number; readonly sha256: string }> {
  const canonical = Buffer.from(canonicalBytes(text));
  const sha256 = createHash('sha256').update(canonical).digest('hex');
  const before =
    text.addendumTo === null
      ? null
      : await db
          .selectFrom('agreedText')
          .select('id')
          .where('code', '=', text.addendumTo.code)
          .executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto('agreedText')
    .values({
      negotiationId: negotiation,
      code: text.code,
      canonical,
      sha256,
      edition: text.edition.id,
      ...placeColumns(text.place),
      frozenAt: at,
      addendumTo: before?.id ?? null,
      reopenedAt: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, sha256 };
}

/** False: it was not in force. */
export async function reopenAgreedText(db: Db, id: number, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('agreedText')
    .set({ reopenedAt: at })
    .where('id', '=', id)
    .where('reopenedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
