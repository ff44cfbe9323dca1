/** The way into a draft by its private address, for every page and act under it. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { editionById } from '#server/charters.ts';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { sayActRefusal } from '#ui/messages/act-refusals.fr.ts';
import type { CannotEnter } from '#use-cases/drafts/enter-draft.ts';
import { seeDraft } from '#use-cases/drafts/see-draft.ts';
import { keepPrivate } from '#server/http/private-page.ts';

/** Who comes, as the use cases want to know it. */
export async function holderOf({ params }: { params: { token: string } }) {
  const { db } = await runtime();
  const key = { token: params.token };
  return { db, stores: storesOn(db), actor: { kind: 'draft-holder', token: params.token } as const, key };
}

/** For a page: what `findDraft` finds, kept private. Once in a request. */
export async function enterDraftPage(event: Pick<RequestEvent, 'setHeaders'> & { params: { token: string } }) {
  keepPrivate(event.setHeaders);
  return await findDraft(event);
}

/** The draft, its edition and its address; 404 or 410 with their sentence otherwise. For an act, whose page enters anew. */
export async function findDraft(event: { params: { token: string } }) {
  const { db, stores, actor, key } = await holderOf(event);
  const seen = await seeDraft(stores, actor, { draft: key }, new Date());
  if (!seen.ok) notShown(seen.refusal);
  const draft = seen.value;
  const edition = draft.choices.edition === null ? null : editionById(draft.choices.edition);
  return { db, draft, edition, home: `/lire/${key.token}` };
}

/** Throws 410 for a draft that has expired, 404 for one that cannot be entered, with their sentence. */
export function notShown(refusal: CannotEnter): never {
  error(refusal.kind === 'expired-draft' ? 410 : 404, sayActRefusal(refusal));
}
