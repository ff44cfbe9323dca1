-- How a place hears from those who carry its actions: it asks, reminds once a month at most, and they answer by a link.

create table plan_news_setting (
  plan_id integer primary key references working_plan (id),
  -- Months between two askings by itself; 0: only when somebody asks.
  every_months smallint not null default 0 check (every_months in (0, 1, 3, 6)),
  -- News are seen by everybody at once, not with the next version.
  at_once boolean not null default false,
  changed_at timestamptz not null,
  changed_by text not null
);

-- A lead was asked about some of their actions.
create table news_request (
  id integer generated always as identity primary key,
  plan_id integer not null references working_plan (id),
  entry_id integer not null references directory_entry (id),
  -- In the words of who asks; empty: none.
  words text not null default '' check (length(words) <= 1000),
  asked_at timestamptz not null,
  -- An account; null: its time had come, or the account is gone.
  asked_by text references person (id) on delete set null,
  -- The last mail about it, and how many went.
  mailed_at timestamptz not null,
  mails smallint not null default 1,
  closed_at timestamptz
);
create index news_request_by_entry on news_request (entry_id, id);
create index news_request_open on news_request (plan_id, id) where closed_at is null;

create table news_request_action (
  request_id integer not null references news_request (id),
  action_id integer not null references working_action (id),
  answered_at timestamptz,
  primary key (request_id, action_id)
);
create index news_request_action_by_action on news_request_action (action_id);

-- The secret links: a hash alone is kept. One opens the actions of one lead.
create table news_link (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  entry_id integer not null references directory_entry (id),
  -- Where it went, blinded: once the address of the lead changed, the link opens nothing.
  address_digest text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index news_link_by_entry on news_link (entry_id);

-- What was said of an action, for ever; oldest first is its history.
create table action_news (
  id integer generated always as identity primary key,
  action_id integer not null references working_action (id),
  -- By whose link; null: somebody of the town hall, signed in (who exactly is in the journal).
  entry_id integer references directory_entry (id),
  said_at timestamptz not null,
  kind text not null check (kind in ('news', 'nothing-new', 'not-mine')),
  -- Null: left as it was.
  status text check (status in ('planned', 'ongoing', 'done', 'paused', 'abandoned', 'blocked')),
  words text not null default '' check (length(words) <= 2000),
  document_id integer references document (id),
  -- What is shown of a photograph: upright, without what the camera wrote in it.
  is_photo boolean not null default false,
  -- The form that it was said with: the same one sent twice says nothing more.
  sending text not null,
  -- Null: not seen by everybody. Hidden: it never will.
  published_at timestamptz,
  hidden_at timestamptz,
  check (kind = 'news' or (status is null and document_id is null)),
  unique (action_id, sending)
);
create index action_news_by_action on action_news (action_id, id);
