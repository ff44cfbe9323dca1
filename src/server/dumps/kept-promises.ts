/** What was promised: files as far as they are known, texts signed here, pacts. */
import { BY_THE_COPY, isNotPlayed, isPublicPact, isPublicPlan, isPublicText } from './is-public.ts';
import type { KeptObject, KeptPart } from './kept-object.ts';

const NAMED_IN_PUBLIC = `exists (select from pact p where p.document_id = r.id and ${isNotPlayed('p')})
  or exists (select from plan p where p.document_id = r.id and ${isNotPlayed('p')})
  or exists (select from earlier_reading e where e.document_id = r.id and ${isNotPlayed('e')})
  or exists (select from plan_version v where v.deliberation_document_id = r.id and ${isPublicPlan('v.plan_id')})`;

/**
 * What is known of each file, without its bytes: they are other people's, and stand at the address of what names them.
 * The name of a file that came as evidence stays: people put names of people there.
 */
export const DOCUMENTS: KeptObject = {
  name: 'documents',
  table: 'document',
  key: 'id',
  isPublic: `${NAMED_IN_PUBLIC}
    or exists (select from signing s where s.sealed_document_id = r.id and ${isPublicText('s.agreed_text_id')})
    or exists (select from evidence_document e join assessment a on e.used_by = 'assessment ' || a.id
      where e.document_id = r.id and ${isPublicPact('a.pact_id')})`,
  columns: ['id', 'sha256', 'byte_count', 'media_type', 'kept_at'],
  instead: { filename: `case when ${NAMED_IN_PUBLIC} then r.filename else 'preuve' end` },
  stays: ['bytes'],
  parts: [
    {
      table: 'document_receipt',
      of: `r.id = (select min(f.id) from document_receipt f where f.document_id = o.id)
        and (${NAMED_IN_PUBLIC.replaceAll('r.id', 'o.id')})`,
      order: 'id',
      columns: ['document_id', 'filename', 'url', 'description', 'published_on', 'received_at'],
      stays: ['id'],
    },
  ],
};

/** Of a negotiation, only that it led to a text that everybody signed: between whom, about what, until when. */
export const NEGOTIATIONS: KeptObject = {
  name: 'negociations',
  table: 'negotiation',
  key: 'id',
  isPublic: `exists (select from agreed_text t where t.negotiation_id = r.id and ${isPublicText('t.id')})`,
  columns: ['id', 'collective_id', 'list_id', 'municipality_code', 'grouping_siren', 'edition', 'term_from', 'term_to'],
  instead: {
    frozen_at: `(select max(t.frozen_at) from agreed_text t where t.negotiation_id = r.id and ${isPublicText('t.id')})`,
  },
  said: {
    state: `'frozen'`,
    starting_point: `'{"kind":"nothing"}'`,
    opened_by: BY_THE_COPY,
    opened_at: 'r.frozen_at',
    started_at: 'r.frozen_at',
  },
  stays: ['state', 'starting_point', 'opened_by', 'opened_at', 'asked_at', 'told_at', 'started_at', 'joined_at'].concat(
    ['declined_at', 'declined_reason', 'ended_at', 'ended_side', 'ended_reason', 'revision', 'addendum_to'],
  ),
  parts: [],
};

