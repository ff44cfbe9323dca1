-- What a voice says of a promise now is what it looked at last, not what it wrote down last: a review published late, or a
-- finding of an older day, had taken the place of a newer one.

update latest_assessment l
set assessment_id = a.id, status = a.status, before_mandate = a.before_mandate, looked_on = a.looked_on
from (
  select distinct on (s.pact_id, s.item, s.voice) s.pact_id, s.item, s.voice, s.id, s.status, s.before_mandate,
    greatest(s.assessed_on, c.confirmed_on) as looked_on
  from assessment s
    left join (
      select assessment_id, max(confirmed_on) as confirmed_on from assessment_confirmation group by assessment_id
    ) c on c.assessment_id = s.id
  order by s.pact_id, s.item, s.voice, greatest(s.assessed_on, c.confirmed_on) desc, s.version desc
) a
where (l.pact_id, l.item, l.voice) = (a.pact_id, a.item, a.voice) and l.assessment_id <> a.id;
