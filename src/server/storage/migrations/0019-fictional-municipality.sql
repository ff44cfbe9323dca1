-- A municipality that does not exist: where the demonstration plays. Its name says so on every page; a new release of the
-- territory leaves it alone.
alter table municipality add column fictional boolean not null default false;
