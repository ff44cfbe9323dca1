import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { requireFreshAccount } from '#server/accounts/fresh-session.ts';
import { secondsToWaitToTryCode } from '#server/http/proof-allowance.ts';
import { formText } from '#server/http/form-text.ts';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { sayAccountRefusal } from '#ui/messages/own-account.fr.ts';
import { sayProofRefusal, tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { changeEmail } from '#use-cases/accounts/change-account.ts';

export const load: PageServerLoad = async (event) => {
  const { person } = await requireFreshAccount(event);
  const { db } = await runtime();
  const purpose = { kind: 'change-email', id: person.id } as const;
  const waiting = await storesOn(db).proofs.waiting({ proof: event.params.proof, purpose });
  if (waiting === null) error(404, sayProofRefusal({ kind: 'unknown-proof' }));
  return { email: waiting.email };
};

export const actions: Actions = {
  default: async (event) => {
    const { person } = await requireFreshAccount(event);
    const wait = secondsToWaitToTryCode(event.getClientAddress());
    if (wait > 0) return fail(429, { problem: tooManyAskings(wait) });
    const code = formText(await event.request.formData(), 'code');
    const { db } = await runtime();
    const asked = { person: person.id, proof: event.params.proof, code };
    const changed = await changeEmail(storesOn(db), person, asked, new Date());
    if (changed.ok) redirect(303, '/compte?fait');
    if (changed.refusal.kind === 'unknown-proof') error(404, sayAccountRefusal(changed.refusal));
    return fail(changed.refusal.kind === 'email-taken' ? 409 : 400, { problem: sayAccountRefusal(changed.refusal) });
  },
};
