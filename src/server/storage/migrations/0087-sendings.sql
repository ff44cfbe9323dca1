-- Forms that were sent, so that one sent twice does its act once: a digest of who sent what, and what it made.
create table sending (
  digest text primary key check (length(digest) = 64),
  -- A list of one: what the act answered. Null: under way, in the transaction that does it.
  made jsonb,
  sent_at timestamptz not null
);
create index sending_by_time on sending (sent_at);
