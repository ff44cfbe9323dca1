-- Editions that are offered to nobody any more, with the reason that everybody reads: those that came with the program too, and
-- those of collectives, which their own collective or the country withdraws.

create table edition_withdrawal (
  -- Its address. Of data/charters too: no row of ours.
  edition text primary key check (edition <> ''),
  -- The country's own stays until the country takes it back.
  withdrawn_by text not null check (withdrawn_by in ('country', 'collective')),
  withdrawn_at timestamptz not null,
  -- '' of those that were withdrawn before a reason was asked.
  reason text not null
);

insert into edition_withdrawal (edition, withdrawn_by, withdrawn_at, reason)
select e.id, case when d.collective_id is null then 'country' else 'collective' end, e.withdrawn_at, ''
from edition e join edition_draft d on d.id = e.draft_id where e.withdrawn_at is not null;

alter table edition drop column withdrawn_at;

-- As in 0121, but that what a collective says is not listed once the country has withdrawn its edition.
create or replace view crosswalk_relation as
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
    and (draft.collective_id is null or not exists (
      select from edition_withdrawal w where w.edition = o.edition and w.withdrawn_by = 'country'))
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
