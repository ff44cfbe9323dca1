/** Who opens a secret link of a signatory, for its page and its acts. */
import { error } from '@sveltejs/kit';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { LINK_GONE } from '#ui/messages/signing.fr.ts';

/** 404 when it opens nothing: unknown, or its bearer was taken off. */
export async function bearer({ params }: { params: { token: string } }) {
  const { db, config } = await runtime();
  const stores = storesOn(db);
  const actor = { kind: 'signatory', token: params.token } as const;
  const link = await stores.signing.byLink(params.token);
  if (link === null) error(404, LINK_GONE);
  return { stores, actor, config, text: link.text, home: `/signer/${params.token}` };
}
