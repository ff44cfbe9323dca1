/**
 * A code of the form of a municipality's that none has. One of a former commune or of an arrondissement leads, for good, to
 * the same page of the municipality that holds it; any other is not found.
 */
import { error, redirect } from '@sveltejs/kit';
import { placeAddress } from '#ui/addresses.ts';
import type { Db } from '#server/storage/connection.ts';
import { placeHolding } from '#server/storage/places.ts';

/** Never returns: throws the redirect or the refusal. */
export async function sendToHolder(db: Db, { code, url }: { code: string; url: URL }): Promise<never> {
  const holder = (await placeHolding(db, code)) ?? error(404);
  const rest = url.pathname.replace(/^\/communes\/[^/]+/, '');
  redirect(308, placeAddress(holder) + rest + url.search);
}
