/**
 * When what a page shows last changed, as SQL for ./sitemap.ts: what was published, linked, said by either voice, told,
 * reviewed, or taken off. Each is of the row `p` of a pact, a plan or anything else that has a place; null when there is
 * nothing, which `greatest` leaves out. `item` may name a column of the query around it, hence aliases that are used nowhere else.
 */
import { sql, type RawBuilder } from 'kysely';

type Sql = RawBuilder<unknown>;

export const SAME_PLACE = sql`(o.municipality_code = p.municipality_code or o.grouping_siren = p.grouping_siren)`;
const SAME_PLACE_KEY = sql`coalesce(o.municipality_code, o.grouping_siren) = coalesce(p.municipality_code, p.grouping_siren)`;

/** Also what left the page: a reading that was replaced, a pact that was withdrawn. */
export const LAST_END = sql`(select max(o.ended_at) from earlier_reading o where ${SAME_PLACE})`;

/** An event that everybody reads; one that was withdrawn says so. */
const EVENT_CHANGED = sql`max(greatest(o.changed_at, o.withdrawn_at))`;
export const EVENTS_CHANGED = sql`(select ${EVENT_CHANGED} from follow_up_event o where ${SAME_PLACE_KEY} and o.visibility = 'public')`;

/** Said by a voice, said to be still so, or remarked: of these pacts, and of one item when it is given. */
function said(pacts: Sql, item: Sql | null): Sql {
  const here = (of: string): Sql => {
    const { pact, of: promise } = { pact: sql.ref(`${of}.pact_id`), of: sql.ref(`${of}.item`) };
    return item === null ? sql`${pact} in (${pacts})` : sql`${pact} in (${pacts}) and ${promise} = ${item}`;
  };
  return sql`greatest(
    (select max(heard.said_at) from assessment heard where ${here('heard')}),
    (select max(still.confirmed_at) from assessment heard
      join assessment_confirmation still on still.assessment_id = heard.id where ${here('heard')}),
    (select max(greatest(beside.said_at, beside.withdrawn_at, beside.hidden_at)) from remark beside where ${here('beside')}))`;
}

/** Of the pact `p` alone. */
export const PACT_SAID = said(sql`p.id`, null);
const PLACE_SAID = said(sql`select o.id from pact o where ${SAME_PLACE}`, null);

/** Of one version after another: a plan is changed by publishing it again. */
function versionsOf(plan: Sql): Sql {
  return sql`(select max(edited.published_at) from plan_version edited where edited.plan_id = ${plan})`;
}

/** Of the pact or plan `p` itself. */
export function changedOf(what: 'pact' | 'plan'): Sql {
  return sql`greatest(p.published_at, ${what === 'plan' ? versionsOf(sql`p.id`) : PACT_SAID},
    (select max(e.ended_at) from earlier_reading e where e.subject_kind = ${sql.lit(what)} and e.subject_id = p.id))`;
}

export const PLACE_CHANGED = sql`greatest((select max(o.published_at) from pact o where ${SAME_PLACE}),
  (select max(greatest(o.published_at, ${versionsOf(sql`o.id`)})) from plan o where ${SAME_PLACE}), ${LAST_END},
  ${PLACE_SAID}, ${EVENTS_CHANGED}, (select max(o.published_at) from review o where ${SAME_PLACE}))`;

/** Both lists of a place change with its promises and its actions, and with what links them. */
export const TIES_CHANGED = sql`greatest(${PLACE_CHANGED}, (select max(tie.linked_at) from plan o
  join action act on act.plan_id = o.id join action_commitment tie on tie.action_id = act.id where ${SAME_PLACE}))`;

/** The page of a promise: `item` is `m15`, `pA` or `l412`, of the edition of the pact `p`. */
export function threadChanged(item: Sql): Sql {
  const pacts = sql`select o.id from pact o where o.municipality_code = p.municipality_code and o.edition = p.edition`;
  return sql`greatest(${LAST_END},
    (select max(o.published_at) from pact o where o.municipality_code = p.municipality_code and o.edition = p.edition),
    ${said(pacts, item)},
    (select max(greatest(tie.linked_at, ${versionsOf(sql`o.id`)})) from plan o join action act on act.plan_id = o.id
      join action_commitment tie on tie.action_id = act.id
      where o.municipality_code = p.municipality_code and tie.edition = p.edition and tie.item = ${item}),
    (select ${EVENT_CHANGED} from follow_up_event o where ${SAME_PLACE_KEY} and o.visibility = 'public'
      and o.edition = p.edition and ${item} = any(o.items)))`;
}

/** Its page also shows what was linked to it and to the lists that merged into it. */
export const LIST_CHANGED = sql`greatest(p.changed_at, (select max(o.changed_at) from candidate_list o where o.merged_into = p.id),
  (select max(l.linked_at) from pact_list l join candidate_list o on o.id = l.candidate_list_id where p.id in (o.id, o.merged_into)))`;
/** The page of all the lists of a municipality. */
export const LISTS_CHANGED = sql`greatest((select max(o.changed_at) from candidate_list o where o.municipality_code = p.municipality_code),
          (select max(l.linked_at) from pact_list l join candidate_list o on o.id = l.candidate_list_id where o.municipality_code = p.municipality_code))`;

/** Threads show the edition of the latest pact signed in the municipality (./thread-page.ts). */
export const LATEST_EDITION = sql`p.municipality_code is not null and p.edition = (
  select o.edition from pact o where o.municipality_code = p.municipality_code order by o.term_from desc, o.id desc limit 1)`;
