-- Spreadsheets being imported as plans: what was read of the file, and what a person said of it so far. The contents go
-- once the import is done, dropped or forgotten; that it was done, and from which bytes, stays.
create table plan_import (
  id integer generated always as identity primary key,
  municipality_code text references municipality (code),
  grouping_siren text references grouping (siren),
  -- The plan that is updated; null: a new one.
  into_plan integer references working_plan (id),
  title text not null check (length(title) <= 300),
  filename text not null check (length(filename) <= 200),
  format text not null check (format in ('xlsx', 'ods', 'csv', 'paste')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- src/reading/sheet/workbook.ts as JSON, deflated; null once it is over
  workbook bytea,
  -- src/reading/plan-sheet/import-choices.ts
  choices jsonb not null,
  version integer not null default 1,
  opened_by text not null,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  done_at timestamptz,
  -- The plan that was made or updated, and how much
  plan_id integer references working_plan (id),
  counts jsonb,
  check (num_nonnulls(municipality_code, grouping_siren) = 1),
  check ((done_at is null) = (plan_id is null)),
  check ((workbook is null) = (done_at is not null))
);
create index plan_import_by_place on plan_import (coalesce(municipality_code, grouping_siren), id);
create index plan_import_to_forget on plan_import (expires_at) where done_at is null;
