import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { codeStep } from '#server/http/code-step.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { secondsToWaitToTryCode } from '#server/http/proof-allowance.ts';
import { storesOn } from '#server/stores.ts';
import { collectiveAddress } from '#ui/addresses.ts';
import { sayCollectiveRefusal, statusOf } from '#ui/messages/collectives/refusals.fr.ts';
import { tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { sendToCollective } from '#use-cases/collectives/write-to-collective.ts';
import { collectiveAsked } from '../../known-collective.ts';

export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const { db, id } = await collectiveAsked(event.params);
  const purpose = { kind: 'write-to-collective', id: String(id) } as const;
  const step = await codeStep(event, { proof: event.params.proof, purpose });
  const collective = (await storesOn(db).collectives.find(id)) ?? error(404);
  return { step, name: collective.name, address: collectiveAddress(collective) };
};

export const actions: Actions = {
  default: async ({ params, request, getClientAddress }) => {
    const wait = secondsToWaitToTryCode(getClientAddress());
    if (wait > 0) return fail(429, { problem: tooManyAskings(wait) });
    const code = formText(await request.formData(), 'code', 20);
    const { db, id } = await collectiveAsked(params);
    const asked = { collective: id, proof: params.proof, code };
    const sent = await sendToCollective(storesOn(db), { kind: 'anyone' }, asked, new Date());
    if (sent.ok) redirect(303, `/collectifs/${params.collective}/ecrire?envoye`);
    if (sent.refusal.kind === 'unknown-proof') error(404, sayCollectiveRefusal(sent.refusal));
    return fail(statusOf(sent.refusal), { problem: sayCollectiveRefusal(sent.refusal) });
  },
};
