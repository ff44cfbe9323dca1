import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import type { LinkTarget } from '#domain/crosswalk/crosswalk-link.ts';
import { promisesOf } from '#domain/crosswalk/promise-words.ts';
import { editionById, loadEditions } from '#server/charters.ts';
import { promiseShown } from '#server/crosswalk-shown.ts';
import { loadGoals } from '#server/goals.ts';
import { formText } from '#server/http/form-text.ts';
import { sendingIn } from '#server/http/sending.ts';
import { numberIn } from '#ui/addresses.ts';
import * as words from '#ui/messages/crosswalk-team.fr.ts';
import { addLink } from '#use-cases/crosswalk/add-link.ts';
import { GOALS } from '#use-cases/crosswalk/propose-crosswalk.ts';
import { enterTeam } from '../../team.ts';
import { relationIn } from '../team-crosswalk.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

/** First which charters, then which promises: a list of all of them would be endless. */
export const load: PageServerLoad = async (event) => {
  await enterTeam(event, 'see-crosswalk');
  const { searchParams: asked } = event.url;
  const editions = loadEditions().map(({ id, title, year }) => ({ id, title: editionName({ title, year }) }));
  const [from, to] = [asked.get('une') ?? '', asked.get('autre') ?? ''];
  const chosen = editionById(from) !== null && (to === GOALS || (editionById(to) !== null && to !== from));
  return {
    editions,
    from,
    to,
    same: from !== '' && from === to,
    promises: chosen ? promiseChoices(from) : [],
    others: chosen && to !== GOALS ? promiseChoices(to) : [],
    goals: chosen && to === GOALS ? loadGoals().map(({ number, name }) => ({ number, name })) : [],
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { person, stores } = await enterTeam(event, 'see-crosswalk');
    const form = await event.request.formData();
    const [edition, item] = [formText(form, 'une', 80), formText(form, 'promesse', 10)];
    const typed = {
      item,
      other: formText(form, 'autre-promesse', 10),
      relation: relationIn(form),
      reason: formText(form, 'motif', 2000),
    };
    const to = targetOf(formText(form, 'autre', 80), typed.other);
    const request = { from: { edition, item }, to, relation: typed.relation, reason: typed.reason };
    const done = await addLink(
      stores,
      person,
      { ...request, sending: sendingIn(form), goals: loadGoals() },
      new Date(),
    );
    if (done.ok) redirect(303, `/equipe/correspondances/${done.value.link}?fait=confirmees`);
    const { refusal } = done;
    return fail(refusal.kind === 'link-known' ? 409 : 400, {
      ...typed,
      problem: words.sayCrosswalkRefusal(refusal),
      known: refusal.kind === 'link-known' ? refusal.link : null,
    });
  },
};

function targetOf(edition: string, typed: string): LinkTarget {
  return edition === GOALS ? { kind: 'goal', goal: numberIn(typed) ?? 0 } : { kind: 'promise', edition, item: typed };
}

function promiseChoices(id: string): readonly { readonly item: string; readonly label: string }[] {
  const edition = editionById(id);
  return (edition === null ? [] : promisesOf(edition)).map(({ item, title }) => ({
    item,
    label: `${promiseShown({ edition: id, item })?.label ?? item}. ${title.slice(0, 120)}`,
  }));
}
