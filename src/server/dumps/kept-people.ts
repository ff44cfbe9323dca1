/** Who proposes, who stands: collectives, editions made here, elections and lists. Never a person but a head of list. */
import { BY_THE_COPY, isNotPlayed, isPublicCollective } from './is-public.ts';
import type { KeptObject } from './kept-object.ts';

export const COLLECTIVES: KeptObject = {
  name: 'collectifs',
  table: 'collective',
  key: 'id',
  isPublic: isPublicCollective('r.id'),
  columns: ['id', 'name', 'slug', 'description', 'state', 'charter_version', 'requested_at', 'confirmed_at'].concat([
    'confirmed_by',
    'dormant_since',
    'carried_by',
    'carried_since',
    'closed_at',
  ]),
  stays: ['closed_reason'],
  later: ['carried_by', 'carried_since'],
  parts: [
    {
      table: 'collective_place',
      of: `r.collective_id = o.id and ${isNotPlayed('r')}`,
      order: 'municipality_code, grouping_siren',
      columns: ['collective_id', 'municipality_code', 'grouping_siren'],
      stays: [],
    },
    {
      table: 'agenda_entry',
      of: 'r.collective_id = o.id',
      order: 'id',
      columns: [
        'id',
        'collective_id',
        'uid',
        'revision',
        'title',
        'location',
        'description',
        'starts_at',
        'ends_at',
      ].concat(['zone', 'changed_at', 'cancelled_at']),
      stays: [],
    },
    {
      table: 'local_measure',
      of: 'r.collective_id = o.id and r.withdrawn_at is null',
      order: 'id',
      columns: ['id', 'collective_id', 'number', 'text', 'edition', 'related_measures', 'written_at', 'withdrawn_at'],
      stays: [],
    },
  ],
};

/** The draft comes along as what the edition was made of: it is over, and its head is in the edition. */
export const EDITIONS: KeptObject = {
  name: 'editions',
  table: 'edition_draft',
  key: 'id',
  isPublic: `exists (select from edition e where e.draft_id = r.id)
    and (r.collective_id is null or ${isPublicCollective('r.collective_id')})`,
  columns: ['id', 'edition_id', 'charter', 'based_on', 'collective_id', 'title', 'year', 'head', 'published_at'],
  said: { created_at: 'r.published_at' },
  stays: ['version', 'created_at', 'abandoned_at'],
  parts: [
    {
      table: 'edition',
      of: 'r.draft_id = o.id',
      order: 'id',
      columns: ['id', 'content', 'sha256', 'published_at', 'published_as', 'draft_id'],
      stays: [],
    },
    {
      table: 'measure_origin',
      of: 'r.edition = o.edition_id',
      order: 'measure, from_edition, from_measure',
      columns: ['edition', 'measure', 'from_edition', 'from_measure', 'change', 'reason'],
      stays: [],
    },
  ],
};

/** Those that came with the program too, of which nothing else leaves. */
export const EDITION_WITHDRAWALS: KeptObject = {
  name: 'editions-retirees',
  table: 'edition_withdrawal',
  key: 'edition',
  isPublic: `not exists (select from edition_draft d where d.edition_id = r.edition and d.collective_id is not null
    and not ${isPublicCollective('d.collective_id')})`,
  columns: ['edition', 'withdrawn_by', 'withdrawn_at', 'reason'],
  stays: [],
  parts: [],
};

/** Relations that a person confirmed; what a machine proposed and nobody looked at is no fact. */
export const CROSSWALK_LINKS: KeptObject = {
  name: 'correspondances',
  table: 'crosswalk_link',
  key: 'id',
  isPublic: `r.state = 'link-confirmed'`,
  columns: [
    'id',
    'from_edition',
    'from_item',
    'to_edition',
    'to_item',
    'to_goal',
    'state',
    'origin',
    'relation',
    'reason',
  ].concat(['words_sha256', 'proposed_at', 'decided_at']),
  stays: ['version', 'likeness', 'near', 'score'],
  parts: [],
};

export const CROSSWALK_VERSIONS: KeptObject = {
  name: 'correspondances-versions',
  table: 'crosswalk_version',
  key: 'number',
  isPublic: 'true',
  columns: ['number', 'content', 'sha256', 'published_at'],
  stays: [],
  parts: [],
};

export const BY_ELECTIONS: KeptObject = {
  name: 'elections-partielles',
  table: 'by_election',
  key: 'id',
  isPublic: isNotPlayed('r'),
  columns: [
    'id',
    'municipality_code',
    'year',
    'first_round_on',
    'second_round_on',
    'source',
    'source_url',
    'entered_at',
  ],
  said: { entered_by: BY_THE_COPY },
  stays: ['entered_by'],
  parts: [],
};

/** With the head of each list alone: who else stood on it is kept to protect collectives, and forgotten in time. */
export const LISTS: KeptObject = {
  name: 'listes',
  table: 'candidate_list',
  key: 'id',
  isPublic: isNotPlayed('r'),
  columns: ['id', 'election_id', 'municipality_code', 'constituency_code', 'constituency_name', 'name', 'name_key']
    .concat(['short_name', 'nuance', 'leader', 'leader_key', 'first_round', 'source', 'entered_as', 'entered_at'])
    .concat(['changed_at', 'withdrawn_on', 'merged_into', 'merged_on', 'seats', 'outcome', 'outcome_confirmed_at']),
  stays: [],
  later: ['merged_into', 'merged_on'],
  parts: [
    {
      table: 'candidate_list_round',
      of: 'r.list_id = o.id',
      order: 'round',
      columns: ['list_id', 'round', 'panel_number', 'votes', 'votes_cast'],
      stays: [],
    },
  ],
};
