-- Addresses to be told at were kept for ever where no answer could come any more: of a cancelled consultation, and of a comment,
-- which nobody has to answer, once it is counted.
update contribution set told_to = null from consultation
where consultation.id = contribution.consultation_id and told_to is not null
  and (consultation.cancelled_at is not null
    or consultation.counted_at is not null and (contribution.kind = 'comment' or contribution.answered_at is not null
      or contribution.hidden_at is not null));
