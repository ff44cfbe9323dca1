/**
 * Everybody signed: the text is sealed, its PDF kept, and the pact made public. Between the last signature and this, the
 * server may stop at any point: the work is found again and done once (../../server/jobs/seal-texts.ts).
 */
import type { Actor } from '#domain/access/gate.ts';
import type { AgreedText } from '#domain/pact/agreed-text.ts';
import { namedBodies, pactOfAgreedText } from '#domain/pact/pact-of-agreed-text.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import type { Paper } from '#domain/signature/paper.ts';
import type { SealedSignature } from '#domain/signature/sealed-signature.ts';
import type { Signing, SigningSignatory } from '#domain/signature/signing.ts';
import type { Stores } from '../stores.ts';
import { actorName, enterSigning, type CannotEnterSigning } from './enter-signing.ts';
import { aboutText } from './signature-mails.ts';
import type { JournalLink } from './signing-store.ts';
import { tellSides } from './tell-sides.ts';
import { yesReported } from './yes-reported.ts';

export type ToSeal = {
  readonly text: AgreedText;
  readonly signatures: readonly SealedSignature[];
  readonly events: readonly JournalLink[];
  /** The collective wrote down the yes of the other side: the page of proof says so. */
  readonly yesReported: boolean;
};

/** Makes the sealed PDF. Throws when it cannot: the next round tries again. */
export type SealMachine = (
  given: ToSeal,
  now: Date,
) => Promise<{ readonly bytes: Uint8Array; readonly sha256: string }>;

/** `again`: it was sealed meanwhile. `pact`: the number of the pact made public; null: an addendum, shown beside the pact. */
export type Sealed = { readonly again: boolean; readonly pact: number | null };

/** Throws when the signatures changed while the PDF was made: nothing is kept, and the next round makes another. */
export async function sealText(
  stores: Stores,
  actor: Actor,
  request: { readonly id: number },
  { now, seal }: { readonly now: Date; readonly seal: SealMachine },
): Promise<Result<Sealed, CannotEnterSigning>> {
  const { id } = request;
  const first = await enterSigning(stores, actor, { act: 'seal-text', key: { id }, now, lock: false });
  if (!first.ok) return first;
  if (first.value.signing.sealed !== null) return accept({ again: true, pact: await stores.signing.after.pact(id) });
  // Making the PDF takes seconds: nothing is locked meanwhile.
  const papers = await stores.signing.papers.of(id);
  const signatures = sealedSignatures(first.value.signing, papers);
  const events = await stores.signing.events(id);
  const reported = await yesReported(stores, first.value.signing);
  const pdf = await seal({ text: first.value.signing.text, signatures, events, yesReported: reported }, now);

  return await stores.together<Sealed, CannotEnterSigning>(async (all) => {
    const entered = await enterSigning(all, actor, { act: 'seal-text', key: { id }, now, lock: true });
    if (!entered.ok) return entered;
    const { signing, role } = entered.value;
    if (signing.sealed !== null) return accept({ again: true, pact: await all.signing.after.pact(id) });
    // A name found meanwhile to be nobody's must not stay in a file that cannot change: the next round makes another.
    const still = sealedSignatures(signing, await all.signing.papers.of(id));
    if (JSON.stringify(still) !== JSON.stringify(signatures)) {
      throw new Error(`the signatures of text ${id} changed while its PDF was made`);
    }
    const document = await all.documents.keep({
      bytes: pdf.bytes,
      filename: `pacte-${signing.code}.pdf`,
      mediaType: 'application/pdf',
      source: { url: null, description: 'Pacte signé et scellé sur ce site', publishedOn: null },
      receivedAt: now,
    });
    if (document.sha256 !== pdf.sha256) throw new Error('the sealed PDF that was kept is not the one that was made');
    await all.signing.markSealed(id, { at: now, document: document.id });
    const by = actorName(actor, null);
    const published =
      signing.text.addendumTo === null ? await publish(all, signing, { document: document.id, now }) : null;
    const mail = { kind: 'signature-sealed', ...aboutText(signing.text) } as const;
    await tellSides(all, signing, { mail, at: now, signatories: true });
    await all.journal.append({
      at: now,
      act: 'seal-text',
      actor: role,
      subject: { kind: 'agreed-text', id },
      says: { by, code: signing.code, text: signing.sha256, pdf: document.sha256 },
    });
    if (published !== null) {
      await all.journal.append({
        at: now,
        act: 'publish-signed',
        actor: role,
        subject: { kind: 'pact', id: published.id },
        says: { by, code: signing.code, text: signing.sha256, document: document.sha256, digest: published.digest },
      });
    }
    return accept({ again: false, pact: published?.id ?? null });
  });
}

async function publish(
  stores: Stores,
  signing: Signing,
  { document, now }: { readonly document: number; readonly now: Date },
): Promise<{ readonly id: number; readonly digest: string }> {
  const { text } = signing;
  return await stores.published.publishSigned({
    pact: pactOfAgreedText(text, { signedOn: signedOn(signing) }),
    agreedText: signing.id,
    document,
    bodies: namedBodies(text),
    list: text.counterpart.kind === 'list' ? text.counterpart.list : null,
    at: now,
  });
}

/** The day of the last signature, at the place. */
export function signedOn(signing: Signing): string {
  const days = signing.signatories.flatMap(({ signedAt }) =>
    signedAt === null ? [] : [dayIn(signedAt, signing.zone)],
  );
  return days.toSorted().at(-1) ?? dayIn(signing.completedAt ?? signing.frozenAt, signing.zone);
}

/** In the order in which they were named. One contested since the end is told beside the sealed text, not in it. */
export function sealedSignatures(signing: Signing, papers: readonly Paper[]): readonly SealedSignature[] {
  return signing.signatories.flatMap((signatory) => {
    const stands =
      signatory.state === 'signed' || (signatory.state === 'contested' && signatory.contested?.from === 'signed');
    return stands ? sealedSignature(signing, signatory, papers) : [];
  });
}

function sealedSignature(
  { zone }: Signing,
  { side, name, role, means, signedAt, emailProved, paper: number }: SigningSignatory,
  papers: readonly Paper[],
): SealedSignature[] {
  if (means === null || signedAt === null) return [];
  const paper = papers.find(({ id }) => id === number);
  const [page] = paper?.pages ?? [];
  return [
    {
      side,
      name,
      role,
      means,
      signedAt: signedAt.toISOString(),
      // A paper tells a day, and no hour.
      ...(means === 'online' ? {} : { signedOn: dayIn(signedAt, zone) }),
      emailProved,
      evidence: page === undefined ? null : { filename: page.filename, sha256: page.sha256 },
      confirmedBy: paper?.witnesses.length ?? 0,
    },
  ];
}
