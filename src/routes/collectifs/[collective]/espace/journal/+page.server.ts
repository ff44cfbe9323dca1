import type { PageServerLoad } from './$types';
import { historyOf } from '#server/storage/journal.ts';
import { latestFirst, sayAct, sayWho } from '#ui/messages/collectives/journal.fr.ts';
import { enterSpace } from '../enter.ts';

export const load: PageServerLoad = async (event) => {
  const { db, stores, id, space } = await enterSpace(event);
  const [events, members] = await Promise.all([
    historyOf(db, { kind: 'collective', id }),
    stores.collectives.members(id),
  ]);
  const names = new Map(members.map(({ person, name }) => [person, name]));
  return {
    space,
    events: latestFirst(events).map(({ sequence, at, act, actor, says }) => ({
      sequence,
      at,
      act: sayAct(act, says, (person) => names.get(person) ?? null),
      who: sayWho(actor, names.get(byIn(says)) ?? null),
    })),
  };
};

function byIn(says: unknown): string {
  const by = says !== null && typeof says === 'object' && 'by' in says ? says.by : '';
  return typeof by === 'string' ? by : '';
}
