import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { formText } from '#server/http/form-text.ts';
import { mailsReadableHere } from '#server/http/local-visitor.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { secondsToWaitForCode, secondsToWaitToTryCode } from '#server/http/proof-allowance.ts';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { NOT_PUBLIC } from '#ui/messages/signing.fr.ts';
import { askReport, reportSignature } from '#use-cases/signature/report-signature.ts';
import { seeSigning } from '#use-cases/signature/see-signing.ts';
import { codeIn, refusedAct } from '../../enter.ts';

const ANYONE = { kind: 'anyone' } as const;

export const load: PageServerLoad = async (event) => {
  const code = codeIn(event);
  keepPrivate(event.setHeaders);
  const { db, config } = await runtime();
  const seen = await seeSigning(storesOn(db), ANYONE, { code }, new Date());
  if (!seen.ok) error(404, NOT_PUBLIC);
  const { signing } = seen.value;
  return {
    text: signing.text,
    code,
    names: signing.signatories
      .filter(({ state }) => state === 'signed')
      .map(({ id, name, role }) => ({ id, name, role })),
    done: event.url.searchParams.has('fait'),
    mailsHere: mailsReadableHere(config, event),
  };
};

export const actions: Actions = {
  ask: async (event) => {
    const code = codeIn(event);
    const form = await event.request.formData();
    const typed = {
      signatory: Number(formText(form, 'signatory', 12)),
      words: formText(form, 'words', 2000),
      email: formText(form, 'email', 300),
      proof: '',
    };
    const wait = secondsToWaitForCode(event.getClientAddress());
    if (wait > 0) return fail(429, { form: 'ask', field: null, typed, problem: tooManyAskings(wait) });
    const { db } = await runtime();
    const asked = await askReport(storesOn(db), ANYONE, { code, ...typed }, new Date());
    if (!asked.ok) {
      const field = {
        'reason-missing': 'words',
        'reason-too-long': 'words',
        'not-an-email': 'email',
        'unknown-signatory': 'signatory',
      }[asked.refusal.kind as string];
      return refusedAct(asked.refusal, { typed, form: 'ask', field: field ?? null });
    }
    // The token of the proof stays in the page: it opens nothing without the code.
    return { form: 'code', field: null, problem: null, typed: { ...typed, proof: asked.value.proof } };
  },
  send: async (event) => {
    const code = codeIn(event);
    const form = await event.request.formData();
    const signatory = Number(formText(form, 'signatory', 12));
    const proof = formText(form, 'proof', 200);
    const typed = { signatory, words: '', email: '', proof };
    const wait = secondsToWaitToTryCode(event.getClientAddress());
    if (wait > 0) return fail(429, { form: 'code', field: null, typed, problem: tooManyAskings(wait) });
    const { db } = await runtime();
    const proofCode = formText(form, 'code', 20);
    const sent = await reportSignature(storesOn(db), ANYONE, { code, signatory, proof, proofCode }, new Date());
    if (!sent.ok) return refusedAct(sent.refusal, { typed, form: 'code', field: 'code' });
    redirect(303, `/textes/${code}/contester?fait`);
  },
};
