-- What withdrawn participations wrote is hidden with them, for the same public reason: of consultations that are not over.
update contribution c set hidden_at = w.withdrawn_at, hidden_reason = w.reason
from participation p
  join participation_withdrawal w on w.id = p.withdrawal_id
  join consultation o on o.id = p.consultation_id
where p.id = c.participation_id and c.hidden_at is null and c.withdrawn_at is null
  and o.counted_at is null and o.cancelled_at is null;
