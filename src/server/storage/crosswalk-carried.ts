/** What was confirmed of measures of an earlier edition whose words changed since: nobody said that it still holds. */
import { sql } from 'kysely';
import type { LinkPair } from '#domain/crosswalk/crosswalk-link.ts';
import type { CharterPromise } from '#domain/crosswalk/promise-words.ts';
import { RELATIONS, type Relation } from '#domain/crosswalk/relation.ts';
import type { Db } from './connection.ts';
import { toTarget } from './crosswalk-links.ts';

type Carried = LinkPair & {
  readonly of: CharterPromise;
  readonly relation: Relation | null;
  readonly reason: string;
};

/** With promises of `other`; null: with goals. A measure kept word for word has them without being asked (crosswalk_relations_of). One query. */
export async function saidBefore(
  db: Db,
  { edition, other }: { readonly edition: string; readonly other: string | null },
): Promise<readonly Carried[]> {
  const { rows } = await sql<{
    item: string;
    ofEdition: string;
    ofItem: string;
    toEdition: string | null;
    toItem: string | null;
    toGoal: number | null;
    relation: string;
    reason: string;
  }>`
    select distinct on (o.measure, r.to_edition, r.to_item, r.to_goal) 'm' || o.measure::text as item,
      o.from_edition as of_edition, 'm' || o.from_measure::text as of_item, r.to_edition, r.to_item, r.to_goal, r.relation, r.reason
    from measure_origin o, crosswalk_relations_of(o.from_edition, 'm' || o.from_measure::text) r
    where o.edition = ${edition} and o.measure is not null and o.from_measure is not null and o.change <> 'kept'
      and not r.is_local and r.relation not in ('became', 'came-from')
      and case when ${other}::text is null then r.to_goal is not null else r.to_edition = ${other}::text end
    order by o.measure, r.to_edition, r.to_item, r.to_goal, o.from_edition, o.from_measure`.execute(db);
  return rows.map(({ item, ofEdition, ofItem, relation, reason, ...to }) => ({
    from: { edition, item },
    to: toTarget(to),
    of: { edition: ofEdition, item: ofItem },
    relation: RELATIONS.find((one) => one === relation) ?? null,
    reason,
  }));
}
