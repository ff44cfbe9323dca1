-- The lists behind the observatory's figures, page by page on the full country (src/server/storage/observatory-lists.ts).

-- What each pact is counted under, as the view pact_facet says it, kept with the figures (src/server/storage/counted-pacts.ts):
-- a page of a list is then a few steps in an index, whatever one looks at.
create table counted_pact (
  pact_id integer primary key,
  place text collate "C" not null,
  edition text collate "C" not null,
  signed_on date,
  department text collate "C",
  region text collate "C",
  size text collate "C" not null,
  standing text collate "C" not null
);
insert into counted_pact select pact_id, place, edition, signed_on, department, region, size, standing from pact_facet;
create index counted_pact_by_edition on counted_pact (edition, pact_id);
create index counted_pact_by_department on counted_pact (edition, department, pact_id);
create index counted_pact_by_region on counted_pact (edition, region, pact_id);
create index counted_pact_by_size on counted_pact (edition, size, standing, pact_id);
create index counted_pact_by_standing on counted_pact (edition, standing, pact_id);
create index counted_pact_by_day on counted_pact (edition, signed_on, pact_id);
create index counted_pact_by_place on counted_pact (place, edition);

-- What a pact says of a measure, in the order of pacts, without reading what stands beside: takes the place of an index on the same key.
drop index commitment_by_measure;
create index commitment_by_measure on commitment (edition, measure, pact_id)
  include (stance, level1, level2, level3, amended);

-- Pacts that left a clause of a taken level out, or took it in other words: one in ten.
create index commitment_with_clause_apart on commitment (edition, measure, pact_id)
  where jsonb_path_exists(detail, '$.levels[*].clauses[*] ? (@.stance == "refused" || @.stance == "unspecified" || @.wording == "omitted" || @.wording == "amended")');

-- Another body that a pact names, by its SIREN or as written.
create index commitment_by_named_body on commitment (edition, (coalesce(competent_siren, left(competent_body, 200))), pact_id, measure)
  where competent_body is not null;

-- What a voice said last of a promise.
create index latest_assessment_by_item on latest_assessment (item, voice, status, before_mandate, pact_id);

-- Every pact of a place, commune or grouping.
create index pact_by_place on pact ((coalesce(municipality_code, grouping_siren)), id);
