/** The way into a bulk entry for its pages: to who is not of the team, and for one that is not there, the same 404. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { entryShown } from '#server/storage/bulk-entry-pages.ts';
import { enterTeam } from '../team.ts';

type Asking = Pick<RequestEvent, 'request' | 'cookies' | 'url'> & { readonly params: { readonly entry: string } };

export async function enterEntry(event: Asking) {
  const entered = await enterTeam(event, 'see-entries');
  const now = new Date();
  const id = numberIn(event.params.entry);
  const entry = (id === null ? null : await entryShown(entered.db, { id, now })) ?? error(404);
  return { ...entered, entry, now };
}

/** For an act, which finds the item by itself. */
export async function itemKeyOf(
  event: Asking & { readonly params: { readonly entry: string; readonly item: string } },
) {
  const entered = await enterTeam(event, 'see-entries');
  const [entry, item] = [numberIn(event.params.entry), numberIn(event.params.item)];
  if (entry === null || item === null) error(404);
  return { ...entered, key: { entry, item }, home: `/equipe/saisies/${entry}` };
}

function numberIn(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
