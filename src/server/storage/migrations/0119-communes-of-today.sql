-- A commune that merged counts, in every figure of the country, as the commune of today: the one that is also counted among all
-- those that could have signed. docs/decisions/0032.

-- Where it merged: written by each release of the territory (src/server/storage/territory-load.ts), from the release's own list of
-- former codes. Null: it stands by itself.
alter table municipality
  add merged_into text references municipality (code),
  add constraint municipality_merged_is_no_more check (merged_into is null or (not current and merged_into <> code));
alter table municipality add of_today text not null generated always as (coalesce(merged_into, code)) stored;
update municipality m set merged_into = f.municipality_code
from municipality_former_name f
where f.code = m.code and not m.current and f.municipality_code <> m.code;
create index municipality_by_commune_of_today on municipality (of_today, code);

-- What a pact is counted under: its place is the commune of today. What the demonstration plays is not of the country.
-- Two branches: the codes of a place then lead straight to its pacts, by index.
create or replace view pact_facet as
select of_place.pact_id, of_place.place, of_place.edition, of_place.signed_on, of_place.department, of_place.region, of_place.size,
  -- A list that merged into another stands where that one stands.
  coalesce(into_two.outcome, into_one.outcome, l.outcome, 'unknown') as standing
from (
  select p.id as pact_id, today.code as place, p.edition, p.signed_on,
    today.department_code as department, today.region_code as region,
    case
      when today.population is null then 'unknown'
      when today.population < 500 then 'under-500'
      when today.population < 2000 then '500-to-1999'
      when today.population < 10000 then '2000-to-9999'
      when today.population < 50000 then '10000-to-49999'
      else '50000-and-more'
    end as size
  from pact p
  join municipality then_there on then_there.code = p.municipality_code
  join municipality today on today.code = then_there.of_today
  where not today.fictional
  union all
  select p.id, p.grouping_siren, p.edition, p.signed_on, null, null, 'grouping' from pact p where p.grouping_siren is not null
) of_place
left join pact_list pl on pl.pact_id = of_place.pact_id
left join candidate_list l on l.id = pl.candidate_list_id
left join candidate_list into_one on into_one.id = l.merged_into
left join candidate_list into_two on into_two.id = into_one.merged_into;

-- What each place adds to the tallies. A row counts in each of its editions × areas × sizes × standings; `*` is every edition,
-- `fr` the country, `all` every size or standing. Counts per place (signatories, looked at) are one, however many its pacts.
create or replace view place_tally as
with pact_cell as not materialized (
  select f.*,
    array['fr', 'r-' || region, 'd-' || department] as areas,
    array['all', size] as sizes,
    array['all', standing] as standings
  from pact_facet f
)
select place, array['*', f.edition] as editions, areas, sizes, standings,
  'pacts' as subject, '' as item, 0 as level, '' as value, 1 as count
from pact_cell f
union all
-- The day it was signed; '': no source says it.
select place, array[f.edition], areas, array['all'], array['all'], 'signed', '', 0, coalesce(signed_on::text, ''), 1
from pact_cell f
union all
select place, array[f.edition], areas, array['all'], array['all'], 'signed', 'm' || c.measure, 0, coalesce(signed_on::text, ''), 1
from pact_cell f join commitment c using (pact_id)
where c.stance in ('accepted', 'partial')
union all
-- What it says of each measure (level 0: as a whole) and of each level.
select place, array[f.edition], areas, sizes, standings, 'stance', 'm' || c.measure, mark.level, mark.stance, 1
from pact_cell f join commitment c using (pact_id)
cross join lateral (values (0, c.stance), (1, c.level1), (2, c.level2), (3, c.level3)) as mark (level, stance)
where mark.stance is not null
union all
select place, array[f.edition], areas, sizes, standings, 'stance', 'p' || pp.letter, 0, pp.stance, 1
from pact_cell f join pact_principle pp using (pact_id)
union all
-- Measures taken at least in part, and the levels taken in them.
select place, array['*', f.edition], areas, sizes, standings, 'commitments', '', 0, '', 1
from pact_cell f join commitment c using (pact_id)
where c.stance in ('accepted', 'partial')
union all
select place, array['*', f.edition], areas, sizes, standings, 'levels', '', 0, '', 1
from pact_cell f join commitment c using (pact_id)
cross join lateral (values (c.level1), (c.level2), (c.level3)) as mark (stance)
where c.stance in ('accepted', 'partial') and mark.stance in ('accepted', 'partial')
union all
select place, array['*', f.edition], areas, sizes, standings, 'local-commitments', '', 0, '', 1
from pact_cell f join local_commitment using (pact_id)
union all
select place, array[f.edition], areas, array['all'], array['all'], 'amended', 'm' || c.measure, 0, '', 1
from pact_cell f join commitment c using (pact_id)
where c.amended and c.stance in ('accepted', 'partial')
union all
-- Clauses left out of a level that was taken, and clauses taken in other words. value: the clause.
select place, array[f.edition], areas, array['all'], array['all'],
  case when clause.stance in ('refused', 'unspecified') or clause.wording = 'omitted' then 'excepted' else 'reworded' end,
  'm' || c.measure, l.level, clause.clause::text, 1
