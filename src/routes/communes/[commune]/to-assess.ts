/** `…/evaluer` under a thread: the form of the one pact that speaks of it here, or the thread, where each has its own link. */
import { error, redirect } from '@sveltejs/kit';
import { commitmentItem, type CommitmentKey } from '#domain/follow-up/commitment-key.ts';
import { runtime } from '#server/runtime.ts';
import { pactsPromising } from '#server/storage/followed-pacts.ts';
import { municipalityCodeIn } from '#ui/addresses.ts';
import { promiseAddress } from '#ui/follow-up/promise-shown.ts';

/** Never returns: throws the redirect, or 404 where nobody promised it. */
export async function sendToForm(
  { commune, url }: { readonly commune: string; readonly url: URL },
  key: CommitmentKey,
): Promise<never> {
  const code = municipalityCodeIn(commune) ?? error(404);
  const { db } = await runtime();
  const pacts = await pactsPromising(db, { municipality: code, key });
  const [first] = pacts;
  if (first === undefined) error(404);
  const thread = `${url.pathname.replace(/\/evaluer$/, '')}#regards`;
  redirect(303, pacts.length === 1 ? `${promiseAddress(first, commitmentItem(key))}/evaluer` : thread);
}
