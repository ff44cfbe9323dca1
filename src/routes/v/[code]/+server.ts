/** The short address printed on paper: leads to the text, or to where a mistyped code is helped. */
import { error, redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { typedCode } from '#domain/shared/short-code.ts';
import { secondsToWaitToLookUpCode } from '#server/http/code-allowance.ts';
import { runtime } from '#server/runtime.ts';
import { findAgreedText } from '#server/storage/agreed-texts.ts';

export const GET: RequestHandler = async ({ params, setHeaders, getClientAddress }) => {
  setHeaders({ 'cache-control': 'no-store' });
  if (secondsToWaitToLookUpCode(getClientAddress()) > 0) error(429);
  const code = typedCode(params.code);
  const known = code !== null && (await findAgreedText((await runtime()).db, { code })) !== null;
  if (known) redirect(303, `/textes/${code}`);
  redirect(303, `/verifier?code=${encodeURIComponent(params.code.slice(0, 40))}`);
};
