-- One row where everything was made up to measure the site (npm run country): every page then says so.
create table synthetic_country (
  made_at timestamptz not null,
  -- Of the communes of the country: 0.01, 0.1, 1.
  share numeric not null check (share > 0 and share <= 1)
);
create unique index synthetic_country_once on synthetic_country ((true));
