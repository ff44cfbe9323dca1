/** Nothing is shown at this address: because nothing ever was, or because it was withdrawn, and then why. */
import { error } from '@sveltejs/kit';
import { sayWithdrawn } from '#ui/messages/corrections.fr.ts';
import type { Db } from '#server/storage/connection.ts';
import { withdrawalOf, type Published } from '#server/storage/earlier-readings.ts';

/** Throws 410 with the sentence of the page, or 404. */
export async function neverThereOrGone(db: Db, published: Published): Promise<never> {
  const withdrawal = await withdrawalOf(db, published);
  if (withdrawal === null) error(404);
  error(410, sayWithdrawn(published.what, withdrawal));
}
