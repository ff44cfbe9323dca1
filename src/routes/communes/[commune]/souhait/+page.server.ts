import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { formText } from '#server/http/form-text.ts';
import { secondsToWaitForCode } from '#server/http/proof-allowance.ts';
import { runtime } from '#server/runtime.ts';
import { placeRef } from '#server/storage/places.ts';
import { storesOn } from '#server/stores.ts';
import { collectiveAddress, municipalityCodeIn, placeAddress } from '#ui/addresses.ts';
import { sayCollectiveRefusal, statusOf } from '#ui/messages/collectives/refusals.fr.ts';
import { tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { askWish } from '#use-cases/collectives/wish-pact.ts';

export const load: PageServerLoad = async ({ params, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const { db, code } = await knownCommune(params.commune);
  const stores = storesOn(db);
  const [place, here, wishes] = await Promise.all([
    placeRef(db, { kind: 'municipality', code }),
    stores.collectives.of({ kind: 'municipality', code }),
    stores.wishes.count(code),
  ]);
  if (place === null) error(404);
  return {
    name: place.name,
    code,
    address: placeAddress(place),
    wishes,
    kept: url.searchParams.has('note'),
    here: here
      .filter(({ state }) => state === 'active')
      .map((collective) => ({ name: collective.name, address: collectiveAddress(collective) })),
  };
};

export const actions: Actions = {
  default: async ({ params, request, getClientAddress, url }) => {
    const form = await request.formData();
    const typed = { email: formText(form, 'email', 300), readiness: formText(form, 'readiness', 40) };
    const wait = secondsToWaitForCode(getClientAddress());
    if (wait > 0) return fail(429, { ...typed, kind: 'too-many-askings', problem: tooManyAskings(wait) });
    const { db, code } = await knownCommune(params.commune);
    const asked = await askWish(storesOn(db), { kind: 'anyone' }, { municipality: code, ...typed }, new Date());
    if (asked.ok) redirect(303, `${url.pathname}/${asked.value.proof}`);
    const { refusal } = asked;
    return fail(statusOf(refusal), { ...typed, kind: refusal.kind, problem: sayCollectiveRefusal(refusal) });
  },
};

async function knownCommune(segment: string) {
  const code = municipalityCodeIn(segment) ?? error(404);
  const { db } = await runtime();
  return { db, code };
}
