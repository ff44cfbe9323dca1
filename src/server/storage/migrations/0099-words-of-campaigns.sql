-- What was amended and what was said of one measure, found without reading every pact that took it.
create index commitment_amended on commitment (edition, measure, pact_id) where amended;
create index commitment_observed on commitment (edition, measure, pact_id desc)
  where jsonb_array_length(detail -> 'observations') > 0;
create index remark_on_item on remark (item, id desc) where withdrawn_at is null and hidden_at is null;
