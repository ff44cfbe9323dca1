-- What a collective makes of a measure in its own edition is its word alone: a version of it, never what it became, and no
-- correspondence that anybody confirmed. What is confirmed of a measure holds where a later edition keeps its words. docs/decisions/0036.

drop view crosswalk_relation;

create index measure_origin_item on measure_origin (edition, ('m' || measure::text));
create index measure_origin_from_item on measure_origin (from_edition, ('m' || from_measure::text));

-- What everybody reads, from both sides. `is_local`: said by a collective that published its own edition, and by nobody else.
create view crosswalk_relation as
with origin as not materialized (
  select o.edition || '-' || o.measure || '-' || o.from_edition || '-' || o.from_measure as key,
    o.from_edition, 'm' || o.from_measure::text as from_item, o.edition, 'm' || o.measure::text as item, o.reason, e.published_at,
    draft.collective_id is not null as is_local,
    draft.collective_id is not null and before.collective_id is null as is_version
  from measure_origin o
  join edition e on e.id = o.edition
  join edition_draft draft on draft.id = e.draft_id
  left join edition_draft before on before.edition_id = o.from_edition and before.published_at is not null
  where o.measure is not null and o.from_measure is not null
)
select 'link-' || id as key, from_edition, from_item, to_edition, to_item, to_goal,
  coalesce(relation, 'contributes') as relation, reason, decided_at as since, true as forward, false as is_local
from crosswalk_link where state = 'link-confirmed'
union all
select 'link-' || id, to_edition, to_item, from_edition, from_item, null,
  case relation when 'wider' then 'narrower' when 'narrower' then 'wider' else relation end, reason, decided_at, false, false
from crosswalk_link where state = 'link-confirmed' and to_edition is not null
union all
select key, from_edition, from_item, edition, item, null,
  case when is_version then 'local-version' else 'became' end, reason, published_at, true, is_local
from origin
union all
select key, edition, item, from_edition, from_item, null,
  case when is_version then 'local-version-of' else 'came-from' end, reason, published_at, false, is_local
from origin;

-- Those of one edition, or of one promise of it; with those confirmed of the measure of an earlier edition whose words it keeps
-- (`through`), unless somebody decided of that very pair.
create function crosswalk_relations_of(wanted_edition text, wanted_item text)
returns table (
  key text, from_edition text, from_item text, to_edition text, to_item text, to_goal smallint, relation text, reason text,
  since timestamptz, is_local boolean, through_edition text, through_item text
)
language sql stable as $$
  with recursive kept as (
    select 'm' || o.measure::text as of_item, o.from_edition as edition, 'm' || o.from_measure::text as item, 1 as steps
    from measure_origin o
    where o.edition = wanted_edition and (wanted_item is null or 'm' || o.measure::text = wanted_item) and o.change = 'kept'
    union all
    select k.of_item, o.from_edition, 'm' || o.from_measure::text, k.steps + 1
    from kept k
    join measure_origin o on o.edition = k.edition and 'm' || o.measure::text = k.item and o.change = 'kept'
    where k.steps < 20
  ),
  inherited as (
    select distinct on (k.of_item, r.to_edition, r.to_item, r.to_goal) r.key, k.of_item, r.to_edition, r.to_item, r.to_goal,
      r.relation, r.reason, r.since, k.edition, k.item
    from kept k
    join crosswalk_relation r on r.from_edition = k.edition and r.from_item = k.item
    where not r.is_local and r.relation not in ('became', 'came-from') and r.to_edition is distinct from wanted_edition
    order by k.of_item, r.to_edition, r.to_item, r.to_goal, k.steps
  )
  select r.key, r.from_edition, r.from_item, r.to_edition, r.to_item, r.to_goal, r.relation, r.reason, r.since, r.is_local,
    null, null
  from crosswalk_relation r
  where r.from_edition = wanted_edition and (wanted_item is null or r.from_item = wanted_item)
  union all
  select i.key, wanted_edition, i.of_item, i.to_edition, i.to_item, i.to_goal, i.relation, i.reason, i.since, false, i.edition, i.item
  from inherited i
  where not exists (
    select from crosswalk_link l
    where l.state <> 'link-proposed' and (
      (l.from_edition, l.from_item) = (wanted_edition, i.of_item)
        and (l.to_edition, l.to_item, l.to_goal) is not distinct from (i.to_edition, i.to_item, i.to_goal)
      or (l.to_edition, l.to_item) = (wanted_edition, i.of_item) and (l.from_edition, l.from_item) = (i.to_edition, i.to_item)))
  and not exists (
    select from crosswalk_relation own
    where own.from_edition = wanted_edition and own.from_item = i.of_item and own.to_edition = i.to_edition
      and own.to_item = i.to_item and not own.is_local)
$$;
