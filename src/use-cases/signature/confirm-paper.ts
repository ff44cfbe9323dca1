/**
 * Somebody looked at a paper and says that it is the same text, signed by those it names. Two different people make it count,
 * one of each side when both have somebody, always for the vote of a council; then those who signed on it have signed.
 */
import type { Actor } from '#domain/access/gate.ts';
import { dayAfter, endOfDay } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Paper, PaperActor } from '#domain/signature/paper.ts';
import type { Signing } from '#domain/signature/signing.ts';
import { SIDES } from '#domain/signature/side.ts';
import { isConfirmed } from '#domain/signature/witness.ts';
import type { Stores } from '../stores.ts';
import { completeIfReady } from './complete-signing.ts';
import { actorName, enterSigning, type CannotEnterSigning } from './enter-signing.ts';
import { ownGuest, paperActor, reachableSides } from './paper-actor.ts';
import { readSigningReason, type BadReason } from './reason.ts';
import { aboutText } from './signature-mails.ts';
import { tellSides } from './tell-sides.ts';

export type ConfirmPaper = {
  readonly code: string;
  readonly paper: number;
  /** The person says that it is the same text, of the same fingerprint. */
  readonly same: boolean;
};

export type CannotConfirm =
  | CannotEnterSigning
  | {
      readonly kind:
        | 'unknown-paper'
        | 'paper-confirmed'
        | 'paper-dropped'
        | 'no-page-yet'
        | 'not-the-same'
        | 'looked-already'
        | 'own-guest';
    };

/** `counts`: it was the second, and the paper counts now. */
export async function confirmPaper(
  stores: Stores,
  actor: Actor,
  request: ConfirmPaper,
  now: Date,
): Promise<Result<{ readonly counts: boolean; readonly complete: boolean }, CannotConfirm>> {
  return await stores.together<{ counts: boolean; complete: boolean }, CannotConfirm>(async (all) => {
    const entered = await enterSigning(all, actor, {
      act: 'confirm-paper',
      key: { code: request.code },
      now,
      lock: true,
    });
    if (!entered.ok) return entered;
    const { signing, role, signatory } = entered.value;
    const by = await paperActor(all, actor, entered.value);
    if (by === null) return refuse({ kind: 'not-allowed', act: 'confirm-paper' });
    const found = await openPaper(all, signing, request.paper);
    if (!found.ok) return found;
    const paper = found.value;
    if (paper.pages.length === 0) return refuse({ kind: 'no-page-yet' });
    if (!request.same) return refuse({ kind: 'not-the-same' });
    const looked = paper.witnesses.some(({ who }) => who === by.who);
    if (!looked && (await ownGuest(all, entered.value, { by, witnesses: paper.witnesses }))) {
      return refuse({ kind: 'own-guest' });
    }
    if (!(await all.signing.papers.witness(paper.id, { ...by, at: now }))) return refuse({ kind: 'looked-already' });
    const witnesses = [...paper.witnesses, by];
    // Nobody names a council: were its own people not asked, a collective could alone make one promise.
    const sides = paper.kind === 'deliberation' ? SIDES : await reachableSides(all, entered.value, SIDES);
    const counts = isConfirmed(witnesses, sides);
    const says = { by: actorName(actor, signatory), side: by.side, paper: paper.id, counts };
    if (counts) await signAllOn(all, signing, paper, now);
    else if (paper.witnesses.length === 0) await askOthersToLook(all, signing, { paper: paper.id, by, now });
    await all.journal.append({
      at: now,
      act: 'confirm-paper',
      actor: role,
      subject: { kind: 'agreed-text', id: signing.id },
      says,
    });
    return accept({ counts, complete: counts && (await completeIfReady(all, signing, now)) });
  });
}

/** The accounts of both sides; of a side without any, those of its signatories who have an address. */
async function askOthersToLook(
  stores: Stores,
  signing: Signing,
  { paper, by, now }: { readonly paper: number; readonly by: PaperActor; readonly now: Date },
): Promise<void> {
  const about = { kind: 'signature-paper-brought', ...aboutText(signing.text), side: by.side } as const;
  const mail = { ...about, link: `/textes/${signing.code}/papier/${paper}` };
  await tellSides(stores, signing, { mail, at: now, but: by.person });
  for (const side of SIDES) {
    if ((await stores.signing.speakers(signing.text, side)).length > 0) continue;
    for (const { id, email, state, side: theirs } of signing.signatories) {
      if (theirs !== side || email === null || id === by.signatory) continue;
      if (state === 'removed' || state === 'contested') continue;
      const token = await stores.signing.makeLink(id, now);
      await stores.mail.queue({ to: email, content: { ...about, link: `/signer/${token}/papier/${paper}` }, at: now });
    }
  }
}

