import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { formText } from '#server/http/form-text.ts';
import { readFileOf } from '#server/plans/read-file.ts';
import { editionById } from '#server/charters.ts';
import { localWords } from '#server/storage/local-words.ts';
import { commitmentLine } from '#ui/commitments/commitment-line.ts';
import { fieldOfFault, sayFault, sayPlanRefusal, statusOfPlanRefusal } from '#ui/messages/plan-refusals.fr.ts';
import * as words from '#ui/messages/workshop-sheet.fr.ts';
import { askedOf, typedSheet } from '#ui/workshop/sheet-form.ts';
import { sheetShown } from '#ui/workshop/sheet-shown.ts';
import { addDocument, changeDocument, removeDocument } from '#use-cases/plans/action-documents.ts';
import { changeAction, type CannotChangeAction } from '#use-cases/plans/change-action.ts';
import { removeAction } from '#use-cases/plans/remove-action.ts';
import { knownWorkshop, numberOr404 } from '../../known-workshop.ts';

export const load: PageServerLoad = async (event) => {
  const { db, plan, state, place, frame, action, entries, stores } = await knownAction(event);
  const locals = await localWords(
    db,
    action.links.map(({ item }) => item),
  );
  const { axes, rows } = await stores.workingPlans.overview(plan.id);
  const rank = rows.findIndex(({ id }) => id === action.id);
  const neighbour = (at: number) => {
    const row = rows[at];
    return row === undefined ? null : { id: row.id, number: row.number, title: row.title };
  };
  return {
    plan,
    state,
    place,
    frame,
    action: { id: action.id, documents: action.documents, asWritten: action.asWritten, newsAt: action.newsAt },
    sheet: sheetShown(action, entries),
    axes,
    names: [...entries.values()].filter(({ leftOn }) => leftOn === null).map(({ name }) => name),
    links: action.links.map((link) => ({
      ...link,
      ...commitmentLine(place, editionById(link.edition), { ...link, local: locals.get(link.item) ?? null }),
    })),
    previous: rank > 0 ? neighbour(rank - 1) : null,
    next: neighbour(rank + 1),
    done: event.url.searchParams.get('fait'),
  };
};

