import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { compareSheetInWorker } from '#server/jobs/compare-sheet-in-worker.ts';
import { runtime } from '#server/runtime.ts';
import { placeRef } from '#server/storage/places.ts';
import { storesOn } from '#server/stores.ts';
import type { ImportChoices } from '#reading/plan-sheet/import-choices.ts';
import { choicesOfTab, withHeaderRow } from '#reading/plan-sheet/propose-columns.ts';
import { idIn } from '#ui/addresses.ts';
import { FIELD, FIELD_GROUPS } from '#ui/messages/plan-import/fields.fr.ts';
import { sayImportRefusal } from '#ui/messages/plan-import/refusals.fr.ts';
import { withAnswers, withColumns, withNames } from '#ui/plan-import/choices-form.ts';
import { importShown } from '#ui/plan-import/import-shown.ts';
import { chooseForImport, dropPlanImport } from '#use-cases/plan-import/choose-for-import.ts';
import { confirmPlanImport } from '#use-cases/plan-import/confirm-plan-import.ts';
import { seePlanImport, type CannotSeeImport } from '#use-cases/plan-import/see-plan-import.ts';

export const load: PageServerLoad = async (event) => {
  const { db, stores, person, id } = await enter(event);
  const answer = await seePlanImport(stores, person, { id, compare: compareSheetInWorker });
  if (!answer.ok) unseen(answer.refusal);
  const { stored, plan, choices, sameFile } = answer.value;
  const place = (await placeRef(db, stored.place)) ?? error(404);
  const { tab, headerRow, dataFrom, separator, blanks, skippedRows } = choices;
  return {
    id,
    place,
    filename: stored.filename,
    isDocument: stored.format === 'document',
    title: stored.title,
    version: stored.version,
    changes: plan?.changes ?? null,
    into: plan === null ? null : { id: plan.id, title: plan.title },
    done: stored.done,
    saved: event.url.searchParams.has('note'),
    choices: { tab, headerRow, dataFrom, separator, blanks, skippedRows },
    groups: FIELD_GROUPS.map(({ label, fields }) => ({
      label,
      fields: fields.map((field) => ({ field, label: FIELD[field] })),
    })),
    sameFile: plan === null ? (sameFile[0] ?? null) : null,
    ...importShown(answer.value),
  };
};

export const actions: Actions = {
  onglet: (event) =>
    choose(event, (choices, { texts, tabs }) => {
      const at = Number(texts.get('onglet'));
      return Number.isInteger(at) && tabs[at] !== undefined && at !== choices.tab ? choicesOfTab(tabs, at) : choices;
    }),
  colonnes: (event) =>
    choose(event, (choices, { texts, tabs }) => {
      const said = withColumns(choices, texts);
      if (said.headerRow === choices.headerRow) return said;
      return withHeaderRow(
        { ...choices, separator: said.separator, blanks: said.blanks },
        { tab: tabs[choices.tab], row: said.headerRow },
      );
    }),
  questions: (event) =>
    choose(event, (choices, { texts, seen }) => withAnswers(choices, { form: texts, questions: seen.questions })),
  noms: (event) => choose(event, (choices, { texts, seen }) => withNames(choices, { form: texts, names: seen.names })),
  lignes: (event) =>
    choose(event, (choices, { numbers }) => ({
      ...choices,
      skippedRows: [...new Set([...choices.skippedRows, ...numbers('laisser')])]
        .filter((row) => !numbers('reprendre').includes(row))
        .toSorted((one, other) => one - other),
    })),
  absentes: (event) => choose(event, (choices, { numbers }) => ({ ...choices, removed: numbers('retirer') })),
  confirmer: async (event) => {
    const { stores, person, id } = await enter(event);
    const form = await event.request.formData();
    const changes = formText(form, 'changes', 12);
    const done = await confirmPlanImport(
      stores,
      person,
      {
        id,
        version: Number(formText(form, 'version', 12)),
        changes: changes === '' ? null : Number(changes),
        sameFile: formText(form, 'encore', 3) === 'oui' ? 'accept' : 'refuse',
        compare: compareSheetInWorker,
      },
      new Date(),
    );
    if (!done.ok) return refused(done.refusal);
    redirect(303, `/plans/importer/${String(id)}`);
  },
  abandonner: async (event) => {
    const { stores, person, id } = await enter(event);
    const dropped = await dropPlanImport(stores, person, { id });
    if (!dropped.ok) error(404);
    redirect(303, '/plans/importer');
  },
};

type Said = {
  readonly texts: { readonly get: (name: string) => string; readonly has: (name: string) => boolean };
  readonly numbers: (name: string) => readonly number[];
  readonly tabs: Parameters<typeof choicesOfTab>[0];
  readonly seen: Extract<Awaited<ReturnType<typeof seePlanImport>>, { ok: true }>['value'];
};

async function choose(event: RequestEvent, change: (choices: ImportChoices, said: Said) => ImportChoices) {
  const { stores, person, id } = await enter(event);
  const form = await event.request.formData();
  const seen = await seePlanImport(stores, person, { id, compare: compareSheetInWorker });
  if (!seen.ok) return refused(seen.refusal);
  const { stored } = seen.value;
  const texts = { get: (name: string) => formText(form, name, 2_000), has: (name: string) => form.has(name) };
  const numbers = (name: string) =>
    form.getAll(name).flatMap((value) => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? [Number(value)] : []));
  const choices = change(stored.choices, { texts, numbers, tabs: stored.tabs, seen: seen.value });
  const version = Number(texts.get('version'));
  const chosen = await chooseForImport(stores, person, { id, version, choices, title: texts.get('titre') });
  if (!chosen.ok) return refused(chosen.refusal);
  redirect(303, `/plans/importer/${String(id)}?note#suite`);
}

function refused(refusal: Parameters<typeof sayImportRefusal>[0]) {
  if (refusal.kind === 'unknown-import') error(404);
  const isMeanwhile = refusal.kind.endsWith('meanwhile') || refusal.kind === 'import-done';
  if (refusal.kind === 'reader-busy') return fail(503, { problem: sayImportRefusal(refusal) });
  return fail(isMeanwhile ? 409 : 400, { problem: sayImportRefusal(refusal) });
}

function unseen(refusal: CannotSeeImport): never {
  if (refusal.kind === 'unknown-import') error(404);
  error(503, sayImportRefusal(refusal));
}

async function enter(event: RequestEvent) {
  keepPrivate(event.setHeaders);
  const person = await requirePerson(event);
  const id = idIn(event.params['id'] ?? '') ?? error(404);
  const { db } = await runtime();
  return { db, stores: storesOn(db), person, id };
}
