-- Communes of the size of another, anywhere in the country.
create index municipality_by_population on municipality (population);