export const actions: Actions = {
  enregistrer: async (event) => {
    const { stores, person, plan, action, entries, now, frame } = await knownAction(event);
    const form = await event.request.formData();
    const typed = typedSheet(form, sheetShown(action, entries));
    const asked = askedOf(typed);
    if (asked.badSums.length > 0) {
      const faults = asked.badSums.map((bad) => ({ id: `financement-${bad.line}`, words: words.badSum(bad) }));
      return fail(400, { typed, faults, both: [], problem: null, documentProblem: null });
    }
    const request = { plan: plan.id, action: action.id, ...asked };
    const changed = await changeAction(stores, person, request, now);
    if (changed.ok) {
      redirect(
        303,
        `${frame.base}/actions/${action.id}?fait=${changed.value.fields.length > 0 ? 'enregistre' : 'rien'}`,
      );
    }
    const { refusal } = changed;
    const names = new Map([...entries].map(([id, { name }]) => [id, name]));
    const axes = new Map(
      (await stores.workingPlans.axes(plan.id)).map(({ id, number, title }) => [id, `${number} ${title}`]),
    );
    const both =
      refusal.kind === 'action-edited-meanwhile'
        ? refusal.both.map(({ field, theirs, yours }) => ({
            field,
            name: words.FIELD_WORD[field] ?? field,
            theirs: words.sayField(field, theirs, { names, axes }),
            yours: words.sayField(field, yours, { names, axes }),
          }))
        : [];
    // Having seen both, one saves over: the form names the version that is kept now.
    const version = refusal.kind === 'action-edited-meanwhile' ? refusal.version : typed.version;
    return fail(statusOfPlanRefusal(refusal), {
      typed: { ...typed, version },
      faults: faultsOf(refusal),
      both,
      problem: sayPlanRefusal(refusal),
      documentProblem: null,
    });
  },
  joindre: async (event) => {
    const { stores, person, plan, action, now, frame } = await knownAction(event);
    const form = await event.request.formData();
    const file = await readFileOf(form, 'fichier');
    if (!file.ok) return documentRefused(400, SAY_FILE[file.refusal.kind]);
    const title = formText(form, 'titre-document');
    const request = { plan: plan.id, action: action.id, title, visibility: visibilityIn(form) };
    const added = await addDocument(stores, person, { ...request, ...file.value }, now);
    if (!added.ok) return documentRefused(statusOfPlanRefusal(added.refusal), sayPlanRefusal(added.refusal));
    redirect(303, `${frame.base}/actions/${action.id}?fait=document#documents`);
  },
  'corriger-document': async (event) => {
    const { stores, person, plan, action, now, frame } = await knownAction(event);
    const form = await event.request.formData();
    const document = Number(formText(form, 'document', 12)) || 0;
    const typed = { document, title: formText(form, 'titre-document'), visibility: visibilityIn(form) } as const;
    const changed = await changeDocument(stores, person, { plan: plan.id, action: action.id, ...typed }, now);
    if (!changed.ok) {
      const { refusal } = changed;
      return fail(statusOfPlanRefusal(refusal), {
        ...notTheSheet,
        correcting: typed,
        documentProblem: sayPlanRefusal(refusal),
      });
    }
    const done = changed.value.changed ? 'document-change' : 'rien';
    redirect(303, `${frame.base}/actions/${action.id}?fait=${done}#documents`);
  },
  'retirer-document': async (event) => {
    const { stores, person, plan, action, now, frame } = await knownAction(event);
    const document = Number(formText(await event.request.formData(), 'document', 12)) || 0;
    const removed = await removeDocument(stores, person, { plan: plan.id, action: action.id, document }, now);
    if (!removed.ok) return documentRefused(statusOfPlanRefusal(removed.refusal), sayPlanRefusal(removed.refusal));
    redirect(303, `${frame.base}/actions/${action.id}?fait=document-retire#documents`);
  },
  retirer: async (event) => {
    const { stores, person, plan, action, now, frame } = await knownAction(event);
    const reason = formText(await event.request.formData(), 'motif', 1000);
    const removed = await removeAction(stores, person, { plan: plan.id, action: action.id, reason }, now);
    if (!removed.ok) return documentRefused(statusOfPlanRefusal(removed.refusal), sayPlanRefusal(removed.refusal));
    redirect(303, `${frame.base}?fait=retiree`);
  },
};

async function knownAction(event: RequestEvent) {
  const inside = await knownWorkshop(event);
  const id = numberOr404(event.params['action']);
  const action = (await inside.stores.workingPlans.action({ plan: inside.plan.id, action: id })) ?? error(404);
  const entries = new Map((await inside.stores.directory.of(inside.plan.place)).map((entry) => [entry.id, entry]));
  return { ...inside, action, entries };
}

function faultsOf(refusal: CannotChangeAction): readonly { readonly id: string; readonly words: string }[] {
  switch (refusal.kind) {
    case 'sheet-faults':
      return refusal.faults.map((fault) => ({ id: fieldOfFault(fault), words: sayFault(fault) }));
    case 'number-wrong':
    case 'number-taken':
      return [{ id: 'numero', words: sayPlanRefusal(refusal) }];
    case 'unknown-axis':
      return [{ id: 'axe', words: sayPlanRefusal(refusal) }];
    case 'funder-missing':
      return [{ id: `financement-${refusal.line}`, words: sayPlanRefusal(refusal) }];
    default:
      return [];
  }
}

const SAY_FILE = {
  'file-missing': words.FILE_MISSING,
  'file-too-big': words.FILE_TOO_BIG,
  'file-refused': words.FILE_REFUSED,
} as const;

const notTheSheet = { typed: null, faults: [], both: [], problem: null };

function documentRefused(status: ReturnType<typeof statusOfPlanRefusal>, said: string) {
  return fail(status, { ...notTheSheet, documentProblem: said });
}

/** Whatever else comes is seen by nobody outside. */
function visibilityIn(form: FormData): 'public' | 'private' {
  return formText(form, 'visibilite-document', 10) === 'public' ? 'public' : 'private';
}
