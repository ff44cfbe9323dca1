import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { editionById } from '#server/charters.ts';
import { commitmentLine } from '#ui/commitments/commitment-line.ts';
import * as words from '#ui/messages/indicator-history.fr.ts';
import { BY_ROLE_WORD, HISTORY_OTHER, historyWhen, YOU } from '#ui/messages/workshop-sheet.fr.ts';
import { knownWorkshop, numberOr404 } from '../../../known-workshop.ts';

/** What the journal says of its definition, ties and figures, newest first. Of a removed one too: its history stays. */
export const load: PageServerLoad = async (event) => {
  const { stores, person, plan, place, frame } = await knownWorkshop(event);
  const wanted = { plan: plan.id, id: numberOr404(event.params.indicator) };
  const history = await stores.indicators.history(wanted);
  if (history.length === 0) error(404);
  const [indicator, { rows }, promised] = await Promise.all([
    stores.indicators.find(wanted),
    stores.workingPlans.overview(plan.id),
    stores.planLinks.promises(plan.place),
  ]);
  const actions = new Map(rows.map(({ id, number, title }) => [id, `${number}. ${title}`]));
  const promises = new Map(
    promised.map((promise) => [
      `${promise.edition} ${promise.item}`,
      commitmentLine(place, editionById(promise.edition), promise).label,
    ]),
  );
  return {
    place,
    frame,
    indicator: { id: wanted.id, title: indicator?.title ?? null },
    history: history.toReversed().map(({ at, by, role, act, changes }) => ({
      what: words.HISTORY_ACT[act] ?? HISTORY_OTHER,
      when: historyWhen(at, by === person.id ? YOU : (BY_ROLE_WORD[role] ?? role)),
      changes: Object.entries(changes).map(([field, { before, after }]) => ({
        name: words.fieldWord(field),
        before: words.sayValue(field, before, { actions, promises }),
        after: words.sayValue(field, after, { actions, promises }),
      })),
    })),
  };
};
