-- Which origins a merged measure brought into the one that holds it: taken out again, it takes them along, and no others. Of those
-- merged before, all but the first origin of the other, which was its own.
alter table draft_measure add column brought jsonb not null default '[]';
update draft_measure merged set brought = (
  select coalesce(jsonb_agg(origin order by place), '[]')
  from jsonb_array_elements(merged.origins) with ordinality as brought (origin, place)
  where origin is distinct from holder.origins -> 0)
from draft_measure holder where holder.id = merged.merged_into;
