/** Relations with the titles of both sides. One whose edition this site no longer holds is left out: nobody could read it. */
import type { RelationLine } from '#domain/crosswalk/crosswalk-version.ts';
import type { Goal } from '#domain/crosswalk/goal.ts';
import { promisesOf, type CharterPromise } from '#domain/crosswalk/promise-words.ts';
import type { Stores } from '../stores.ts';
import type { PublicRelation } from './crosswalk-store.ts';

export async function linesOf(
  stores: HasEditions,
  relations: readonly PublicRelation[],
  goals: readonly Goal[],
): Promise<readonly RelationLine[]> {
  const lineOf = lineReader(stores, goals);
  const lines: RelationLine[] = [];
  for (const relation of relations) {
    const line = await lineOf(relation);
    if (line !== null) lines.push(line);
  }
  return lines;
}

type HasEditions = { readonly editions: Pick<Stores['editions'], 'find'> };

/** One relation after the other, each edition read once. Null: an edition is not here any more. */
export function lineReader(
  stores: HasEditions,
  goals: readonly Goal[],
): (relation: PublicRelation) => Promise<RelationLine | null> {
  const titles = new Map<string, ReadonlyMap<string, string>>();
  const titleOf = async ({ edition: id, item }: CharterPromise): Promise<string | null> => {
    let known = titles.get(id);
    if (known === undefined) {
      const edition = await stores.editions.find(id);
      known = new Map(edition === null ? [] : promisesOf(edition).map((one) => [one.item, one.title]));
      titles.set(id, known);
    }
    return known.get(item) ?? null;
  };
  return async ({ from, to, relation, reason, since }) => {
    const title = await titleOf(from);
    const other = to.kind === 'goal' ? goals.find(({ number }) => number === to.goal)?.name : await titleOf(to);
    if (title === null || other === null || other === undefined) return null;
    const there =
      to.kind === 'goal' ? { goal: to.goal, title: other } : { edition: to.edition, item: to.item, title: other };
    return { from: { ...from, title }, to: there, relation, reason, since: since.toISOString() };
  };
}
