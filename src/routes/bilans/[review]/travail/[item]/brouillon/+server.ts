/** What a member types is kept as they type it, for them alone: nothing is said in the review by it. */
import type { RequestHandler } from './$types';
import { accountOf } from '#server/accounts/actor-of.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { idIn } from '#ui/addresses.ts';
import { fieldsOf } from '#ui/review-work/entry-form.ts';
import { keepTyped } from '#use-cases/reviews/save-entry.ts';

export const POST: RequestHandler = async (event) => {
  keepPrivate(event.setHeaders);
  const account = await accountOf(event);
  if (account === null) return new Response(null, { status: 401 });
  const id = idIn(event.params.review);
  if (id === null) return new Response(null, { status: 404 });
  const form = await event.request.formData().catch(() => null);
  // Past what the site takes at once, nothing of it came.
  if (form === null) return new Response(null, { status: 413 });
  const typed = fieldsOf(form);
  const version = Number(typed['version']?.[0] ?? 0);
  const { db } = await runtime();
  const request = {
    review: id,
    item: event.params.item,
    version: Number.isSafeInteger(version) && version > 0 ? version : 0,
    typed,
  };
  const kept = await keepTyped(storesOn(db), account.person, request, new Date());
  if (kept.ok) return new Response(null, { status: 204 });
  return new Response(null, { status: STATUS[kept.refusal.kind] });
};

const STATUS = { 'unknown-review': 404, 'unknown-promise': 404, 'review-not-now': 409, 'typed-too-long': 413 } as const;
