-- Which public copy a site was made again from: it says so where it gives copies of its own, and they carry it on.
create table loaded_copy (
  id integer generated always as identity primary key,
  -- The day of the copy, the address of the site that made it, the SHA-256 of its list of fingerprints.
  day date not null,
  site text not null check (site ~ '^https?://' and length(site) <= 300),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  loaded_at timestamptz not null
);
