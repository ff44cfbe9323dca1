-- Partner organisations, what they support, technical sheets, and the national committees. docs/decisions/0037.

create table organisation (
  id integer generated always as identity primary key,
  -- As it is now; each earlier form is in organisation_version.
  name text not null check (name <> ''),
  -- Folded: two spellings of one name are one.
  name_key text not null check (name_key <> ''),
  website text not null check (website ~ '^https?://'),
  -- Host and path, without www: several local groups may share one host.
  website_key text not null,
  about text not null check (about <> ''),
  state text not null check (state in ('partner-asked', 'partner-accepted', 'partner-refused', 'partner-ended')),
  -- What showed that whoever asked is of it: their confirmed address is at the domain of its site, or nothing.
  proof text not null check (proof in ('address-of-site', 'none')),
  version integer not null default 1,
  asked_at timestamptz not null,
  -- Of the decision: how many of the steering committee, under which rule. The reasons are with each vote.
  decided_at timestamptz,
  votes_for integer,
  votes_against integer,
  votes_needed integer,
  ended_at timestamptz,
  ended_reason text,
  ended_as text check (ended_as in ('partner', 'national-team')),
  check ((state = 'partner-ended') = (ended_at is not null)),
  check (state not in ('partner-accepted', 'partner-refused') or decided_at is not null)
);
-- The same one never waits twice, nor joins twice; one that was refused or left may ask again.
create unique index organisation_name_once on organisation (name_key) where state in ('partner-asked', 'partner-accepted');
create unique index organisation_site_once on organisation (website_key) where state in ('partner-asked', 'partner-accepted');
create index organisation_state on organisation (state, id);

create table organisation_version (
  organisation_id integer not null references organisation (id),
  version integer not null check (version >= 1),
  name text not null,
  website text not null,
  about text not null,
  said_at timestamptz not null,
  primary key (organisation_id, version)
);

create table organisation_representative (
  id integer generated always as identity primary key,
  organisation_id integer not null references organisation (id),
  -- Null: the account was erased.
  person_id text references person (id) on delete set null,
  quality text not null default '',
  -- As they agreed to be shown; null: not shown.
  shown_name text,
  since timestamptz not null,
  until timestamptz
);
create unique index organisation_representative_once on organisation_representative (organisation_id, person_id) where until is null;
create index organisation_representative_of on organisation_representative (person_id) where person_id is not null;

create table national_member (
  id integer generated always as identity primary key,
  committee text not null check (committee in ('steering', 'monitoring')),
  person_id text references person (id) on delete set null,
  quality text not null check (quality <> ''),
  -- For which they sit, as it was called then; '' none.
  organisation text not null default '',
  organisation_id integer references organisation (id),
  -- As they agreed to be shown; null: not shown.
  shown_name text,
  since date not null,
  until date,
  named_at timestamptz not null,
  check (until is null or until >= since)
);
create unique index national_member_once on national_member (committee, person_id) where until is null;
create index national_member_of on national_member (person_id) where person_id is not null;

-- How many votes decide of a request, from a day on.
create table national_rule (
  committee text not null check (committee in ('steering', 'monitoring')),
  since date not null,
  votes_needed integer not null check (votes_needed between 1 and 50),
  said_at timestamptz not null,
  primary key (committee, since)
);

create table partner_vote (
  organisation_id integer not null references organisation (id),
  member_id integer not null references national_member (id),
  vote text not null check (vote in ('for', 'against')),
  reason text not null check (reason <> ''),
  at timestamptz not null,
  primary key (organisation_id, member_id)
);

create table national_decision (
  id integer generated always as identity primary key,
  committee text not null check (committee in ('steering', 'monitoring')),
  decided_on date not null,
  what text not null check (what <> ''),
  why text not null,
  -- [{label, url}]
  documents jsonb not null,
  version integer not null default 1,
  said_at timestamptz not null
);
create index national_decision_of on national_decision (committee, decided_on desc, id desc);

-- What a decision said before it was corrected, and why it was.
create table national_decision_before (
  decision_id integer not null references national_decision (id),
  version integer not null,
  decided_on date not null,
  what text not null,
  why text not null,
  documents jsonb not null,
  said_at timestamptz not null,
  corrected_at timestamptz not null,
  reason text not null check (reason <> ''),
  primary key (decision_id, version)
);

create table endorsement (
  id integer generated always as identity primary key,
  organisation_id integer not null references organisation (id),
  edition text not null check (edition <> ''),
  -- Null: the edition, whole.
  measure integer check (measure between 1 and 999),
  endorsed_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create unique index endorsement_once on endorsement (organisation_id, edition, measure) nulls not distinct where withdrawn_at is null;
create index endorsement_of on endorsement (edition, measure);

create table measure_sheet (
  id integer generated always as identity primary key,
  edition text not null check (edition <> ''),
  measure integer not null check (measure between 1 and 999),
  -- Null: written by the national team.
  organisation_id integer references organisation (id),
  -- Rewritten for this measure from a sheet of one that it comes from.
  carried_from integer references measure_sheet (id),
  version integer not null default 1,
  written_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index measure_sheet_of on measure_sheet (edition, measure);
create unique index measure_sheet_rewritten on measure_sheet (carried_from, edition, measure) where carried_from is not null and withdrawn_at is null;

create table measure_sheet_version (
  sheet_id integer not null references measure_sheet (id),
  version integer not null check (version >= 1),
  title text not null check (title <> ''),
  -- src/domain/partners/sheet.ts, SheetWords.
  words jsonb not null,
  licence text not null check (licence in ('etalab-2.0', 'cc-by-4.0', 'cc-by-sa-4.0', 'all-rights-reserved')),
  -- What changed; '' the first.
  reason text not null,
  said_at timestamptz not null,
  primary key (sheet_id, version)
);

-- Its author says that a sheet holds for a measure of a later edition as it is.
create table measure_sheet_confirmed (
  sheet_id integer not null references measure_sheet (id),
  edition text not null,
  measure integer not null,
  version integer not null,
  confirmed_at timestamptz not null,
  primary key (sheet_id, edition, measure)
);
