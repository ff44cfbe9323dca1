import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { formText } from '#server/http/form-text.ts';
import { secondsToWaitForCode } from '#server/http/proof-allowance.ts';
import { storesOn } from '#server/stores.ts';
import { collectiveAddress } from '#ui/addresses.ts';
import { sayCollectiveRefusal, statusOf } from '#ui/messages/collectives/refusals.fr.ts';
import { tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { askToWrite } from '#use-cases/collectives/write-to-collective.ts';
import { collectiveAsked } from '../known-collective.ts';

export const load: PageServerLoad = async ({ params, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const { db, id } = await collectiveAsked(params);
  const collective = await storesOn(db).collectives.find(id);
  if (collective === null || (collective.state !== 'active' && collective.state !== 'dormant')) error(404);
  return { name: collective.name, address: collectiveAddress(collective), sent: url.searchParams.has('envoye') };
};

export const actions: Actions = {
  default: async ({ params, request, getClientAddress }) => {
    const form = await request.formData();
    const typed = {
      email: formText(form, 'email', 300),
      name: formText(form, 'name', 500),
      subject: formText(form, 'subject', 500),
      message: formText(form, 'message', 10_000),
    };
    const wait = secondsToWaitForCode(getClientAddress());
    if (wait > 0) return fail(429, { ...typed, field: 'email', problem: tooManyAskings(wait) });
    const { db, id } = await collectiveAsked(params);
    const asked = await askToWrite(storesOn(db), { kind: 'anyone' }, { collective: id, ...typed }, new Date());
    if (asked.ok) redirect(303, `/collectifs/${params.collective}/ecrire/${asked.value.proof}`);
    const { refusal } = asked;
    if (refusal.kind === 'not-allowed' || refusal.kind === 'unknown-collective') error(404);
    const field = 'field' in refusal ? refusal.field : 'email';
    return fail(statusOf(refusal), { ...typed, field, problem: sayCollectiveRefusal(refusal) });
  },
};