export const AGREED_TEXTS: KeptObject = {
  name: 'textes',
  table: 'agreed_text',
  key: 'id',
  isPublic: isPublicText('r.id'),
  columns: [
    'id',
    'negotiation_id',
    'code',
    'canonical',
    'sha256',
    'edition',
    'municipality_code',
    'grouping_siren',
  ].concat(['frozen_at', 'addendum_to', 'reopened_at']),
  stays: [],
  parts: [
    {
      table: 'signing',
      of: 'r.agreed_text_id = o.id',
      order: 'agreed_text_id',
      columns: ['agreed_text_id', 'opened_at', 'zone', 'expires_on', 'expires_at', 'completed_at', 'sealed_at'].concat([
        'sealed_document_id',
      ]),
      stays: [
        'expired_told_at',
        'cancel_asked_by',
        'cancel_asked_at',
        'cancel_reason',
        'cancelled_at',
        'seal_tries',
        'seal_after',
      ],
    },
    {
      // Who signed, and who says that it was not them; who was asked and did not is between those who sign.
      table: 'signatory',
      of: `r.agreed_text_id = o.id and r.means is not null and r.state in ('signed', 'contested')`,
      order: 'id',
      columns: ['id', 'agreed_text_id', 'side', 'name', 'role', 'state', 'means', 'signed_at', 'contested_at'].concat([
        'contested_from',
      ]),
      said: { named_at: 'r.signed_at', named_by_side: 'r.side' },
      stays: [
        'email',
        'named_by_person',
        'named_by_side',
        'named_at',
        'invited_on',
        'reminded',
        'proof',
        'email_proved',
        'paper_id',
        'declined_at',
      ].concat(['decline_reason', 'contest_words', 'contest_settled_at', 'contest_outcome', 'removed_at']),
    },
    {
      table: 'renunciation',
      of: 'r.agreed_text_id = o.id',
      order: 'id',
      columns: ['id', 'agreed_text_id', 'side', 'renounced_on', 'reason', 'said_at'],
      stays: [],
    },
  ],
};

/** What leaves of a reading that ended: all but what the reader itself wrote down. */
const EARLIER_READING: Pick<KeptPart, 'columns' | 'said' | 'stays'> = {
  columns: [
    ...['id', 'subject_kind', 'subject_id', 'ended_by', 'ended_at', 'reason', 'document_id'],
    ...['municipality_code', 'grouping_siren', 'says'],
  ],
  said: { reading: `'null'::json` },
  stays: ['reading'],
};

/** Readings that were corrected since: when, why and what they said. What the reader itself wrote down stays. */
export function earlierReadingsOf(kind: 'pact' | 'plan'): KeptPart {
  return {
    table: 'earlier_reading',
    of: `r.subject_kind = '${kind}' and r.subject_id = o.id`,
    order: 'id',
    ...EARLIER_READING,
  };
}

export const PACTS: KeptObject = {
  name: 'pactes',
  table: 'pact',
  key: 'id',
  isPublic: isNotPlayed('r'),
  columns: ['id', 'municipality_code', 'grouping_siren', 'edition', 'list_name', 'leader', 'term_from', 'term_to']
    .concat(['signed_on', 'document_id', 'read_at', 'reader_version', 'reviewed_at', 'reviewed_by', 'published_at'])
    .concat(['agreed_text_id']),
  stays: [],
  parts: [
    {
      table: 'pact_principle',
      of: 'r.pact_id = o.id',
      order: 'letter',
      columns: ['pact_id', 'letter', 'stance', 'detail'],
      stays: [],
    },
    {
      table: 'commitment',
      of: 'r.pact_id = o.id',
      order: 'id',
      columns: [
        'id',
        'pact_id',
        'edition',
        'measure',
        'local_number',
        'title_match',
        'stance',
        'amended',
        'marks',
      ].concat(['level1', 'level2', 'level3', 'competent_body', 'competent_siren', 'detail']),
      stays: [],
    },
    {
      table: 'local_commitment',
      of: 'r.pact_id = o.id',
      order: 'ordinal',
      columns: ['id', 'pact_id', 'ordinal', 'local_number', 'text', 'related_measures', 'detail'],
      stays: [],
    },
    {
      table: 'pact_list',
      of: 'r.pact_id = o.id',
      order: 'candidate_list_id',
      columns: ['pact_id', 'candidate_list_id', 'linked_at'],
      said: { linked_by: BY_THE_COPY },
      stays: ['linked_by'],
    },
    earlierReadingsOf('pact'),
  ],
};

/** What was public once and was withdrawn: its address still says when and why. */
export const WITHDRAWN: KeptObject = {
  name: 'retraits',
  table: 'earlier_reading',
  key: 'id',
  isPublic: `${isNotPlayed('r')} and not exists (select from pact p where r.subject_kind = 'pact' and p.id = r.subject_id)
    and not exists (select from plan p where r.subject_kind = 'plan' and p.id = r.subject_id)`,
  ...EARLIER_READING,
  parts: [],
};
