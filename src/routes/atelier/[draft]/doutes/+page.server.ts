/** What the reader doubted in a charter that became this draft: settled here, one by one, before it can be published. */
import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { formText } from '#server/http/form-text.ts';
import { idIn } from '#ui/addresses.ts';
import * as words from '#ui/messages/charter-import.fr.ts';
import { measureNames } from '#ui/workbench/draft-shown.ts';
import { settleDoubt } from '#use-cases/charter-import/settle-doubt.ts';
import { actOnDraft, enterWorkbench } from '../../enter.ts';

export const load: PageServerLoad = async (event) => {
  const { draft, stores, mayWrite, id } = await enterWorkbench(event);
  const doubts = await stores.doubts.of(id);
  const named = measureNames(draft, () => null);
  return {
    draft: { id, title: draft.title, collective: draft.collective, home: `/atelier/${id}` },
    mayWrite,
    open: doubts.filter(({ settled }) => settled === null).length,
    doubts: doubts.map((doubt) => ({
      id: doubt.id,
      said: words.doubtInWords(doubt),
      quote: words.quotedOf(doubt),
      measure: doubt.measure === null ? null : { id: doubt.measure, name: named(doubt.measure) },
      head: doubt.kind === 'carriers' || doubt.kind === 'preamble',
      settled: doubt.settled === null ? null : words.settledOn(doubt.settled.at, doubt.settled.words),
    })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { person, stores, id } = await actOnDraft(event);
    const form = await event.request.formData();
    const doubt = idIn(formText(form, 'doute', 9)) ?? 0;
    const typed = formText(form, 'note', 2000);
    const done = await settleDoubt(stores, person, { draft: id, doubt, words: typed }, new Date());
    if (done.ok) redirect(303, `/atelier/${id}/doutes#d${doubt}`);
    if (done.refusal.kind === 'unknown-edition-draft' || done.refusal.kind === 'not-allowed') error(404);
    return fail(400, { doubt, typed, problem: words.sayImportRefusal(done.refusal) });
  },
};
