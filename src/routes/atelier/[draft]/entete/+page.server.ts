import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { formText } from '#server/http/form-text.ts';
import { sayWorkbenchRefusal } from '#ui/messages/workbench-refusals.fr.ts';
import { headOf, headShown, headTyped } from '#ui/workbench/head-form.ts';
import { changeHead } from '#use-cases/workbench/change-head.ts';
import { actOnDraft, enterWorkbench } from '../../enter.ts';

export const load: PageServerLoad = async (event) => {
  const { draft, mayWrite, id } = await enterWorkbench(event);
  if (!mayWrite) error(404);
  return {
    draft: { id, title: draft.title, collective: draft.collective, home: `/atelier/${id}`, version: draft.version },
    typed: headShown(draft),
    saved: event.url.searchParams.has('fait'),
  };
};

const FIELDS: Readonly<Record<string, string>> = {
  'bad-address': 'adresse',
  'address-taken': 'adresse',
  'address-held': 'adresse',
  'address-not-local': 'adresse',
  'address-for-collectives': 'adresse',
  'bad-year': 'annee',
  'bad-minimum': 'minimum',
  'organisation-missing': 'organisation',
  'bad-letter': 'principes',
  'principle-twice': 'principes',
};

export const actions: Actions = {
  default: async (event) => {
    const { person, stores, id } = await actOnDraft(event);
    const form = await event.request.formData();
    const typed = headTyped(form);
    const version = Number(formText(form, 'version', 10)) || 0;
    const done = await changeHead(stores, person, { draft: id, version, ...headOf(typed) }, new Date());
    if (done.ok) redirect(303, `/atelier/${id}/entete?fait`);
    const { refusal } = done;
    if (refusal.kind === 'unknown-edition-draft') error(404);
    const stale = refusal.kind === 'head-changed-meanwhile';
    const theirs = stale ? await stores.workbench.find(id) : null;
    return fail(stale ? 409 : 400, {
      typed,
      field: FIELDS[refusal.kind] ?? 'titre',
      problem: sayWorkbenchRefusal(refusal),
      theirs: theirs === null ? null : headShown(theirs),
      version: stale ? refusal.version : version,
    });
  },
};
