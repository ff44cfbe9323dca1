import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { codeStep } from '#server/http/code-step.ts';
import { formText } from '#server/http/form-text.ts';
import { givePass } from '#server/http/participation.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { secondsToWaitToTryCode } from '#server/http/proof-allowance.ts';
import { runtime } from '#server/runtime.ts';
import { consultingCollective } from '#server/storage/consultation-lists.ts';
import { storesOn } from '#server/stores.ts';
import { idIn } from '#ui/addresses.ts';
import { consultationAddress } from '#ui/consultation/consultation-address.ts';
import { consultationStatus, sayConsultationRefusal } from '#ui/messages/consultation-refusals.fr.ts';
import { tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { confirmTakingPart, purposeOf } from '#use-cases/consultation/take-part.ts';

export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const { db } = await runtime();
  const id = idIn(event.params.consultation) ?? error(404);
  const consultation = (await storesOn(db).consultations.find(id)) ?? error(404);
  const step = await codeStep(event, { proof: event.params.proof, purpose: purposeOf(id) });
  const collective = await consultingCollective(db, consultation.collective);
  return { step, id, title: consultation.title, collective };
};

/** Opening the page does nothing: programs that look for harm open what stands in mails. The code alone does. */
export const actions: Actions = {
  default: async (event) => {
    const wait = secondsToWaitToTryCode(event.getClientAddress());
    if (wait > 0) return fail(429, { problem: tooManyAskings(wait) });
    const { db } = await runtime();
    const consultation = idIn(event.params.consultation) ?? error(404);
    const code = formText(await event.request.formData(), 'code', 20);
    const given = { consultation, proof: event.params.proof, code };
    const taken = await confirmTakingPart(storesOn(db), { kind: 'anyone' }, given, new Date());
    if (!taken.ok) {
      if (taken.refusal.kind === 'unknown-proof') error(404, sayConsultationRefusal(taken.refusal));
      return fail(consultationStatus(taken.refusal), { problem: sayConsultationRefusal(taken.refusal) });
    }
    givePass(event, consultation, taken.value.token);
    redirect(303, `${consultationAddress(consultation)}?${taken.value.before ? 'deja' : 'participe'}`);
  },
};
