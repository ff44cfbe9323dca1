import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import type { Edition } from '#domain/charter/edition.ts';
import { promiseOf } from '#domain/crosswalk/promise-words.ts';
import { editionById, nationalEditions } from '#server/charters.ts';
import { promiseShown, relationsShown } from '#server/crosswalk-shown.ts';
import { goalByNumber, goalSource, loadGoals } from '#server/goals.ts';
import { runtime } from '#server/runtime.ts';
import {
  goalCounts,
  latestRelation,
  relationCounts,
  relationsOfEdition,
  relationsOfGoal,
} from '#server/storage/crosswalk-relations.ts';
import { versionList } from '#server/storage/crosswalk-versions.ts';
import { editionAddress, numberIn } from '#ui/addresses.ts';
import { cursorText, relationCursorIn } from '#ui/crosswalk/cursor.ts';
import { localVersionsAddress, relationsAddress } from '#ui/crosswalk/addresses.ts';
import { localVersionsOf, ofCharter, ofGoal, ofPromise } from '#ui/messages/crosswalk.fr.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

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
    const item = asked.get('promesse');
    if (item !== null && promiseOf(edition, item) === null) error(404);
    const local = item !== null && asked.get('versions') === 'locales';
    const cursor = relationCursorIn(after);
    const found = await relationsOfEdition(db, {
      edition: edition.id,
      ...(item === null ? {} : { item }),
      local,
      limit: PAGE,
      ...(cursor === null ? {} : { after: cursor }),
    });
    return {
      kind: 'list' as const,
      ...listNamed(edition, { item, local }),
      local,
      one: item === null ? ('charter' as const) : ('promise' as const),
      lede: null,
      relations: relationsShown(found.relations),
      next: found.next === null ? null : cursorText(found.next),
    };
  }
  if (goal !== null) {
    const one = goalByNumber(numberIn(goal) ?? error(404)) ?? error(404);
    const found = await relationsOfGoal(db, { goal: one.number, after: after.slice(0, 80), limit: PAGE });
    return {
      kind: 'list' as const,
      title: ofGoal(one.number, one.name),
      local: false,
      one: null,
      above: [],
      lede: one.title,
      address: `/correspondances?objectif=${one.number}`,
      relations: relationsShown(found.relations),
      next: found.next,
    };
  }
  const editions = nationalEditions();
  const [counts, goals, versions, latest] = await Promise.all([
    relationCounts(
      db,
      editions.map(({ id }) => id),
    ),
    goalCounts(db),
    versionList(db),
    latestRelation(db),
  ]);
  const named = loadGoals().map(({ number, name }) => ({ number, name, promises: goals.get(number) ?? 0 }));
  const byEdition = new Map(counts.map((one) => [one.edition, one]));
  return {
    kind: 'all' as const,
    editions: editions.map(({ id, title, year, principles, measures }) => ({
      id,
      title: editionName({ title, year }),
      promises: principles.length + measures.length,
      withRelative: byEdition.get(id)?.withRelative ?? 0,
      withGoal: byEdition.get(id)?.withGoal ?? 0,
    })),
    goals: {
      served: named.filter(({ promises }) => promises > 0),
      silent: named.filter(({ promises }) => promises === 0),
    },
    latest,
    source: goalSource(),
    versions,
  };
};

/** Of a charter, or of one promise of it; `above`: the page that it is about. */
function listNamed(edition: Edition, { item, local }: { readonly item: string | null; readonly local: boolean }) {
  const promise = { edition: edition.id, item: item ?? '' };
  const shown = item === null ? null : promiseShown(promise);
  const charter = { href: editionAddress(edition.id), label: editionName(edition) };
  if (shown === null)
    return {
      title: ofCharter(charter.label),
      address: `/correspondances?charte=${edition.id}`,
      above: [charter],
    };
  const { label, title, href } = shown;
  return {
    title: local ? localVersionsOf(label, title) : ofPromise(label, title),
    address: local ? localVersionsAddress(promise) : relationsAddress(promise),
    above: [charter, { href, label }],
  };
}
