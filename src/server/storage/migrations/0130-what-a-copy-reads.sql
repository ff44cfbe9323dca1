-- What a public copy looks for, object by object: without these it reads a whole table for each (src/server/dumps).
create index plan_version_by_deliberation on plan_version (deliberation_document_id)
  where deliberation_document_id is not null;
create index agreed_text_by_negotiation on agreed_text (negotiation_id);
