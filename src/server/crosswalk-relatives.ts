/** The relatives of one promise in other charters, with how many pacts took each, and the goals it serves. Public things only. */
import type { CharterPromise } from '#domain/crosswalk/promise-words.ts';
import type { ShownRelation } from '#domain/crosswalk/relation.ts';
import type { Stance } from '#domain/pact/stance.ts';
import { sideShown, type SideShown } from './crosswalk-shown.ts';
import type { Db } from './storage/connection.ts';
import { relationsOf, saidHere, takenOf, type RelativeTaken } from './storage/crosswalk-relations.ts';

export type RelativeShown = {
  readonly side: SideShown;
  readonly relation: ShownRelation;
  readonly reason: string;
  readonly since: Date;
  readonly figures: Pick<RelativeTaken, 'taken' | 'pacts' | 'asOf'>;
  /** Of pacts of the place that was asked for; empty when none was. */
  readonly here: readonly { readonly pact: number; readonly listName: string | null; readonly stance: Stance }[];
};

export type RelativesShown = {
  readonly relatives: readonly RelativeShown[];
  readonly goals: readonly { readonly side: SideShown; readonly reason: string; readonly since: Date }[];
};

/** Two queries, three when a municipality is asked for; one when the promise has no relative. */
export async function relativesShown(
  db: Db,
  { municipality, ...promise }: CharterPromise & { readonly municipality?: string },
): Promise<RelativesShown> {
  const relations = await relationsOf(db, promise);
  const others = relations.flatMap(({ to }) => (to.kind === 'promise' ? [{ edition: to.edition, item: to.item }] : []));
  const [figures, said] = await Promise.all([
    takenOf(db, others),
    municipality === undefined ? [] : saidHere(db, { municipality, promises: others }),
  ]);
  const shown = relations.flatMap((relation) => {
    const side = sideShown(relation.to);
    return side === null ? [] : [{ ...relation, side }];
  });
  return {
    relatives: shown.flatMap(({ to, side, relation, reason, since }) => {
      if (to.kind === 'goal') return [];
      const { taken, pacts, asOf } = figures.find(isOf(to)) ?? { taken: 0, pacts: 0, asOf: null };
      const here = said.filter(isOf(to)).map(({ pact, listName, stance }) => ({ pact, listName, stance }));
      return [{ side, relation, reason, since, figures: { taken, pacts, asOf }, here }];
    }),
    goals: shown.flatMap(({ to, side, reason, since }) => (to.kind === 'goal' ? [{ side, reason, since }] : [])),
  };
}

function isOf({ edition, item }: CharterPromise) {
  return (other: CharterPromise): boolean => other.edition === edition && other.item === item;
}
