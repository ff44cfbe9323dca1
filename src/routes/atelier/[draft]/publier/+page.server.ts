import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { refreshEditions } from '#server/editions-kept.ts';
import { formText } from '#server/http/form-text.ts';
import { editionAddress } from '#ui/addresses.ts';
import { sayDraftProblem, sayWorkbenchRefusal } from '#ui/messages/workbench-refusals.fr.ts';
import { adviceShown, measureNames, problemAddress } from '#ui/workbench/draft-shown.ts';
import { shownDifferences } from '#ui/workbench/shown-differences.ts';
import { knownTo } from '#use-cases/workbench/enter-draft.ts';
import { draftMark, problemsBefore, publishEdition } from '#use-cases/workbench/publish-edition.ts';
import { actOnDraft, enterWorkbench } from '../../enter.ts';

export const load: PageServerLoad = async (event) => {
  const { draft, stores, mayWrite, id } = await enterWorkbench(event);
  if (draft.state === 'published') redirect(303, editionAddress(draft.editionId));
  if (!mayWrite) error(404);
  const [known, problems] = await Promise.all([knownTo(stores, draft), problemsBefore(stores, draft, new Date())]);
  const named = measureNames(draft, known.find);
  return {
    draft: { id, title: draft.title, collective: draft.collective, home: `/atelier/${id}` },
    address: editionAddress(draft.editionId),
    mark: draftMark(draft),
    problems: problems.map((problem) => ({
      text: sayDraftProblem(problem, named),
      href: problemAddress(problem, `/atelier/${id}`),
    })),
    advice: adviceShown(draft, { known, home: `/atelier/${id}` }),
    ...shownDifferences(draft, known),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { person, db, stores, id } = await actOnDraft(event);
    const form = await event.request.formData();
    const request = { draft: id, shown: formText(form, 'lue', 64) };
    const done = await publishEdition(stores, person, request, new Date());
    const published = done.ok ? done.value : done.refusal.kind === 'already-published' ? done.refusal : null;
    if (published !== null) {
      await refreshEditions(db);
      redirect(303, editionAddress(published.edition));
    }
    if (done.ok) return;
    if (done.refusal.kind === 'unknown-edition-draft') error(404);
    return fail(done.refusal.kind === 'draft-changed-since' ? 409 : 400, {
      problem: sayWorkbenchRefusal(done.refusal),
    });
  },
};
