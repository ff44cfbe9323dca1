-- A text that could not be sealed is tried again, less and less often.
alter table signing add column seal_after timestamptz;
