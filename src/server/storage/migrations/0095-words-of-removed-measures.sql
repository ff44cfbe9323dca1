-- A measure that is removed from a draft, or merged into another, keeps the words it had: it may come back.
alter table draft_measure add column kept_words jsonb;
