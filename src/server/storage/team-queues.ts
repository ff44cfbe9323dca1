/** How many things wait for the national team, by queue. One query; each subject adds its line. */
import { sql } from 'kysely';
import type { Db } from './connection.ts';
import { WAITING_CONTRIBUTION_REPORTS } from './contributions.ts';
import { WAITING_SAID_REPORTS } from './said-reports.ts';

export type TeamQueues = {
  readonly roles: number;
  readonly outcomes: number;
  /** Collectives that wait to be confirmed, and conflicts of coordination. */
  readonly collectives: number;
  readonly dormant: number;
  /** Words of a negotiation, remarks, files and contributions that somebody reported. */
  readonly reports: number;
  /** Amendments and measures proposed in a national consultation, without an answer. A collective answers in its own. */
  readonly unanswered: number;
  /** Likenesses of two charters that nobody looked at. */
  readonly likenesses: number;
  /** Organisations that ask to join: the steering committee decides. */
  readonly partners: number;
  /** Documents of bulk entries that were read and wait to be reviewed. */
  readonly entries: number;
};

export async function teamQueues(db: Db): Promise<TeamQueues> {
  const { rows } = await sql<TeamQueues>`select
    (select count(*) from role_request where state = 'asked') as roles,
    (select count(*) from candidate_list where outcome is not null and outcome_confirmed_at is null) as outcomes,
    (select count(*) from collective where state = 'requested')
      + (select count(*) from coordinator_removal where settled_at is null) as collectives,
    (select count(*) from collective where state = 'dormant') as dormant,
    (select count(*) from negotiation_report where settled_at is null)
      + (select count(*) from ${WAITING_SAID_REPORTS})
      + (select count(*) from ${WAITING_CONTRIBUTION_REPORTS}) as reports,
    (select count(*) from contribution c join consultation on consultation.id = c.consultation_id
      join edition_draft on edition_draft.id = consultation.draft_id and edition_draft.collective_id is null
      where c.kind <> 'comment' and c.answered_at is null and c.withdrawn_at is null and c.hidden_at is null
        and consultation.cancelled_at is null) as unanswered,
    (select count(*) from crosswalk_link where state = 'link-proposed') as likenesses,
    (select count(*) from organisation where state = 'partner-asked') as partners,
    (select count(*) from bulk_entry_item where state = 'read') as entries`.execute(db);
  const [queues] = rows;
  if (queues === undefined) throw new Error('a count has a row');
  return queues;
}
