import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { changeOf } from '#domain/workbench/change.ts';
import { changeCounts } from '#domain/workbench/origins.ts';
import { wordsIn } from '#domain/workbench/problems.ts';
import { formText } from '#server/http/form-text.ts';
import { sendingIn } from '#server/http/sending.ts';
import { editionAddress } from '#ui/addresses.ts';
import { heading } from '#ui/messages/format.fr.ts';
import * as words from '#ui/messages/workbench.fr.ts';
import { sayDraftProblem, sayWorkbenchRefusal } from '#ui/messages/workbench-refusals.fr.ts';
import { measureTyped, reasonTyped, wordsTyped } from '#ui/workbench/measure-form.ts';
import { adviceShown, measureNames, problemAddress } from '#ui/workbench/draft-shown.ts';
import { abandonDraft } from '#use-cases/workbench/abandon-draft.ts';
import { arrangeMeasures, numbersMark } from '#use-cases/workbench/arrange-measures.ts';
import { knownTo } from '#use-cases/workbench/enter-draft.ts';
import { problemsBefore } from '#use-cases/workbench/publish-edition.ts';
import { addMeasure, restoreMeasure } from '#use-cases/workbench/shape-measures.ts';
import { actOnDraft, enterWorkbench } from '../enter.ts';
import { originShown } from '../origin-shown.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

export const load: PageServerLoad = async (event) => {
  const { draft, stores, mayWrite, mayReadHistory, id } = await enterWorkbench(event);
  const [known, merged, problems] = await Promise.all([
    knownTo(stores, draft),
    stores.workbench.merged(id),
    draft.state === 'open' ? problemsBefore(stores, draft, new Date()) : [],
  ]);
  const wordsOf = wordsIn(known.find);
  const named = measureNames(draft, known.find);
  const home = `/atelier/${id}`;
  return {
    draft: { id, title: draft.title, year: draft.year, state: draft.state, collective: draft.collective, home },
    edition: draft.state === 'published' ? editionAddress(draft.editionId) : null,
    mayWrite,
    mayReadHistory,
    numbersShown: numbersMark(draft),
    counts: words.counts(changeCounts(draft, wordsOf), known.base === null ? null : editionName(known.base)),
    problems: problems.map((problem) => ({
      text: sayDraftProblem(problem, named),
      href: problemAddress(problem, home),
    })),
    advice: draft.state === 'open' ? adviceShown(draft, { known, home }) : [],
    measures: draft.measures
      .filter((measure) => measure.words !== null)
      .map((measure) => ({
        id: measure.id,
        number: measure.number,
        title: heading(measure.words?.title ?? ''),
        change: words.CHANGE_WORD[changeOf(measure, { all: draft.measures, wordsOf })],
        from: words.comesFrom(measure.origins.map((origin) => originShown(origin, draft.basedOn))),
      })),
    removed: [
      ...draft.measures
        .filter(({ words: there, origins }) => there === null && origins.length > 0)
        .map((measure) => ({
          id: measure.id,
          title: named(measure.id),
          how: words.CHANGE_WORD.removed,
          why: measure.reason,
        })),
      ...draft.measures
        .filter(({ words: there, origins, keptWords }) => there === null && origins.length === 0 && keptWords !== null)
        .map((measure) => ({
          id: measure.id,
          title: named(measure.id),
          how: words.CHANGE_WORD.removed,
          why: measure.reason,
        })),
      ...merged.map(({ id: measure, keptWords }) => ({
        id: measure,
        title: heading(keptWords?.title ?? ''),
        how: words.MERGED_AWAY,
        why: '',
      })),
    ],
    isConsulted: (await stores.consultations.ofDraft(id)).length > 0,
    saved: event.url.searchParams.has('fait'),
  };
};

export const actions: Actions = {
  numbers: async (event) => {
    const { person, stores, id } = await actOnDraft(event);
    const form = await event.request.formData();
    const typed = [...form.keys()].flatMap((key) => {
      const measure = /^numero-(\d{1,9})$/.exec(key)?.[1];
      return measure === undefined ? [] : [[Number(measure), formText(form, key, 10).trim()] as const];
    });
    const given = typed.filter(([, number]) => number !== '');
    const numbers = new Map(given.map(([measure, number]) => [measure, /^\d{1,3}$/.test(number) ? Number(number) : 0]));
    const fromOne = formText(form, 'ordre', 10) === 'suite';
    const shown = form.get('vus');
    const request = {
      draft: id,
      numbers: fromOne ? ('from-one' as const) : numbers,
      shown: typeof shown === 'string' ? shown : '',
    };
    const done = await arrangeMeasures(stores, person, request, new Date());
    if (done.ok) redirect(303, `/atelier/${id}?fait#mesures`);
    if (done.refusal.kind === 'unknown-edition-draft') error(404);
    return fail(done.refusal.kind === 'numbers-changed-meanwhile' ? 409 : 400, {
      where: 'mesures',
      typed: Object.fromEntries(typed.map(([measure, number]) => [`numero-${measure}`, number])),
      problem: sayWorkbenchRefusal(done.refusal),
    });
  },
  add: async (event) => {
    const { person, stores, id } = await actOnDraft(event);
    const form = await event.request.formData();
    const typed = measureTyped(form);
    const request = { draft: id, words: wordsTyped(typed), reason: reasonTyped(typed), sending: sendingIn(form) };
    const added = await addMeasure(stores, person, request, new Date());
    if (added.ok) redirect(303, `/atelier/${id}/mesures/${added.value.id}`);
    if (added.refusal.kind === 'unknown-edition-draft') error(404);
    return fail(400, {
      where: 'ajouter',
      typed: { titre: typed.title, motif: typed.reason },
      problem: sayWorkbenchRefusal(added.refusal),
    });
  },
  restore: async (event) => {
    const { person, stores, id } = await actOnDraft(event);
    const form = await event.request.formData();
    const measure = Number(formText(form, 'mesure', 10)) || 0;
    const done = await restoreMeasure(stores, person, { draft: id, measure, sending: sendingIn(form) }, new Date());
    if (done.ok) redirect(303, `/atelier/${id}/mesures/${done.value.id}?fait`);
    return fail(400, { where: 'retirees', typed: null, problem: sayWorkbenchRefusal(done.refusal) });
  },
  abandon: async (event) => {
    const { person, stores, id } = await actOnDraft(event);
    const done = await abandonDraft(stores, person, { draft: id }, new Date());
    if (done.ok) redirect(303, `/atelier/${id}`);
    return fail(400, { where: 'mesures', typed: null, problem: sayWorkbenchRefusal(done.refusal) });
  },
};
