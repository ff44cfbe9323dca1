-- As in 0121, faster where hundreds of collectives have an edition: what an earlier edition hands down are confirmed links alone, and
-- those of one promise are found by its own index.

create or replace function crosswalk_relations_of(wanted_edition text, wanted_item text)
returns table (
  key text, from_edition text, from_item text, to_edition text, to_item text, to_goal smallint, relation text, reason text,
  since timestamptz, is_local boolean, through_edition text, through_item text
)
language sql stable as $$
  with recursive kept as (
    select 'm' || o.measure::text as of_item, o.from_edition as edition, 'm' || o.from_measure::text as item, 1 as steps
    from measure_origin o
    where o.edition = wanted_edition and 'm' || o.measure::text = any (
        case when wanted_item is null
          then array (select 'm' || own.measure::text from measure_origin own where own.edition = wanted_edition)
          else array[wanted_item] end)
      and o.change = 'kept'
    union all
    select k.of_item, o.from_edition, 'm' || o.from_measure::text, k.steps + 1
    from kept k
    join measure_origin o on o.edition = k.edition and 'm' || o.measure::text = k.item and o.change = 'kept'
    where k.steps < 20
  ),
  confirmed as (
    select k.of_item, k.edition, k.item, k.steps, l.id, l.to_edition, l.to_item, l.to_goal,
      coalesce(l.relation, 'contributes') as relation, l.reason, l.decided_at as since
    from kept k join crosswalk_link l on l.from_edition = k.edition and l.from_item = k.item and l.state = 'link-confirmed'
    union all
    select k.of_item, k.edition, k.item, k.steps, l.id, l.from_edition, l.from_item, null,
      case l.relation when 'wider' then 'narrower' when 'narrower' then 'wider' else l.relation end, l.reason, l.decided_at
    from kept k join crosswalk_link l on l.to_edition = k.edition and l.to_item = k.item and l.state = 'link-confirmed'
  ),
  inherited as (
    select distinct on (c.of_item, c.to_edition, c.to_item, c.to_goal) c.*
    from confirmed c where c.to_edition is distinct from wanted_edition
    order by c.of_item, c.to_edition, c.to_item, c.to_goal, c.steps
  )
  select r.key, r.from_edition, r.from_item, r.to_edition, r.to_item, r.to_goal, r.relation, r.reason, r.since, r.is_local,
    null::text, null::text
  from crosswalk_relation r
  where wanted_item is null and r.from_edition = wanted_edition
  union all
  select r.key, r.from_edition, r.from_item, r.to_edition, r.to_item, r.to_goal, r.relation, r.reason, r.since, r.is_local,
    null::text, null::text
  from crosswalk_relation r
  where wanted_item is not null and r.from_edition = wanted_edition and r.from_item = wanted_item
  union all
  select 'link-' || i.id, wanted_edition, i.of_item, i.to_edition, i.to_item, i.to_goal, i.relation, i.reason, i.since, false,
    i.edition, i.item
  from inherited i
  where not exists (
    select from crosswalk_link l
    where l.state <> 'link-proposed' and (
      (l.from_edition, l.from_item) = (wanted_edition, i.of_item)
        and (l.to_edition, l.to_item, l.to_goal) is not distinct from (i.to_edition, i.to_item, i.to_goal)
      or (l.to_edition, l.to_item) = (wanted_edition, i.of_item) and (l.from_edition, l.from_item) = (i.to_edition, i.to_item)))
$$;
