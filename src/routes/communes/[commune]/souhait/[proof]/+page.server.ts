import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { codeStep } from '#server/http/code-step.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { secondsToWaitToTryCode } from '#server/http/proof-allowance.ts';
import { runtime } from '#server/runtime.ts';
import { placeRef } from '#server/storage/places.ts';
import { storesOn } from '#server/stores.ts';
import { municipalityCodeIn, placeAddress } from '#ui/addresses.ts';
import { sayCollectiveRefusal, statusOf } from '#ui/messages/collectives/refusals.fr.ts';
import { tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { confirmWish } from '#use-cases/collectives/wish-pact.ts';

export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const code = municipalityCodeIn(event.params.commune) ?? error(404);
  const purpose = { kind: 'pact-wish', id: code } as const;
  const step = await codeStep(event, { proof: event.params.proof, purpose });
  const { db } = await runtime();
  const place = (await placeRef(db, { kind: 'municipality', code })) ?? error(404);
  return { step, name: place.name, address: placeAddress(place) };
};

export const actions: Actions = {
  default: async ({ params, request, getClientAddress }) => {
    const wait = secondsToWaitToTryCode(getClientAddress());
    if (wait > 0) return fail(429, { problem: tooManyAskings(wait) });
    const code = formText(await request.formData(), 'code', 20);
    const municipality = municipalityCodeIn(params.commune) ?? error(404);
    const { db } = await runtime();
    const asked = { municipality, proof: params.proof, code };
    const kept = await confirmWish(storesOn(db), { kind: 'anyone' }, asked, new Date());
    if (kept.ok) redirect(303, `/communes/${params.commune}/souhait?note`);
    if (kept.refusal.kind === 'unknown-proof') error(404, sayCollectiveRefusal(kept.refusal));
    return fail(statusOf(kept.refusal), { problem: sayCollectiveRefusal(kept.refusal) });
  },
};
