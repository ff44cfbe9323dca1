-- What pacts say instead of the charter, part by part of a measure: its title, a level as a whole, a clause. The figures, the lists
-- behind them and the words on the page of a past campaign all come from here (src/server/storage/signed-wordings.ts).

-- As people read them: one space, one apostrophe, no bullet. Alike but for these, two wordings are one.
create function wording_as_read(written text) returns text language sql immutable parallel safe as
$$ select left(regexp_replace(btrim(regexp_replace(translate(written, '‘ʼ''', '’’’'), '[\s\u00a0\u2009\u202f]+', ' ', 'g')),
  '^[-–—•*·]\s*', ''), 2000) $$;

-- level 0, clause 0: the title. Clause 0 of a level introduces it; it is also the level as a whole, where nobody compared it
-- clause by clause. words '': the document does not give them. Beside `isAmended` (src/domain/pact/commitment.ts), which says whether there is any.
create view recounted_signed_wording as
select c.pact_id, c.edition, c.measure, part.level, part.clause, coalesce(wording_as_read(part.words), '') as words
from commitment c
cross join lateral (
  -- What stands before the first level, or the first line, without its number.
  select 0 as level, 0 as clause, regexp_replace(
    case when first_level is null then split_part(written ->> 'text', E'\n', 1)
      else (regexp_split_to_array(left(written ->> 'text', first_level - (written ->> 'start')::int), '\n\s*\n'))[1] end,
    '^\s*(mesure\s+)?(n°\s*)?\d+[a-z]?\s*[-–—.:)]*\s*', '', 'i') as words
  from (select c.detail -> 'quotations' -> 0 as written, (
      select min((said ->> 'start')::int) from jsonb_array_elements(c.detail -> 'levels') l
      cross join lateral jsonb_array_elements(l -> 'quotations') said
      where (said ->> 'start')::int > (c.detail -> 'quotations' -> 0 ->> 'start')::int
    ) as first_level) title
  where c.title_match = 'amended'
  union all
  -- Its words in the document, else the words that it changed. As `clauseSigned` reads them (src/domain/pact/clause-signed.ts).
  select l.level, clause.clause, coalesce(
    nullif((select string_agg(q.value ->> 'text', ' ' order by q.ordinality)
      from jsonb_array_elements(clause.quotations) with ordinality q), ''),
    (select string_agg(w.value ->> 'here', ' ' order by w.ordinality)
      from jsonb_array_elements(clause.changes) with ordinality w))
  from jsonb_to_recordset(c.detail -> 'levels') as l (level int, stance text, clauses jsonb)
  cross join lateral jsonb_to_recordset(l.clauses)
    as clause (clause int, stance text, wording text, quotations jsonb, changes jsonb)
  where l.stance in ('accepted', 'partial') and clause.wording = 'amended'
    and coalesce(clause.stance, '') not in ('refused', 'unspecified')
  union all
  select l.level, 0, (select string_agg(q.value ->> 'text', ' ' order by q.ordinality)
    from jsonb_array_elements(l.quotations) with ordinality q)
  from jsonb_to_recordset(c.detail -> 'levels') as l (level int, stance text, wording text, clauses jsonb, quotations jsonb)
  where l.stance in ('accepted', 'partial') and l.wording = 'amended' and jsonb_array_length(l.clauses) = 0
) part
where c.amended and c.stance in ('accepted', 'partial');

-- Kept by the acts, with the figures: a page of a measure then opens no commitment.
create table signed_wording (
  pact_id integer not null,
  place text collate "C" not null,
  edition text collate "C" not null,
  measure integer not null,
  level smallint not null,
  clause smallint not null,
  words text not null
);
create index signed_wording_by_place on signed_wording (place);
create index signed_wording_by_measure on signed_wording (edition, measure, pact_id, level, clause);

-- A measure is said otherwise by its title too; by a level or a clause, only where that is taken.
update commitment set amended = true where title_match = 'amended' and stance in ('accepted', 'partial') and not amended;
update commitment c set amended = false
where amended and not exists (
  select from recounted_signed_wording w where w.pact_id = c.pact_id and w.measure = c.measure
);

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
select place, array[f.edition], areas, array['all'], array['all'], 'amended', 'm' || c.measure, 0, '', 1
from pact_cell f join commitment c using (pact_id)
where c.amended and exists (select from recounted_signed_wording w where w.pact_id = c.pact_id and w.measure = c.measure)
union all
select place, array[f.edition], areas, array['all'], array['all'], 'reworded', 'm' || w.measure, w.level,
  w.clause::text, 1
from pact_cell f join recounted_signed_wording w using (pact_id)
union all
-- Clauses left out of a level that was taken. value: the clause.
select place, array[f.edition], areas, array['all'], array['all'], 'excepted', 'm' || c.measure, l.level, clause.clause::text, 1
from pact_cell f join commitment c using (pact_id)
cross join lateral jsonb_to_recordset(c.detail -> 'levels') as l (level int, stance text, clauses jsonb)
cross join lateral jsonb_to_recordset(l.clauses) as clause (clause int, stance text, wording text)
where l.stance in ('accepted', 'partial') and (clause.stance in ('refused', 'unspecified') or clause.wording = 'omitted')
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

insert into signed_wording (pact_id, place, edition, measure, level, clause, words)
select f.pact_id, f.place, w.edition, w.measure, w.level, w.clause, w.words
from pact_facet f join recounted_signed_wording w using (pact_id);
delete from tally where subject in ('amended', 'reworded');
insert into tally select * from recounted_tally where subject in ('amended', 'reworded') and count > 0;
