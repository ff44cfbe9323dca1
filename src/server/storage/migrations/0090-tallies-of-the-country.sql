-- Figures of the country: kept by the acts, never recounted by a page. One view says what each place counts for, and
-- everything else comes from it: what an act adds or takes back, the recount, the check. docs/decisions/0032.

-- What a pact is counted under. What the demonstration plays is not of the country.
create view pact_facet as
select p.id as pact_id,
  coalesce(p.municipality_code, p.grouping_siren) as place,
  p.edition,
  p.signed_on,
  m.department_code as department,
  m.region_code as region,
  case
    when p.municipality_code is null then 'grouping'
    when m.population is null then 'unknown'
    when m.population < 500 then 'under-500'
    when m.population < 2000 then '500-to-1999'
    when m.population < 10000 then '2000-to-9999'
    when m.population < 50000 then '10000-to-49999'
    else '50000-and-more'
  end as size,
  -- A list that merged into another stands where that one stands.
  coalesce(into_two.outcome, into_one.outcome, l.outcome, 'unknown') as standing
from pact p
left join municipality m on m.code = p.municipality_code
left join pact_list pl on pl.pact_id = p.id
left join candidate_list l on l.id = pl.candidate_list_id
left join candidate_list into_one on into_one.id = l.merged_into
left join candidate_list into_two on into_two.id = into_one.merged_into
where m.fictional is not true;

-- What each place adds to the tallies. A row counts in each of its editions × areas × sizes × standings; `*` is every edition,
-- `fr` the country, `all` every size or standing. Counts per place (signatories, looked at) are one, however many its pacts.
create view place_tally as
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
select coalesce(p.municipality_code, p.grouping_siren), array['*'],
  array['fr', 'r-' || m.region_code, 'd-' || m.department_code], array['all'], array['all'],
  kind.subject, '', 0, '', kind.count
from plan p
left join municipality m on m.code = p.municipality_code
cross join lateral (values ('plans', 1), ('actions', p.action_count)) as kind (subject, count)
where m.fictional is not true;

-- The whole country counted anew: half a minute for all of it. What the kept figures are checked against.
create view recounted_tally as
select edition, area, size, standing, subject, item, level::smallint as level, value, sum(count)::integer as count
from (
  -- Codes, compared byte by byte: sorting them as words of a language costs five times as much.
  select editions, areas, sizes, standings, subject collate "C" as subject, item collate "C" as item, level,
    value collate "C" as value, sum(count) as count
  from place_tally
  -- First what is alike, of all places: the spreading over cells then costs little.
  group by editions, areas, sizes, standings, subject, item, level, value
) alike
cross join lateral (select e collate "C" as edition from unnest(editions) e) e
cross join lateral (select a collate "C" as area from unnest(areas) a) a
cross join lateral (select s collate "C" as size from unnest(sizes) s) s
cross join lateral (select t collate "C" as standing from unnest(standings) t) t
where area is not null
group by edition, area, size, standing, subject, item, level, value;

drop table tally;
drop table measure_tally;
drop table edition_tally;

create table tally (
  edition text collate "C" not null,
  area text collate "C" not null,
  size text collate "C" not null,
  standing text collate "C" not null,
  subject text collate "C" not null,
  item text collate "C" not null,
  level smallint not null,
  value text collate "C" not null,
  count integer not null check (count > 0),
  primary key (edition, area, size, standing, subject, item, level, value)
);
insert into tally select * from recounted_tally where count > 0;

-- When a figure of the edition last changed: the date beside each figure. `*`: of any.
create table tally_date (
  edition text primary key,
  counted_at timestamptz not null
);
insert into tally_date
select edition, max(published_at) from (
  select edition, published_at from pact union all select '*', published_at from pact union all select '*', published_at from plan
) published group by edition;
