-- Communes of the size of another in its région: with municipality_by_department_population and municipality_by_population,
-- those that resemble it are found without looking at the others (docs/decisions/0033).
create index municipality_by_region_population on municipality (region_code, population);
