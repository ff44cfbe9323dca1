/** Communes that merged into one of today and signed a pact: what they promised is its past, told under their own name. */
import { sql } from 'kysely';

export type FormerCommune = {
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  /** At least one, latest term first. */
  readonly pacts: readonly {
    readonly id: number;
    readonly listName: string | null;
    readonly leader: string | null;
    readonly term: { readonly from: number; readonly to: number };
  }[];
};

/** For the municipality `m` of a larger query, as JSON, by name. */
export const formerCommunesShown = sql`(
  select coalesce(json_agg(json_build_object('code', o.code, 'name', o.name, 'slug', o.slug, 'pacts', (
      select json_agg(json_build_object('id', p.id, 'listName', p.list_name, 'leader', p.leader,
               'term', json_build_object('from', p.term_from, 'to', p.term_to)) order by p.term_from desc, p.id)
      from pact p where p.municipality_code = o.code)) order by o.name), '[]')
  from municipality o
  where o.of_today = m.code and o.code <> m.code and exists (select from pact p where p.municipality_code = o.code)
)`;
