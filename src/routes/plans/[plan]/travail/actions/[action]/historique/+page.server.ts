import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import * as words from '#ui/messages/workshop-sheet.fr.ts';
import { knownWorkshop, numberOr404 } from '../../../known-workshop.ts';

/** What the journal says of each field, newest first. Of a removed action too: its history stays. */
export const load: PageServerLoad = async (event) => {
  const { stores, person, plan, place, frame } = await knownWorkshop(event);
  const id = numberOr404(event.params.action);
  const history = await stores.workingPlans.history(id);
  // The journal knows of which plan it is: an action of another plan is not here.
  const action = await stores.workingPlans.action({ plan: plan.id, action: id });
  if (action === null && !(await stores.workingPlans.wasThere({ plan: plan.id, action: id }))) error(404);
  const names = new Map((await stores.directory.of(plan.place)).map((entry) => [entry.id, entry.name]));
  const axes = new Map(
    (await stores.workingPlans.axes(plan.id)).map((axis) => [axis.id, `${axis.number} ${axis.title}`]),
  );
  return {
    plan,
    place,
    frame,
    action: { id, title: action === null ? null : `${action.number} ${action.sheet.title}` },
    history: history.toReversed().map(({ at, by, role, act, changes }) => ({
      what: words.HISTORY_ACT[act] ?? words.HISTORY_OTHER,
      when: words.historyWhen(at, by === person.id ? words.YOU : (words.BY_ROLE_WORD[role] ?? role)),
      changes: Object.entries(changes).map(([field, { before, after }]) => ({
        name: words.FIELD_WORD[field] ?? field,
        before: words.sayField(field, before, { names, axes }),
        after: words.sayField(field, after, { names, axes }),
      })),
    })),
  };
};
