import { error, type RequestHandler } from '@sveltejs/kit';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { keptFileResponse } from '#server/http/kept-file.ts';
import { runtime } from '#server/runtime.ts';
import { workingNewsFile } from '#server/storage/action-news.ts';
import { storesOn } from '#server/stores.ts';
import { fileNameOf, idIn } from '#ui/addresses.ts';
import { enterPlan } from '#use-cases/plans/enter-plan.ts';

/** A file that came with news, for the town hall. Found through its plan. */
export const GET: RequestHandler = async (event) => {
  const person = await requirePerson(event);
  const plan = idIn(event.params['plan'] ?? '') ?? error(404);
  const { db } = await runtime();
  const entered = await enterPlan(storesOn(db), person, { act: 'see-plan-work', plan, lock: false });
  if (!entered.ok) error(404);
  const file = (await workingNewsFile(db, { plan, sha256: event.params['sha256'] ?? '' })) ?? error(404);
  return keptFileResponse(
    { ...file, filename: fileNameOf(file.filename) },
    { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' },
  );
};
