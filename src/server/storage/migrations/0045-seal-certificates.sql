-- Certificates of the keys with which this site seals, all that ever were: what one sealed stays checkable after it.

create table seal_certificate (
  -- SHA-256 of the certificate.
  fingerprint text primary key check (fingerprint ~ '^[0-9a-f]{64}$'),
  certificate bytea not null,
  made_at timestamptz not null,
  -- Null: the key in use.
  retired_at timestamptz,
  check (encode(sha256(certificate), 'hex') = fingerprint)
);
create unique index seal_certificate_in_use on seal_certificate ((true)) where retired_at is null;
