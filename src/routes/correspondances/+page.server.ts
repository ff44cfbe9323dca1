import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { editionById, loadEditions } from '#server/charters.ts';
import { relationsShown } from '#server/crosswalk-shown.ts';
import { goalByNumber, goalSource, loadGoals } from '#server/goals.ts';
import { runtime } from '#server/runtime.ts';
import {
  goalCounts,
  relationCounts,
  relationsOfEdition,
  relationsOfGoal,
} from '#server/storage/crosswalk-relations.ts';
import { versionList } from '#server/storage/crosswalk-versions.ts';
import { numberIn } from '#ui/addresses.ts';
import { cursorText, relationCursorIn } from '#ui/crosswalk/cursor.ts';
import { heading } from '#ui/messages/format.fr.ts';

const PAGE = 100;

/** Everything in figures, or the list of one charter or of one goal. */
export const load: PageServerLoad = async ({ url }) => {
  const { db } = await runtime();
  const { searchParams: asked } = url;
  const charter = asked.get('charte');
  const goal = asked.get('objectif');
  const after = asked.get('apres') ?? '';
  if (charter !== null) {
    const edition = editionById(charter) ?? error(404);
    const cursor = relationCursorIn(after);
    const found = await relationsOfEdition(db, {
      edition: edition.id,
      limit: PAGE,
      ...(cursor === null ? {} : { after: cursor }),
    });
    return {
      kind: 'list' as const,
      charter: edition.title,
      goal: null,
      address: `/correspondances?charte=${edition.id}`,
      relations: relationsShown(found.relations),
      next: found.next === null ? null : cursorText(found.next),
    };
  }
  if (goal !== null) {
    const one = goalByNumber(numberIn(goal) ?? error(404)) ?? error(404);
    const found = await relationsOfGoal(db, { goal: one.number, after: after.slice(0, 80), limit: PAGE });
    return {
      kind: 'list' as const,
      charter: null,
      goal: { number: one.number, name: one.name, title: one.title },
      address: `/correspondances?objectif=${one.number}`,
      relations: relationsShown(found.relations),
      next: found.next,
    };
  }
  const [counts, goals, versions] = await Promise.all([relationCounts(db), goalCounts(db), versionList(db)]);
  const byEdition = new Map(counts.map((one) => [one.edition, one]));
  return {
    kind: 'all' as const,
    editions: loadEditions().map(({ id, title, year, principles, measures }) => ({
      id,
      title: `${heading(title)}, ${year}`,
      promises: principles.length + measures.length,
      withRelative: byEdition.get(id)?.withRelative ?? 0,
      withGoal: byEdition.get(id)?.withGoal ?? 0,
    })),
    goals: loadGoals().map(({ number, name }) => ({ number, name, promises: goals.get(number) ?? 0 })),
    latest: latestOf(counts.map(({ latest }) => latest)),
    source: goalSource(),
    versions,
  };
};

/** Null: nothing is confirmed. */
function latestOf(days: readonly Date[]): Date | null {
  const [last] = days.toSorted((a, b) => b.getTime() - a.getTime());
  return last ?? null;
}
