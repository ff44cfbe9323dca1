-- Texts that two sides agreed, frozen before anybody signs. A row is never changed but to say that it was opened again.

create table agreed_text (
  id integer generated always as identity primary key,
  negotiation_id integer not null references negotiation (id),
  -- Ten characters, shown and typed.
  code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
  -- Canonical JSON in UTF-8: what the fingerprint is the fingerprint of.
  canonical bytea not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  edition text not null,
  municipality_code text references municipality (code),
  grouping_siren text references grouping (siren),
  frozen_at timestamptz not null,
  -- The text that this one completes or changes.
  addendum_to integer references agreed_text (id),
  -- Both sides took it up again before anybody signed: nobody can sign it any more.
  reopened_at timestamptz,
  check ((municipality_code is null) <> (grouping_siren is null)),
  check (encode(sha256(canonical), 'hex') = sha256)
);
create unique index agreed_text_in_force on agreed_text (negotiation_id) where reopened_at is null;

-- A negotiation about an addendum knows the text that it completes.
alter table negotiation add column addendum_to integer references agreed_text (id);
