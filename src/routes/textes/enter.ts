/** The way to an agreed text by its code, for every page and act under it. */
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actor } from '#domain/access/gate.ts';
import { typedCode } from '#domain/shared/short-code.ts';
import { actorOf } from '#server/accounts/actor-of.ts';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { NOT_PUBLIC } from '#ui/messages/signing.fr.ts';
import { saySigningRefusal, type SigningRefusal } from '#ui/messages/signing-refusals.fr.ts';
import { seeSigning, type SeenSigning } from '#use-cases/signature/see-signing.ts';
import type { Comer } from './papers.ts';

type Asking = Pick<RequestEvent, 'request' | 'cookies' | 'url' | 'setHeaders'> & { params: { code: string } };

const ANYONE: Actor = { kind: 'anyone' };

/** The code as it is kept; a code typed otherwise (lower case, a hyphen) is sent to its address. */
export function codeIn({ params, url }: Pick<Asking, 'params' | 'url'>): string {
  const code = typedCode(params.code) ?? error(404, NOT_PUBLIC);
  if (code !== params.code) redirect(308, url.pathname.replace(`/textes/${params.code}`, `/textes/${code}`));
  return code;
}

/**
 * What a visitor sees of the text. Once everybody signed it is public: nobody is asked who they are, and the page is the same
 * for all. Before, only those of it see it; for others it is not there.
 */
export async function enterText(event: Asking): Promise<{ readonly seen: SeenSigning; readonly isPublic: boolean }> {
  const code = codeIn(event);
  const { db } = await runtime();
  const stores = storesOn(db);
  const now = new Date();
  const open = await seeSigning(stores, ANYONE, { code }, now);
  if (open.ok) {
    // A moment later it is sealed: a browser that keeps this page would not know.
    if (open.value.signing.sealed === null) event.setHeaders({ 'cache-control': 'no-store' });
    return { seen: open.value, isPublic: true };
  }
  keepPrivate(event.setHeaders);
  const seen = await seeSigning(stores, await actorOf(event), { code }, now);
  if (!seen.ok) error(404, NOT_PUBLIC);
  return { seen: seen.value, isPublic: false };
}

/** For the private pages under a text: whoever is of one of its sides, or of the national team. */
export async function enterInside(event: Asking) {
  keepPrivate(event.setHeaders);
  const inside = await insider(event);
  const seen = await seeSigning(inside.stores, inside.actor, { code: inside.code }, new Date());
  if (!seen.ok || !seen.value.inside) error(404, NOT_PUBLIC);
  return { ...inside, seen: seen.value };
}

/** For an act, which passes the gate by itself. */
export async function insider(event: Omit<Asking, 'setHeaders'>) {
  const code = typedCode(event.params.code) ?? error(404, NOT_PUBLIC);
  const { db, config } = await runtime();
  return { db, config, stores: storesOn(db), actor: await actorOf(event), code };
}

/** Who comes to the papers of a text with an account. */
export async function comerTo(event: Omit<Asking, 'setHeaders'>): Promise<Comer> {
  const { stores, actor, code } = await insider(event);
  return { stores, actor, code, base: `/textes/${code}`, back: `/textes/${code}/signatures` };
}

/** What somebody did meanwhile. */
const CONFLICTS: ReadonlySet<SigningRefusal['kind']> = new Set([
  'wrong-state',
  'addendum-under-way',
  'addendum-signed-since',
  'renounced-text',
  'already-negotiating',
]);

/** Not allowed and not there look the same. `typed` is what the form held. */
export function refusedAct<Typed extends object>(
  refusal: SigningRefusal,
  { typed, form, field = null }: { readonly typed: Typed; readonly form: string; readonly field?: string | null },
) {
  if (refusal.kind === 'not-allowed' || refusal.kind === 'unknown-text') error(404, NOT_PUBLIC);
  const status = CONFLICTS.has(refusal.kind) ? 409 : refusal.kind === 'file-too-large' ? 413 : 400;
  return fail(status, { form, field, typed, problem: saySigningRefusal(refusal) });
}
