/** The relatives of one promise in other charters, with how many pacts took each, and the goals it serves. Public things only. */
import type { CharterPromise } from '#domain/crosswalk/promise-words.ts';
import type { ShownRelation } from '#domain/crosswalk/relation.ts';
import type { Stance } from '#domain/pact/stance.ts';
import { localVersionsAddress, relationsAddress } from '#ui/crosswalk/addresses.ts';
import { promiseShown, sideShown, type SideShown } from './crosswalk-shown.ts';
import type { Db } from './storage/connection.ts';
import { saidHere, takenOf, type RelativeTaken } from './storage/crosswalk-figures.ts';
import { relationsOf, type FirstRelations, type HeldRelation } from './storage/crosswalk-relations.ts';

/** Of each kind, on a page that is about something else; the whole list has its own. */
const MOST = 20;

type Said = {
  readonly side: SideShown;
  readonly reason: string;
  readonly since: Date;
  /** The measure of an earlier edition of which it was confirmed; null: of this very one. */
  readonly through: SideShown | null;
};

export type RelativeShown = Said & {
  readonly relation: ShownRelation;
  readonly figures: Pick<RelativeTaken, 'taken' | 'pacts' | 'asOf'>;
  /** Of pacts of the place that was asked for; empty when none was. */
  readonly here: readonly { readonly pact: number; readonly listName: string | null; readonly stance: Stance }[];
};

/** Where the whole of a list is; null: it is all there. */
export type More = { readonly href: string; readonly count: number } | null;

export type RelativesShown = {
  readonly relatives: readonly RelativeShown[];
  readonly more: More;
  readonly goals: readonly Said[];
  readonly localVersions: {
    readonly count: number;
    readonly first: readonly { readonly side: SideShown; readonly since: Date }[];
    readonly more: More;
  };
};

/** Two queries, three when a municipality is asked for; one when the promise has no relative. */
export async function relativesShown(
  db: Db,
  { municipality, ...promise }: CharterPromise & { readonly municipality?: string },
): Promise<RelativesShown> {
  const { promises, goals, localVersions } = await relationsOf(db, { ...promise, limit: MOST });
  const others = promises.first.flatMap(({ to }) =>
    to.kind === 'promise' ? [{ edition: to.edition, item: to.item }] : [],
  );
  const [figures, said] = await Promise.all([
    takenOf(db, others),
    municipality === undefined ? [] : saidHere(db, { municipality, promises: others }),
  ]);
  return {
    relatives: promises.first.flatMap((relation) => {
      const { to } = relation;
      if (to.kind === 'goal') return [];
      const { taken, pacts, asOf } = figures.find(isOf(to)) ?? { taken: 0, pacts: 0, asOf: null };
      const here = said.filter(isOf(to)).map(({ pact, listName, stance }) => ({ pact, listName, stance }));
      return saidOf(relation).map((shown) => ({
        ...shown,
        relation: relation.relation,
        figures: { taken, pacts, asOf },
        here,
      }));
    }),
    more: moreOf(promises, relationsAddress(promise)),
    goals: goals.first.flatMap(saidOf),
    localVersions: {
      count: localVersions.count,
      first: localVersions.first.flatMap(saidOf),
      more: moreOf(localVersions, localVersionsAddress(promise)),
    },
  };
}

/** None: its charter is not here any more. */
function saidOf({ to, reason, since, through }: HeldRelation): readonly Said[] {
  const side = sideShown(to);
  return side === null ? [] : [{ side, reason, since, through: through === null ? null : promiseShown(through) }];
}

function moreOf({ first, count }: FirstRelations, href: string): More {
  return count > first.length ? { href, count } : null;
}

function isOf({ edition, item }: CharterPromise) {
  return (other: CharterPromise): boolean => other.edition === edition && other.item === item;
}