/** Found through its text; neither confirmed nor dropped. */
async function openPaper(
  stores: Stores,
  signing: Signing,
  id: number,
): Promise<Result<Paper, { readonly kind: 'unknown-paper' | 'paper-confirmed' | 'paper-dropped' }>> {
  const paper = (await stores.signing.papers.of(signing.id)).find((candidate) => candidate.id === id);
  if (paper === undefined) return refuse({ kind: 'unknown-paper' });
  if (paper.confirmedAt !== null) return refuse({ kind: 'paper-confirmed' });
  return paper.dropped === null ? accept(paper) : refuse({ kind: 'paper-dropped' });
}

async function signAllOn(stores: Stores, signing: Signing, paper: Paper, now: Date): Promise<void> {
  await stores.signing.papers.confirm(paper.id, now);
  const means = paper.kind === 'paper' ? ('paper' as const) : ('council-vote' as const);
  const signatories = means === 'paper' ? paper.signatories : [await councilOf(stores, signing, now)];
  // A paper tells a day: the instant at which it begins there stands for it.
  const at = endOfDay(dayAfter(paper.signedOn, -1), signing.zone);
  for (const id of signatories) {
    const known = (await stores.signing.find({ id: signing.id }))?.signatories.find((candidate) => candidate.id === id);
    // Taken off, contested or signed online in between: the paper adds nothing for them.
    if (known === undefined || known.state !== 'invited') continue;
    await stores.signing.sign(id, { means, at, emailProved: false, paper: paper.id });
    const { side, name, role } = known;
    await stores.journal.append({
      at: now,
      act: 'sign-text',
      actor: 'job',
      subject: { kind: 'signatory', id },
      says: { text: signing.code, sha256: signing.sha256, side, means, name, role, paper: paper.id },
    });
  }
}

/** The council signs as one, under its own name; named by its vote when nobody did before. */
async function councilOf(stores: Stores, signing: Signing, now: Date): Promise<number> {
  const { name } = signing.text.counterpart;
  const words = { name: [...name].slice(0, 120).join(''), role: COUNCIL_ROLE };
  const id = await stores.signing.name(signing.id, {
    side: 'counterpart',
    ...words,
    email: null,
    invitedOn: null,
    at: now,
    by: { side: 'counterpart', person: null },
  });
  if (id !== null) return id;
  const named = signing.signatories.find(
    (signatory) =>
      signatory.side === 'counterpart' &&
      signatory.state !== 'removed' &&
      signatory.name.toLowerCase() === words.name.toLowerCase(),
  );
  if (named === undefined) throw new Error(`the council of text ${signing.id} is neither named nor nameable`);
  return named.id;
}

/** On the page of proof, as any other role that people type. */
const COUNCIL_ROLE = 'par délibération';

export type DropPaper = { readonly code: string; readonly paper: number; readonly reason: string };
export type CannotDrop =
  CannotEnterSigning | BadReason | { readonly kind: 'unknown-paper' | 'paper-confirmed' | 'paper-dropped' };

/** It is not the same text, or the picture cannot be read: anybody of both sides says so, and why. The files stay kept. */
export async function dropPaper(
  stores: Stores,
  actor: Actor,
  request: DropPaper,
  now: Date,
): Promise<Result<null, CannotDrop>> {
  return await stores.together<null, CannotDrop>(async (all) => {
    const entered = await enterSigning(all, actor, {
      act: 'confirm-paper',
      key: { code: request.code },
      now,
      lock: true,
    });
    if (!entered.ok) return entered;
    const { signing, role, signatory } = entered.value;
    const by = await paperActor(all, actor, entered.value);
    if (by === null) return refuse({ kind: 'not-allowed', act: 'confirm-paper' });
    const found = await openPaper(all, signing, request.paper);
    if (!found.ok) return found;
    const reason = readSigningReason(request.reason, 1000);
    if (!reason.ok) return reason;
    await all.signing.papers.drop(found.value.id, { at: now, reason: reason.value });
    const mail = { kind: 'signature-paper-dropped', ...aboutText(signing.text), reason: reason.value } as const;
    await tellSides(all, signing, { mail, at: now, but: by.person });
    await all.journal.append({
      at: now,
      act: 'drop-paper',
      actor: role,
      subject: { kind: 'agreed-text', id: signing.id },
      says: { by: actorName(actor, signatory), paper: found.value.id, reason: reason.value },
    });
    return accept(null);
  });
}