from pact_cell f join commitment c using (pact_id)
cross join lateral jsonb_to_recordset(c.detail -> 'levels') as l (level int, stance text, clauses jsonb)
cross join lateral jsonb_to_recordset(l.clauses) as clause (clause int, stance text, wording text)
where l.stance in ('accepted', 'partial')
  and (clause.stance in ('refused', 'unspecified') or clause.wording in ('omitted', 'amended'))
union all
-- Another body that the text names. value: its SIREN, or the words of the pact when no body of that name is known.
select place, array[f.edition], areas, array['all'], array['all'], 'body', 'm' || c.measure, 0,
  coalesce(c.competent_siren, left(c.competent_body, 200)), 1
from pact_cell f join commitment c using (pact_id)
where c.competent_body is not null
union all
-- Promises of which a voice said at least once where they stand.
select place, array['*', f.edition], areas, sizes, standings, 'assessed', '', 0, '', count(*)::integer
from pact_cell f join (select distinct pact_id, item from latest_assessment) looked using (pact_id)
group by pact_id, place, edition, areas, sizes, standings
union all
-- What each voice said last, of what was promised. value: the voice and the status.
select place, array[f.edition], areas, sizes, standings, 'done',
  case when a.item like 'l%' then 'l' else a.item end, 0,
  a.voice || ' ' || a.status || case when a.before_mandate then ' before' else '' end, 1
from pact_cell f join latest_assessment a using (pact_id)
where a.item like 'l%'
  or exists (select from commitment c where c.pact_id = a.pact_id and 'm' || c.measure = a.item
      and c.stance in ('accepted', 'partial'))
  or exists (select from pact_principle pp where pp.pact_id = a.pact_id and 'p' || pp.letter = a.item
      and pp.stance in ('accepted', 'partial'))
union all
-- One a place: who signed, who was looked at, where a review was published.
select place, editions, areas, sizes, standings, kind.subject, '', 0, '', 1
from (
  select place, array[cells.edition] as editions, areas, sizes, array[cells.standing] as standings,
    bool_or(exists (select from latest_assessment a where a.pact_id = f.pact_id)) as assessed,
    bool_or(exists (select from review r where r.pact_id = f.pact_id and r.published_at is not null)) as reviewed
  from pact_cell f
  cross join lateral (
    values ('*', 'all'), (f.edition, 'all'), ('*', f.standing), (f.edition, f.standing)
  ) as cells (edition, standing)
  group by place, cells.edition, cells.standing, areas, sizes
) one
cross join lateral (
  values ('places', true), ('places-assessed', assessed), ('places-reviewed', reviewed)
) as kind (subject, holds)
where kind.holds
union all
select of_place.place, array['*'], of_place.areas, array['all'], array['all'], kind.subject, '', 0, '', kind.count
from (
  select today.code as place, array['fr', 'r-' || today.region_code, 'd-' || today.department_code] as areas, p.action_count
  from plan p
  join municipality then_there on then_there.code = p.municipality_code
  join municipality today on today.code = then_there.of_today
  where not today.fictional
  union all
  select p.grouping_siren, array['fr', null, null], p.action_count from plan p where p.grouping_siren is not null
) of_place
cross join lateral (values ('plans', 1), ('actions', of_place.action_count)) as kind (subject, count);

-- As the pacts above are counted: a commune that is no more and of which nobody says where it merged stands by itself in both.
create or replace view recounted_municipality as
select a collate "C" as area, s collate "C" as size, count(*)::integer as municipalities
from municipality m
cross join lateral unnest(array['fr', 'r-' || m.region_code, 'd-' || m.department_code]) as a
cross join lateral unnest(array['all', case
  when m.population is null then 'unknown'
  when m.population < 500 then 'under-500'
  when m.population < 2000 then '500-to-1999'
  when m.population < 10000 then '2000-to-9999'
  when m.population < 50000 then '10000-to-49999'
  else '50000-and-more'
end]) as s
where m.merged_into is null and not m.fictional and a is not null
group by a, s;


delete from municipality_count;
insert into municipality_count select area, size, municipalities from recounted_municipality;
delete from counted_pact;
insert into counted_pact (pact_id, place, edition, signed_on, department, region, size, standing)
select pact_id, place, edition, signed_on, department, region, size, standing from pact_facet;
-- Figures of before stay right where no commune merged.
delete from tally where exists (select from municipality where merged_into is not null);
insert into tally select * from recounted_tally
where count > 0 and exists (select from municipality where merged_into is not null);
