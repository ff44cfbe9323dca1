-- When something last changed in a municipality, corrections and withdrawals included: asked for each line of the sitemap.
create index earlier_reading_by_municipality on earlier_reading (municipality_code, ended_at)
  where municipality_code is not null;
create index earlier_reading_by_grouping on earlier_reading (grouping_siren, ended_at) where grouping_siren is not null;
