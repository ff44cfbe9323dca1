/** Follow-up committees, their meetings, and the minutes that both sides agreed to. Of who sits, nobody. */
import { BY_THE_COPY, isNotPlayed, isPublicCollective } from './is-public.ts';
import type { KeptObject, KeptTable } from './kept-object.ts';

const ofMeetings = 'r.meeting_id in (select s.id from committee_meeting s where s.committee_id = o.id)';
const wereAgreed =
  'exists (select from committee_minutes n where n.meeting_id = r.meeting_id and n.agreed_at is not null)';

const MEETING: KeptTable = {
  table: 'committee_meeting',
  columns: ['id', 'committee_id', 'number', 'starts_at', 'ends_at', 'zone', 'open', 'changed_at', 'cancelled_at'],
  // Elsewhere whoever sits knows.
  instead: { location: `case when r.open then r.location else '' end` },
  said: { uid: `'copie-' || r.id`, revision: '0' },
  stays: ['uid', 'revision'],
};

/** One that a side asked for and the other did not accept yet is no committee. */
export const COMMITTEES: KeptObject = {
  name: 'comites-de-suivi',
  table: 'committee',
  key: 'id',
  isPublic: `r.accepted_at is not null and ${isNotPlayed('r')} and ${isPublicCollective('r.collective_id')}`,
  columns: ['id', 'municipality_code', 'grouping_siren', 'collective_id', 'state', 'proposed_by', 'proposed_at'].concat(
    ['accepted_at', 'closed_at', 'closed_by', 'closed_reason'],
  ),
  said: { words: `''` },
  stays: ['words'],
  parts: [
    { ...MEETING, of: 'r.committee_id = o.id', order: 'number' },
    {
      table: 'committee_minutes',
      of: `${ofMeetings} and r.agreed_at is not null`,
      order: 'meeting_id',
      columns: ['meeting_id', 'revision', 'content', 'written_at', 'agreed_at'],
      said: { written_by: BY_THE_COPY },
      stays: ['written_by'],
    },
    {
      table: 'committee_minutes_yes',
      of: `${ofMeetings} and exists (select from committee_minutes n
        where n.meeting_id = r.meeting_id and n.agreed_at is not null and n.revision = r.revision)`,
      order: 'meeting_id, voice, revision',
      columns: ['meeting_id', 'voice', 'revision', 'said_at'],
      stays: ['person_id'],
    },
    {
      table: 'committee_decision',
      of: `${ofMeetings} and ${wereAgreed}`,
      order: 'meeting_id, ordinal',
      columns: [
        'id',
        'meeting_id',
        'ordinal',
        'words',
        'edition',
        'items',
        'who',
        'due_on',
        'state',
        'state_at',
      ].concat(['state_voice']),
      stays: ['state_by'],
    },
  ],
};
