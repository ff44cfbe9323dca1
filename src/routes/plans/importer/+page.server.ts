import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { SHEET_MEGABYTES, sheetBrought, statusOfRefusal } from '#server/http/sheet-brought.ts';
import { compareSheetInWorker } from '#server/jobs/compare-sheet-in-worker.ts';
import { readSheetInWorker } from '#server/jobs/read-sheet-in-worker.ts';
import { runtime } from '#server/runtime.ts';
import { placeRef } from '#server/storage/places.ts';
import { storesOn } from '#server/stores.ts';
import { BRING } from '#ui/messages/plan-import/pages.fr.ts';
import { isMendedThere, tokenIn } from '#ui/plan-import/reading-address.ts';
import { sayDraftRefusal } from '#ui/messages/plan-import/draft-refusals.fr.ts';
import { sayImportRefusal } from '#ui/messages/plan-import/refusals.fr.ts';
import { importDraft } from '#use-cases/plan-import/import-draft.ts';
import { openPlanImport } from '#use-cases/plan-import/open-plan-import.ts';

export const load: PageServerLoad = async (event) => {
  const { db, stores, places } = await enter(event);
  const named = await Promise.all(places.map(async (place) => ({ place, ref: await placeRef(db, place) })));
  const pending = await Promise.all(places.map((place) => stores.planImports.ofPlace(place)));
  return {
    megabytes: SHEET_MEGABYTES,
    places: named.flatMap(({ place, ref }) => (ref === null ? [] : [{ key: codeOf(place), name: ref.name }])),
    chosen: event.url.searchParams.get('lieu'),
    /** The reading that somebody comes from. */
    reading: event.url.searchParams.get('lecture')?.slice(0, 500) ?? '',
    pending: pending.flat().map(({ id, filename, title, openedAt, expiresAt }) => ({
      id,
      title,
      line: BRING.pendingLine(filename, openedAt, expiresAt),
    })),
  };
};

export const actions: Actions = {
  lire: async (event) => {
    const { stores, person, places } = await enter(event);
    const form = await event.request.formData().catch(() => null);
    if (form === null) return fail(413, { problem: BRING.tooLarge(SHEET_MEGABYTES), title: '', paste: '', place: '' });
    const asked = formText(form, 'lieu', 20);
    const title = formText(form, 'titre', 300);
    const kept = { title, paste: formText(form, 'collage', 100_000), place: asked };
    const place = places.find((one) => codeOf(one) === asked) ?? error(404);
    const brought = await sheetBrought(form);
    if (brought.kind === 'nothing') return fail(400, { problem: BRING.nothing, ...kept });
    if (brought.kind === 'too-large') return fail(413, { problem: BRING.tooLarge(SHEET_MEGABYTES), ...kept });
    const { bytes, pasted } = brought;
    const filename = brought.filename.trim() || BRING.pastedName;
    const named = title.trim() || (pasted ? BRING.untitled : '');
    const request = { place, into: null, title: named, filename, bytes, pasted, read: readSheetInWorker };
    const opened = await openPlanImport(stores, person, request, new Date());
    if (!opened.ok) {
      return fail(statusOfRefusal(opened.refusal), { problem: sayImportRefusal(opened.refusal), ...kept });
    }
    redirect(303, `/plans/importer/${String(opened.value.id)}`);
  },
  lecture: async (event) => {
    const { stores, person, places } = await enter(event);
    const form = await event.request.formData();
    const asked = formText(form, 'lieu', 20);
    const reading = formText(form, 'lecture', 500);
    const kept = { title: '', paste: '', place: asked, reading };
    const place = places.find((one) => codeOf(one) === asked) ?? error(404);
    const token = tokenIn(reading);
    if (token === null) return fail(400, { problem: BRING.noReading, ...kept, readAt: null });
    const request = { place, draft: { token }, doubts: 'refuse', compare: compareSheetInWorker } as const;
    const made = await importDraft(stores, person, request, new Date());
    if (!made.ok) {
      const readAt = isMendedThere(made.refusal) ? `/lire/${token}` : null;
      return fail(400, { problem: sayDraftRefusal(made.refusal), ...kept, readAt });
    }
    const { id, plan } = made.value;
    redirect(303, plan === null ? `/plans/importer/${String(id)}` : `/plans/${String(plan)}/travail`);
  },
};

/** The places whose plans this person may make. */
async function enter(event: RequestEvent) {
  keepPrivate(event.setHeaders);
  const person = await requirePerson(event);
  const places = person.holds.flatMap((held): PlaceCode[] =>
    held.role === 'municipal-agent' || held.role === 'elected-official' ? [held.place] : [],
  );
  const { db } = await runtime();
  const once = places.filter((place, at) => places.findIndex((other) => codeOf(other) === codeOf(place)) === at);
  return { db, stores: storesOn(db), person, places: once };
}
