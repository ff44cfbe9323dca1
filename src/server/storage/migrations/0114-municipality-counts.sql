-- How many communes there are in each part of the country, by size: what the observatory divides by on every page. Kept with the
-- territory, which changes once a year, and not counted again on each visit (src/server/storage/municipality-counts.ts).

-- Areas and sizes as in pact_facet and place_tally (migration 0090). What the demonstration plays is not of the country.
create view recounted_municipality as
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
where m.current and not m.fictional and a is not null
group by a, s;

create table municipality_count (
  area text collate "C" not null,
  size text collate "C" not null,
  municipalities integer not null check (municipalities > 0),
  primary key (area, size)
);
insert into municipality_count select area, size, municipalities from recounted_municipality;
