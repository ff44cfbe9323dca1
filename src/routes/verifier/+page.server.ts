import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { typedCode } from '#domain/shared/short-code.ts';
import { TypstFailure } from '#publishing/pdf/typst-process.ts';
import { publicAddress } from '#server/config.ts';
import { allowance } from '#server/http/allowance.ts';
import { secondsToWaitToLookUpCode } from '#server/http/code-allowance.ts';
import { runtime } from '#server/runtime.ts';
import { verifyPdf } from '#server/seal/verify-pdf.ts';
import { nearCodes, verifiedText } from '#server/storage/text-fate.ts';
import * as words from '#ui/messages/verification.fr.ts';

/** As the site's whole limit for a body. */
const FILE_BYTES_LIMIT = 20 * 1024 * 1024;
/** Comparing may make a PDF anew, which costs a process. */
const FILES = allowance({ times: 30, timesHere: 300, windowMilliseconds: 10 * 60_000 });

export const load: PageServerLoad = async ({ url, setHeaders, getClientAddress }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const typed = (url.searchParams.get('code') ?? '').slice(0, 40).trim();
  return { limitInBytes: FILE_BYTES_LIMIT, typed, asked: await askedCode(typed, getClientAddress) };
};

async function askedCode(typed: string, getClientAddress: () => string) {
  if (typed === '') return null;
  const code = typedCode(typed);
  if (code === null) return { problem: words.notACode(typed), near: [], answer: null };
  if (secondsToWaitToLookUpCode(getClientAddress()) > 0) {
    return { problem: words.TOO_MANY_CODES, near: [], answer: null };
  }
  const { db } = await runtime();
  const found = await verifiedText(db, { code });
  // What is not signed is told like what does not exist: it is nobody else's.
  if (found?.fate.state === 'signed') return { problem: null, near: [], answer: words.sayText(found) };
  return { problem: words.unknownCode(code), near: await nearCodes(db, code), answer: null };
}

export const actions: Actions = {
  default: async ({ request, getClientAddress }) => {
    const wait = FILES.secondsToWait(getClientAddress(), Date.now());
    if (wait > 0) return refused(429, { kind: 'too-often', seconds: wait });
    const form = await request.formData().catch(() => null);
    if (form === null) return refused(413, { kind: 'too-large', limitInBytes: FILE_BYTES_LIMIT });
    const file = form.get('file');
    if (!(file instanceof File) || (file.name === '' && file.size === 0)) return refused(400, { kind: 'no-file' });
    if (file.size === 0) return refused(400, { kind: 'empty-file' });
    if (file.size > FILE_BYTES_LIMIT) return refused(413, { kind: 'too-large', limitInBytes: FILE_BYTES_LIMIT });
    const { config, db } = await runtime();
    const bytes = new Uint8Array(await file.arrayBuffer());
    try {
      const found = await verifyPdf(bytes, { db, address: publicAddress(config) });
      return { problem: null, answer: words.sayVerification(found) };
    } catch (error) {
      if (!(error instanceof TypstFailure && error.reason === 'busy')) throw error;
      return refused(503, { kind: 'busy' });
    }
  },
};

function refused(status: number, refusal: words.FileRefusal) {
  return fail(status, { problem: words.sayFileRefusal(refusal), answer: null });
}
