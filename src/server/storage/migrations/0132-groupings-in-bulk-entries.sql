-- A line of a bulk entry names a municipality or a grouping, as every pact does.
alter table bulk_entry_item add column grouping_siren text references grouping (siren);
alter table bulk_entry_item add check (municipality_code is null or grouping_siren is null);
update bulk_entry_item set problems = replace(problems::text, '"municipality-missing"', '"place-missing"')::jsonb
  where problems::text like '%"municipality-missing"%';
