/** What became of an agreed text, and which text a file belongs to: all that /verifier asks. */
import type { VerifiedText } from '#domain/signature/verification.ts';
import { addendaOf, pactOfText, renunciationsOf } from './after-signing.ts';
import { findAgreedText, type AgreedTextKey } from './agreed-texts.ts';
import type { Db } from './connection.ts';

/** Null: there is no such text. */
export async function verifiedText(
  db: Db,
  key: AgreedTextKey,
): Promise<(VerifiedText & { readonly id: number }) | null> {
  const kept = await findAgreedText(db, key);
  if (kept === null) return null;
  const [signing, addenda, renunciations, pact] = await Promise.all([
    db.selectFrom('signing').select('completedAt').where('agreedTextId', '=', kept.id).executeTakeFirst(),
    addendaOf(db, kept.id),
    renunciationsOf(db, kept.id),
    pactOfText(db, kept.id),
  ]);
  const signedAt = signing?.completedAt ?? null;
  return {
    id: kept.id,
    text: kept.text,
    sha256: kept.sha256,
    fate: {
      state: signedAt !== null ? 'signed' : kept.reopenedAt === null ? 'not-signed' : 'reopened',
      signedAt,
      pact,
      addenda: addenda.map(({ code, completedAt }) => ({ code, signedAt: completedAt })),
      renunciations: renunciations.map(({ side, on }) => ({ side, on })),
    },
  };
}

/** The text that this very file seals, shows as data, or bears the signatures of. Null: none. */
export async function textOfFile(
  db: Db,
  sha256: string,
): Promise<{ readonly as: 'sealed' | 'canonical-text' | 'evidence'; readonly id: number } | null> {
  const canonical = await db.selectFrom('agreedText').select('id').where('sha256', '=', sha256).executeTakeFirst();
  if (canonical !== undefined) return { as: 'canonical-text', id: canonical.id };
  const sealed = await db
    .selectFrom('signing')
    .innerJoin('document', 'document.id', 'signing.sealedDocumentId')
    .select('signing.agreedTextId as id')
    .where('document.sha256', '=', sha256)
    .executeTakeFirst();
  if (sealed !== undefined) return { as: 'sealed', id: sealed.id };
  const evidence = await db
    .selectFrom('signaturePaperPage as page')
    .innerJoin('document', 'document.id', 'page.documentId')
    .innerJoin('signaturePaper as paper', 'paper.id', 'page.paperId')
    .select('paper.agreedTextId as id')
    .where('document.sha256', '=', sha256)
    .where('paper.droppedAt', 'is', null)
    .executeTakeFirst();
  return evidence === undefined ? null : { as: 'evidence', id: evidence.id };
}

/** The sealed file of a text; null: it is not sealed, or the file is kept elsewhere. */
export async function sealedFile(
  db: Db,
  text: number,
): Promise<{ readonly bytes: Uint8Array; readonly sha256: string; readonly sealedAt: Date } | null> {
  const row = await db
    .selectFrom('signing')
    .innerJoin('document', 'document.id', 'signing.sealedDocumentId')
    .select(['document.bytes', 'document.sha256', 'signing.sealedAt'])
    .where('signing.agreedTextId', '=', text)
    .executeTakeFirst();
  if (row === undefined || row.sealedAt === null || row.bytes === null) return null;
  return { ...row, bytes: row.bytes, sealedAt: row.sealedAt };
}

/** Codes of signed texts that one wrong sign, or two swapped, separate from this one: at most five. Others stay unsaid. */
export async function nearCodes(db: Db, code: string): Promise<readonly string[]> {
  const letters = [...code];
  const swapped = letters.slice(1).map((letter, index) =>
    letters
      .with(index, letter)
      .with(index + 1, letters[index] ?? '')
      .join(''),
  );
  const masks = letters.map((_, index) => letters.with(index, '_').join(''));
  const rows = await db
    .selectFrom('agreedText')
    .innerJoin('signing', 'signing.agreedTextId', 'agreedText.id')
    .select('agreedText.code')
    .where('signing.completedAt', 'is not', null)
    .where((text) =>
      text.or([text('agreedText.code', 'in', swapped), ...masks.map((mask) => text('agreedText.code', 'like', mask))]),
    )
    .orderBy('agreedText.code')
    .limit(5)
    .execute();
  return rows.map(({ code: near }) => near);
}
