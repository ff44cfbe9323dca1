/** Who opens a secret link of a signatory, for its page and its acts. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { LINK_GONE } from '#ui/messages/signing.fr.ts';
import { seeSigning, type SeenSigning } from '#use-cases/signature/see-signing.ts';
import type { Comer } from '../../textes/papers.ts';

/** 404 when it opens nothing: unknown, or its bearer was taken off. */
export async function bearer({ params }: { params: { token: string } }) {
  const { db, config } = await runtime();
  const stores = storesOn(db);
  const actor = { kind: 'signatory', token: params.token } as const;
  const link = await stores.signing.byLink(params.token);
  if (link === null) error(404, LINK_GONE);
  return { stores, actor, config, text: link.text, home: `/signer/${params.token}` };
}

/** For the papers of the text: the bearer sees and does what their side may, under their own address. */
export async function enterByLink(
  event: Pick<RequestEvent, 'setHeaders'> & { params: { token: string } },
): Promise<{ readonly comer: Comer; readonly seen: SeenSigning }> {
  keepPrivate(event.setHeaders);
  const { stores, actor, text, home } = await bearer(event);
  const seen = await seeSigning(stores, actor, { id: text }, new Date());
  if (!seen.ok || seen.value.signatory === null) error(404, LINK_GONE);
  return { comer: { stores, actor, code: seen.value.signing.code, base: home, back: home }, seen: seen.value };
}

/** For an act, which passes the gate by itself. */
export async function linkComer(event: { params: { token: string } }): Promise<Comer> {
  const { stores, actor, text, home } = await bearer(event);
  const signing = (await stores.signing.find({ id: text })) ?? error(404, LINK_GONE);
  return { stores, actor, code: signing.code, base: home, back: home };
}
