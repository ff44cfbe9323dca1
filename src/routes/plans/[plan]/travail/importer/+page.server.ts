import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { SHEET_MEGABYTES, sheetBrought, statusOfRefusal } from '#server/http/sheet-brought.ts';
import { formText } from '#server/http/form-text.ts';
import { readSheetInWorker } from '#server/jobs/read-sheet-in-worker.ts';
import { BRING } from '#ui/messages/plan-import/pages.fr.ts';
import { sayDraftRefusal } from '#ui/messages/plan-import/draft-refusals.fr.ts';
import { sayImportRefusal } from '#ui/messages/plan-import/refusals.fr.ts';
import { isMendedThere, tokenIn } from '#ui/plan-import/reading-address.ts';
import { openDraftImport } from '#use-cases/plan-import/import-draft.ts';
import { openPlanImport } from '#use-cases/plan-import/open-plan-import.ts';
import { knownWorkshop } from '../known-workshop.ts';

export const load: PageServerLoad = async (event) => {
  const { stores, plan, place, frame, state } = await knownWorkshop(event);
  if (state === 'put-away') error(404);
  const pending = (await stores.planImports.ofPlace(plan.place)).filter(({ into }) => into === plan.id);
  return {
    megabytes: SHEET_MEGABYTES,
    frame,
    place,
    pending: pending.map(({ id, filename, title, openedAt, expiresAt }) => ({
      id,
      title,
      line: BRING.pendingLine(filename, openedAt, expiresAt),
    })),
  };
};

export const actions: Actions = {
  lire: async (event) => {
    const { stores, person, plan } = await knownWorkshop(event);
    const form = await event.request.formData().catch(() => null);
    if (form === null) return fail(413, { problem: BRING.tooLarge(SHEET_MEGABYTES) });
    const brought = await sheetBrought(form);
    if (brought.kind === 'nothing') return fail(400, { problem: BRING.nothing });
    if (brought.kind === 'too-large') return fail(413, { problem: BRING.tooLarge(SHEET_MEGABYTES) });
    const { bytes, pasted } = brought;
    const filename = brought.filename.trim() || BRING.pastedName;
    const { place, id: into, title } = plan;
    const request = { place, into, title, filename, bytes, pasted, read: readSheetInWorker };
    const opened = await openPlanImport(stores, person, request, new Date());
    if (!opened.ok) return fail(statusOfRefusal(opened.refusal), { problem: sayImportRefusal(opened.refusal) });
    redirect(303, `/plans/importer/${String(opened.value.id)}`);
  },
  lecture: async (event) => {
    const { stores, person, plan } = await knownWorkshop(event);
    const reading = formText(await event.request.formData(), 'lecture', 500);
    const token = tokenIn(reading);
    if (token === null) return fail(400, { problem: BRING.noReading, reading, readAt: null });
    const request = { place: plan.place, into: plan.id, draft: { token }, doubts: 'refuse' } as const;
    const opened = await openDraftImport(stores, person, request, new Date());
    if (!opened.ok) {
      const readAt = isMendedThere(opened.refusal) ? `/lire/${token}` : null;
      return fail(400, { problem: sayDraftRefusal(opened.refusal), reading, readAt });
    }
    redirect(303, `/plans/importer/${String(opened.value.id)}`);
  },
};
