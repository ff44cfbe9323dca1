/** A file that something said in public rests on: found through what was said, never by its number alone. */
import { sql, type NotNull } from 'kysely';
import { saidKey, type Said } from '#domain/follow-up/said-report.ts';
import type { Db } from './connection.ts';

export type EvidenceFile = {
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly filename: string;
  readonly mediaType: string;
};

/** Null: nothing public of this number rests on this file, or it was taken out of sight. */
export async function evidenceFile(
  db: Db,
  { said, document }: { readonly said: Said; readonly document: number },
): Promise<EvidenceFile | null> {
  const usedBy = saidKey(said);
  const file = await db
    .selectFrom('evidenceDocument as e')
    .innerJoin('document', 'document.id', 'e.documentId')
    .select(['document.bytes', 'document.sha256', 'document.filename', 'document.mediaType'])
    .where('e.documentId', '=', document)
    .where('e.usedBy', '=', usedBy)
    .where('e.hiddenAt', 'is', null)
    .where('document.bytes', 'is not', null)
    .$narrowType<{ bytes: NotNull }>()
    .$if('remark' in said, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('remark')
            .select('remark.id')
            .where('remark.id', '=', 'remark' in said ? said.remark : 0)
            .where('remark.hiddenAt', 'is', null)
            .where('remark.withdrawnAt', 'is', null),
        ),
      ),
    )
    // What was said of a pact that was withdrawn is shown no more.
    .where(
      sql<boolean>`exists (select from pact where pact.id = (${
        'assessment' in said
          ? sql`select pact_id from assessment where id = ${said.assessment}`
          : sql`select pact_id from remark where id = ${said.remark}`
      }))`,
    )
    .executeTakeFirst();
  return file ?? null;
}

/** The promise that was spoken of. Null: nothing of this number was said. */
export async function promiseResting(
  db: Db,
  said: Said,
): Promise<{ readonly pact: number; readonly item: string } | null> {
  const row =
    'assessment' in said
      ? await db
          .selectFrom('assessment')
          .select(['pactId as pact', 'item'])
          .where('id', '=', said.assessment)
          .executeTakeFirst()
      : await db
          .selectFrom('remark')
          .select(['pactId as pact', 'item'])
          .where('id', '=', said.remark)
          .executeTakeFirst();
  return row ?? null;
}
