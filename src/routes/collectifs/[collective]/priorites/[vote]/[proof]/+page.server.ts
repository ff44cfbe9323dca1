import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { codeStep } from '#server/http/code-step.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { secondsToWaitToTryCode } from '#server/http/proof-allowance.ts';
import { storesOn } from '#server/stores.ts';
import { collectiveAddress, numberIn } from '#ui/addresses.ts';
import { sayCollectiveRefusal, statusOf } from '#ui/messages/collectives/refusals.fr.ts';
import { tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { castBallot } from '#use-cases/collectives/cast-ballot.ts';
import { collectiveAsked } from '../../../known-collective.ts';

export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const { db, id } = await collectiveAsked(event.params);
  const vote = numberIn(event.params.vote) ?? error(404);
  const purpose = { kind: 'priority-ballot', id: String(vote) } as const;
  const step = await codeStep(event, { proof: event.params.proof, purpose });
  const collective = (await storesOn(db).collectives.find(id)) ?? error(404);
  return { step, name: collective.name, address: collectiveAddress(collective), vote };
};

export const actions: Actions = {
  default: async ({ params, request, getClientAddress }) => {
    const wait = secondsToWaitToTryCode(getClientAddress());
    if (wait > 0) return fail(429, { problem: tooManyAskings(wait) });
    const code = formText(await request.formData(), 'code', 20);
    const { db, id } = await collectiveAsked(params);
    const ballot = { collective: id, vote: numberIn(params.vote) ?? 0, proof: params.proof, code };
    const cast = await castBallot(storesOn(db), { kind: 'anyone' }, ballot, new Date());
    const back = `/collectifs/${params.collective}/priorites/${params.vote}`;
    if (cast.ok) redirect(303, `${back}?${cast.value.replaced ? 'remplace' : 'depose'}`);
    if (cast.refusal.kind === 'unknown-proof') error(404, sayCollectiveRefusal(cast.refusal));
    return fail(statusOf(cast.refusal), { problem: sayCollectiveRefusal(cast.refusal) });
  },
};
