/** Partner organisations, what they support and write, and what the national committees decided. Nobody is named. */
import type { KeptObject } from './kept-object.ts';

/** A request that waits, or was taken back before the decision, is nobody's business. */
const wasDecided = (id: string): string =>
  `exists (select from organisation d where d.id = ${id} and d.decided_at is not null)`;

export const ORGANISATIONS: KeptObject = {
  name: 'partenaires',
  table: 'organisation',
  key: 'id',
  isPublic: 'r.decided_at is not null',
  columns: ['id', 'name', 'name_key', 'website', 'website_key', 'about', 'state', 'version', 'asked_at', 'decided_at']
    .concat(['votes_for', 'votes_against', 'votes_needed'])
    .concat(['ended_at', 'ended_reason', 'ended_as']),
  said: { proof: `'none'` },
  stays: ['proof'],
  parts: [
    {
      table: 'organisation_version',
      of: 'r.organisation_id = o.id',
      order: 'version',
      columns: ['organisation_id', 'version', 'name', 'website', 'said_at'],
      // What it said of itself before the decision was shown to nobody but those who decided.
      instead: { about: `case when r.version = o.version then o.about else '—' end` },
      stays: [],
    },
  ],
};

export const ENDORSEMENTS: KeptObject = {
  name: 'soutiens',
  table: 'endorsement',
  key: 'id',
  isPublic: wasDecided('r.organisation_id'),
  columns: ['id', 'organisation_id', 'edition', 'measure', 'endorsed_at', 'withdrawn_at', 'withdrawn_reason'],
  stays: [],
  parts: [],
};

/** Seats without names: who sits may take theirs away. With what each voted, as the page of the organisation says it. */
export const NATIONAL_SEATS: KeptObject = {
  name: 'sieges-nationaux',
  table: 'national_member',
  key: 'id',
  isPublic: 'true',
  columns: ['id', 'committee', 'quality', 'organisation', 'since', 'until'],
  instead: { organisation_id: `case when ${wasDecided('r.organisation_id')} then r.organisation_id end` },
  said: { named_at: `r.since::timestamp at time zone 'Europe/Paris'` },
  stays: ['person_id', 'shown_name', 'named_at'],
  parts: [
    {
      table: 'partner_vote',
      of: `r.member_id = o.id and exists (select from organisation d where d.id = r.organisation_id
        and d.decided_at is not null and (o.until is null or o.until >= (d.decided_at at time zone 'Europe/Paris')::date))`,
      order: 'organisation_id',
      columns: ['organisation_id', 'member_id', 'vote', 'reason', 'at'],
      stays: [],
    },
  ],
};

export const NATIONAL_DECISIONS: KeptObject = {
  name: 'decisions-nationales',
  table: 'national_decision',
  key: 'id',
  isPublic: 'true',
  columns: ['id', 'committee', 'decided_on', 'what', 'why', 'documents', 'version', 'said_at'],
  stays: [],
  parts: [
    {
      table: 'national_decision_before',
      of: 'r.decision_id = o.id',
      order: 'version',
      columns: ['decision_id', 'version', 'decided_on', 'what', 'why', 'documents', 'said_at'].concat([
        'corrected_at',
        'reason',
      ]),
      stays: [],
    },
  ],
};

/** One that was taken away stays a line, without its words: its address says when and why. */
export const SHEETS: KeptObject = {
  name: 'fiches-techniques',
  table: 'measure_sheet',
  key: 'id',
  isPublic: 'true',
  columns: ['id', 'edition', 'measure', 'organisation_id', 'carried_from', 'version', 'written_at'].concat([
    'withdrawn_at',
    'withdrawn_reason',
  ]),
  stays: [],
  later: ['carried_from'],
  parts: [
    {
      table: 'measure_sheet_version',
      of: 'r.sheet_id = o.id',
      order: 'version',
      columns: ['sheet_id', 'version', 'licence', 'said_at'],
      instead: {
        title: `case when o.withdrawn_at is null then r.title else '—' end`,
        reason: `case when o.withdrawn_at is null then r.reason else '' end`,
        words: `case when o.withdrawn_at is null then r.words
          else (select jsonb_object_agg(w.part, '') from jsonb_object_keys(r.words) w(part)) end`,
      },
      stays: [],
    },
    {
      table: 'measure_sheet_confirmed',
      of: 'r.sheet_id = o.id',
      order: 'edition, measure',
      columns: ['sheet_id', 'edition', 'measure', 'version', 'confirmed_at'],
      stays: [],
    },
  ],
};
