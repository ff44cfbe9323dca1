/** What the tables of signing hold about one person, and how it goes. */
import { sql } from 'kysely';
import type { Json } from '#domain/shared/canonical-json.ts';
import type { Db } from './connection.ts';

/** `who`: how a witness is known, see signature_paper_witness. */
export type OwnSignatures = { readonly person: string; readonly email: string; readonly who: string };

export async function keptAboutSigning(db: Db, { person, email, who }: OwnSignatures): Promise<Json> {
  const [asked, papers, looked, reports] = await Promise.all([
    db
      .selectFrom('signatory')
      .innerJoin('agreedText', 'agreedText.id', 'signatory.agreedTextId')
      .select(['agreedText.code', 'signatory.name', 'signatory.role', 'signatory.state', 'signatory.signedAt'])
      .select(['signatory.declineReason', 'signatory.contestWords'])
      .where(sql`lower(signatory.email)`, '=', email.toLowerCase())
      .orderBy('signatory.id')
      .execute(),
    db
      .selectFrom('signaturePaper as paper')
      .innerJoin('agreedText', 'agreedText.id', 'paper.agreedTextId')
      .select(['agreedText.code', 'paper.broughtAt'])
      .where('paper.broughtByPerson', '=', person)
      .orderBy('paper.id')
      .execute(),
    db
      .selectFrom('signaturePaperWitness as witness')
      .innerJoin('signaturePaper as paper', 'paper.id', 'witness.paperId')
      .innerJoin('agreedText', 'agreedText.id', 'paper.agreedTextId')
      .select(['agreedText.code', 'witness.lookedAt'])
      .where('witness.who', '=', who)
      .orderBy('witness.lookedAt')
      .execute(),
    db
      .selectFrom('signatureReport')
      .select(['words', 'reportedAt'])
      .where(sql`lower(email)`, '=', email.toLowerCase())
      .orderBy('id')
      .execute(),
  ]);
  return {
    invitations: asked.map(({ code, name, role, state, signedAt, declineReason, contestWords }) => ({
      texte: code,
      nom: name,
      qualite: role,
      etat: state,
      signeLe: signedAt?.toISOString() ?? null,
      motifDuRefus: declineReason,
      motsDeLaContestation: contestWords,
    })),
    feuillesDeposees: papers.map(({ code, broughtAt }) => ({ texte: code, le: broughtAt.toISOString() })),
    feuillesConfirmees: looked.map(({ code, lookedAt }) => ({ texte: code, le: lookedAt.toISOString() })),
    signalements: reports.map(({ words, reportedAt }) => ({ mots: words, le: reportedAt.toISOString() })),
  };
}

/** A witness still counts as one, and is nobody any more. */
export async function eraseFromSigning(db: Db, { person, email, who }: OwnSignatures): Promise<void> {
  await db
    .deleteFrom('signatoryLink')
    .where('signatoryId', 'in', (own) =>
      own
        .selectFrom('signatory')
        .select('id')
        .where(sql`lower(email)`, '=', email.toLowerCase()),
    )
    .execute();
  await db
    .updateTable('signatory')
    .set({ email: null, proof: null })
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .execute();
  await db.updateTable('signatory').set({ namedByPerson: null }).where('namedByPerson', '=', person).execute();
  await db.updateTable('signaturePaper').set({ broughtByPerson: null }).where('broughtByPerson', '=', person).execute();
  await db
    .updateTable('signaturePaperWitness')
    .set({ who: sql`'erased ' || gen_random_uuid()`, personId: null })
    .where('who', '=', who)
    .execute();
  // Nobody to answer any more: the national team still sees the words of those that wait.
  await db
    .updateTable('signatureReport')
    .set({ email: '' })
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .execute();
}
