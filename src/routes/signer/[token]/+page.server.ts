import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { formText } from '#server/http/form-text.ts';
import { mailsReadableHere } from '#server/http/local-visitor.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { secondsToWaitForCode, secondsToWaitToTryCode } from '#server/http/proof-allowance.ts';
import { tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { LINK_GONE } from '#ui/messages/signing.fr.ts';
import { saySigningRefusal, type SigningRefusal } from '#ui/messages/signing-refusals.fr.ts';
import { askSigningCode } from '#use-cases/signature/ask-signing-code.ts';
import { contestSignature } from '#use-cases/signature/contest-signature.ts';
import { declineSigning } from '#use-cases/signature/decline-signing.ts';
import { seeSigning } from '#use-cases/signature/see-signing.ts';
import { signOnline } from '#use-cases/signature/sign-online.ts';
import { bearer } from './bearer.ts';

export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const { stores, actor, config, text } = await bearer(event);
  const seen = await seeSigning(stores, actor, { id: text }, new Date());
  if (!seen.ok || seen.value.signatory === null) error(404, LINK_GONE);
  const { signing, state, signatory, signatures } = seen.value;
  const { name, role, proof, contested, declined, signedAt } = signatory;
  return {
    text: signing.text,
    code: signing.code,
    sha256: signing.sha256,
    state,
    home: `/signer/${event.params.token}`,
    sealed: signing.sealed !== null,
    expiresOn: signing.expiresOn,
    signatures,
    me: { name, role, state: signatory.state, signedAt, declined, contested, codeAsked: proof !== null },
    papers: seen.value.papers
      .filter(({ dropped }) => dropped === null)
      .map(({ id, kind, signedOn, confirmedAt, witnesses }) => ({
        id,
        kind,
        signedOn,
        confirmedAt,
        witnesses: witnesses.length,
      })),
    mailsHere: mailsReadableHere(config, event),
  };
};

export const actions: Actions = {
  code: async (event) => {
    const { stores, actor, text, home } = await bearer(event);
    const typed = await wordsTyped(event);
    const wait = secondsToWaitForCode(event.getClientAddress());
    if (wait > 0) return refused(429, typed, { problem: tooManyAskings(wait), field: null });
    const asked = await askSigningCode(stores, actor, { text, ...typed }, new Date());
    if (!asked.ok) return refusedFor(asked.refusal, typed);
    redirect(303, `${home}#signer`);
  },
  sign: async (event) => {
    const { stores, actor, text, home } = await bearer(event);
    const form = await event.request.formData();
    const typed = { name: formText(form, 'name', 200), role: formText(form, 'role', 200) };
    const wait = secondsToWaitToTryCode(event.getClientAddress());
    if (wait > 0) return refused(429, typed, { problem: tooManyAskings(wait), field: null });
    const request = { text, ...typed, code: formText(form, 'code', 20), read: form.get('read') === 'yes' };
    const signed = await signOnline(stores, actor, request, new Date());
    if (!signed.ok) return refusedFor(signed.refusal, { ...typed, read: request.read });
    redirect(303, home);
  },
  decline: async (event) => {
    const { stores, actor, text, home } = await bearer(event);
    const reason = formText(await event.request.formData(), 'reason', 2000);
    const declined = await declineSigning(stores, actor, { text, reason }, new Date());
    if (!declined.ok) return refusedFor(declined.refusal, { reason }, 'reason');
    redirect(303, home);
  },
  contest: async (event) => {
    const { stores, actor, text, home } = await bearer(event);
    const words = formText(await event.request.formData(), 'words', 2000);
    const contested = await contestSignature(stores, actor, { text, words }, new Date());
    if (!contested.ok) return refusedFor(contested.refusal, { words }, 'words');
    redirect(303, home);
  },
};

async function wordsTyped({ request }: Pick<RequestEvent, 'request'>) {
  const form = await request.formData();
  return { name: formText(form, 'name', 200), role: formText(form, 'role', 200), read: form.get('read') === 'yes' };
}

type Typed = {
  readonly name?: string;
  readonly role?: string;
  readonly read?: boolean;
  readonly reason?: string;
  readonly words?: string;
};
type Field = 'name' | 'role' | 'read' | 'code' | 'reason' | 'words';

function refused(status: number, typed: Typed, said: { readonly problem: string; readonly field: Field | null }) {
  return fail(status, { typed, ...said });
}

function refusedFor(refusal: SigningRefusal, typed: Typed, field: Field | null = fieldOf(refusal)) {
  const status = refusal.kind === 'too-many-codes' ? 429 : refusal.kind === 'wrong-state' ? 409 : 400;
  return refused(status, typed, { problem: saySigningRefusal(refusal), field });
}

function fieldOf({ kind }: SigningRefusal): Field | null {
  switch (kind) {
    case 'bad-name':
    case 'already-named':
      return 'name';
    case 'bad-role':
      return 'role';
    case 'not-read':
      return 'read';
    case 'wrong-code':
    case 'late-code':
    case 'used-code':
    case 'too-many-tries':
    case 'unknown-proof':
      return 'code';
    default:
      return null;
  }
}
