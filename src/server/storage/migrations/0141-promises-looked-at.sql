-- The figures of one place in a few steps of an index, whatever the country holds: what was assessed was looked for among all that
-- ever was, at each signature. Says what it said (migration 0140): no figure changes.

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
-- Measures taken in other words somewhere, and where. Level 0: the title. value: the clause.
select place, array[f.edition], areas, sizes, standings, 'amended', 'm' || c.measure, 0, '', 1
from pact_cell f join commitment c using (pact_id)
where c.amended and exists (select from recounted_signed_wording w where w.pact_id = c.pact_id and w.measure = c.measure)
union all
select place, array[f.edition], areas, sizes, standings, 'reworded', 'm' || w.measure, w.level,
  w.clause::text, 1
from pact_cell f join recounted_signed_wording w using (pact_id)
union all
-- Clauses left out of a level that was taken. value: the clause.
select place, array[f.edition], areas, sizes, standings, 'excepted', 'm' || c.measure, l.level, clause.clause::text, 1
from pact_cell f join commitment c using (pact_id)
cross join lateral jsonb_to_recordset(c.detail -> 'levels') as l (level int, stance text, clauses jsonb)
cross join lateral jsonb_to_recordset(l.clauses) as clause (clause int, stance text, wording text)
where l.stance in ('accepted', 'partial') and (clause.stance in ('refused', 'unspecified') or clause.wording = 'omitted')
union all
-- Another body that the words of a promise name: what is refused or left to others promises nothing. value: its SIREN, or the words of the pact when no body of that name is known.
select place, array[f.edition], areas, sizes, standings, 'body', 'm' || c.measure, 0,
  coalesce(c.competent_siren, left(c.competent_body, 200)), 1
from pact_cell f join commitment c using (pact_id)
where c.competent_body is not null and c.stance in ('accepted', 'partial')
union all
-- Promises of which a voice said at least once where they stand; of two voices, the first one counts.
select place, array['*', f.edition], areas, sizes, standings, 'assessed', '', 0, '', 1
from pact_cell f join latest_assessment a using (pact_id)
where not exists (
  select from latest_assessment other where other.pact_id = a.pact_id and other.item = a.item and other.voice < a.voice
)
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
