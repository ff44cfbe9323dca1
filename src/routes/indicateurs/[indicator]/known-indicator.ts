/** The door of an indicator and its files: one that the town hall alone sees is not found. */
import { error } from '@sveltejs/kit';
import { runtime } from '#server/runtime.ts';
import { publicIndicator } from '#server/storage/public-indicators.ts';
import { idIn } from '#ui/addresses.ts';

export async function knownIndicator({ indicator: segment }: { readonly indicator: string }) {
  const id = idIn(segment) ?? error(404);
  const { db } = await runtime();
  return { db, indicator: (await publicIndicator(db, id)) ?? error(404) };
}
