/**
 * Tables of which no row leaves among the whole objects of a public copy, each with why. One that is neither here nor in
 * ./kept-objects.ts was forgotten: ./left-out-tables.test.ts says so. What does not come back: docs/decisions/0039.
 */
type Why =
  /** Of people: accounts, members, addresses, papers, mails. */
  | 'of-people'
  /** Work that is not published, and what came before it. */
  | 'not-published'
  /** Of the territory, loaded from its releases. */
  | 'territory'
  /** Made again from what leaves. */
  | 'made-again'
  /** Whoever wrote it may take it back, or their name away. */
  | 'may-be-taken-back'
  /** Public on its own pages and in their files; does not come back. */
  | 'own-pages'
  /** How this site runs. */
  | 'this-site';

export const LEFT_OUT: Readonly<Record<Why, readonly string[]>> = {
  'of-people': [
    ...['person', 'person_login', 'person_passkey', 'person_session', 'person_verification', 'email_proof'],
    ...['collective_member', 'collective_invitation', 'collective_join_request', 'collective_takeover'],
    ...['coordinator_removal', 'coordinator_removal_voice', 'list_representative', 'town_hall_member', 'role_request'],
    ...['national_team_member', 'organisation_representative', 'committee_member', 'deadline_follower', 'candidate'],
    ...['assessment_author', 'directory_entry', 'public_address', 'participation', 'participation_pass'],
    ...['signatory_link', 'signature_paper', 'signature_paper_page', 'signature_paper_signatory'],
    ...['signature_paper_witness', 'signature_report', 'signature_scans_shown', 'said_report', 'contribution_report'],
  ],
  'not-published': [
    ...['draft', 'draft_decision', 'draft_measure', 'reading_doubt', 'bulk_entry', 'bulk_entry_item', 'plan_import'],
    ...['working_axis', 'working_document', 'working_funding', 'working_link', 'working_role', 'working_step'],
    ...['negotiation_comment', 'negotiation_local', 'negotiation_report', 'negotiation_round', 'negotiation_saying'],
    ...['negotiation_yes', 'review_assignment', 'review_entry', 'review_scratch', 'dismissed_link', 'news_link'],
    ...['news_request', 'news_request_action', 'plan_news_setting', 'contribution_answer_before'],
    ...['follow_up_event_revision', 'committee_agenda_item'],
  ],
  territory: ['region', 'department', 'grouping', 'municipality', 'municipality_former_name', 'territory_release'],
  'made-again': ['tally', 'counted_pact', 'signed_wording', 'municipality_count', 'pact_reading', 'plan_reading'],
  'may-be-taken-back': ['remark', 'contribution', 'pact_wish'],
  'own-pages': [
    ...['consultation', 'consultation_measure', 'consultation_vote', 'participation_withdrawal'],
    ...['national_rule'],
    ...['collective_priority', 'priority_ballot', 'priority_vote', 'action_news'],
    ...['follow_up_letter', 'follow_up_letter_question', 'follow_up_question'],
  ],
  'this-site': [
    ...['migration', 'journal_content', 'journal_event', 'journal_head', 'mail', 'sending', 'deadline_reminder'],
    ...['seal_certificate', 'list_file', 'reply_right_told'],
  ],
};
