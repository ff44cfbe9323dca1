-- Pacts that were signed on this site: they come from an agreed text, not from a document that was read.

alter table pact add column agreed_text_id integer references agreed_text (id);
alter table pact alter column reader_version drop not null;
alter table pact add constraint pact_read_or_signed_here check ((reader_version is null) = (agreed_text_id is not null));
create unique index pact_of_agreed_text on pact (agreed_text_id) where agreed_text_id is not null;

-- What a document says is published once; a text signed here stands by itself.
drop index pact_once;
create unique index pact_once on pact (
  coalesce(municipality_code, grouping_siren), edition, term_from, lower(coalesce(list_name, ''))
) where agreed_text_id is null;
