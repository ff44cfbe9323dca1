-- A consultation is about the head of the draft too: preamble, principles, rules and themes, beside its measures.

-- src/domain/consultation/head-part.ts, as the edition before had it and as the draft has it; null: a measure. The number of such
-- a row is drawn from those of measures, so that a vote or a contribution never means two things.
alter table consultation_measure add column part jsonb;
alter table consultation_measure add check (part is null or (words is null and number is null));
