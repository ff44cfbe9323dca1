/** What became of promises: plans as published, indicators, what both voices said, reviews, events, questions. */
import { BY_THE_COPY, isNotPlayed, isPublicCollective, isPublicPact } from './is-public.ts';
import type { KeptObject } from './kept-object.ts';
import { earlierReadingsOf } from './kept-promises.ts';

/** As everybody reads them: the shown version, and every version that was frozen. */
export const PLANS: KeptObject = {
  name: 'plans',
  table: 'plan',
  key: 'id',
  isPublic: isNotPlayed('r'),
  columns: ['id', 'municipality_code', 'grouping_siren', 'title', 'council_date', 'council_item', 'council_rapporteur']
    .concat([
      'council_decision',
      'axis_count',
      'action_count',
      'document_id',
      'read_at',
      'reader_version',
      'reviewed_at',
    ])
    .concat(['reviewed_by', 'published_at', 'version', 'introduction', 'adopted_on', 'deliberation']),
  stays: [],
  parts: [
    {
      table: 'axis',
      of: 'r.plan_id = o.id',
      order: 'ordinal',
      columns: ['plan_id', 'ordinal', 'number', 'title', 'sub_axes'],
      stays: [],
    },
    {
      table: 'action',
      of: 'r.plan_id = o.id',
      order: 'ordinal',
      columns: ['id', 'plan_id', 'ordinal', 'number', 'printed_number', 'title', 'axis', 'sub_axis', 'labels']
        .concat(['calendar', 'fields', 'amounts', 'dates', 'related_actions', 'quotations', 'status', 'blocked'])
        .concat(['priority', 'starts_on', 'ends_on', 'participation', 'news_at', 'sheet']),
      stays: [],
    },
    {
      table: 'action_commitment',
      of: 'r.action_id in (select a.id from action a where a.plan_id = o.id)',
      order: 'action_id, edition, item',
      columns: ['action_id', 'edition', 'item', 'linked_at'],
      said: { linked_by: BY_THE_COPY },
      stays: ['linked_by'],
    },
    {
      table: 'plan_version',
      of: 'r.plan_id = o.id',
      order: 'number',
      columns: ['plan_id', 'number', 'published_at', 'note', 'changes', 'sha256', 'adopted_on', 'deliberation'].concat([
        'deliberation_document_id',
      ]),
      verbatim: ['content'],
      said: { published_by: BY_THE_COPY },
      stays: ['published_by'],
    },
    earlierReadingsOf('plan'),
  ],
};

/**
 * Public indicators belong to the plan as its town hall works on it, which stays. What is loaded in its place is put away:
 * nobody writes in it, so that publishing it cannot empty what everybody reads.
 */
export const WORKING_PLANS: KeptObject = {
  name: 'plans-des-indicateurs',
  table: 'working_plan',
  key: 'id',
  isPublic: `${isNotPlayed('r')}
    and exists (select from indicator i where i.plan_id = r.id and i.published_at is not null and i.removed_at is null)`,
  columns: ['id', 'municipality_code', 'grouping_siren'],
  instead: {
    title: `coalesce((select p.title from plan p where p.id = r.id), '—')`,
    created_at: `(select min(i.published_at) from indicator i where i.plan_id = r.id and i.published_at is not null
      and i.removed_at is null)`,
  },
  said: { created_by: BY_THE_COPY, archived_at: 'r.created_at' },
  stays: ['introduction', 'version', 'changes', 'created_by', 'archived_at'],
  parts: [
    {
      table: 'working_action',
      of: `r.plan_id = o.id and exists (select from action a where a.id = r.id) and exists (select from indicator_action x
        join indicator i on i.id = x.indicator_id where x.action_id = r.id and i.published_at is not null and i.removed_at is null)`,
      order: 'id',
      columns: ['id', 'plan_id'],
      instead: {
        ordinal: '(select a.ordinal from action a where a.id = r.id)',
        number: '(select left(a.number, 20) from action a where a.id = r.id)',
        title: '(select left(a.title, 300) from action a where a.id = r.id)',
        created_at: '(select p.published_at from plan p where p.id = r.plan_id)',
      },
      said: { visibility: `'public'`, texts: `'{}'`, amounts: `'[]'`, changed_at: 'r.created_at' },
      stays: [
        'axis_id',
        'status',
        'blocked_why',
        'blocked_unblocks',
        'priority',
        'starts_on',
        'ends_on',
        'visibility',
      ].concat(['participation', 'texts', 'amounts', 'as_written', 'version', 'changed_at', 'news_at', 'removed_at']),
    },
  ],
};

export const INDICATORS: KeptObject = {
  name: 'indicateurs',
  table: 'indicator',
  key: 'id',
  isPublic: `r.published_at is not null and r.removed_at is null
    and exists (select from working_plan w where w.id = r.plan_id and ${isNotPlayed('w')})`,
  columns: [
    'id',
    'plan_id',
    'title',
    'unit',
    'source',
    'description',
    'goal',
    'offered',
    'version',
    'created_at',
  ].concat(['changed_at', 'published_at']),
  stays: ['removed_at'],
  parts: [
    {
      table: 'indicator_value',
      of: 'r.indicator_id = o.id and r.ended_at is null',
      order: 'id',
      columns: ['id', 'indicator_id', 'kind', 'territory', 'period_on', 'precision', 'value', 'entered_at'],
      said: { entered_by: BY_THE_COPY },
      stays: ['entered_by', 'ended_at', 'ended_by'],
    },
    {
      table: 'indicator_action',
      of: 'r.indicator_id = o.id and exists (select from action a where a.id = r.action_id)',
      order: 'action_id',
      columns: ['indicator_id', 'action_id'],
      stays: [],
    },
    {
      table: 'indicator_commitment',
      of: 'r.indicator_id = o.id',
      order: 'edition, item',
      columns: ['indicator_id', 'edition', 'item'],
      stays: [],
    },
  ],
};

/** Everything that each voice said, what it said before too; who said it by name is nowhere. */
export const ASSESSMENTS: KeptObject = {
  name: 'evaluations',
  table: 'assessment',
  key: 'id',
  isPublic: isPublicPact('r.pact_id'),
  columns: [
    'id',
    'pact_id',
    'item',
    'voice',
    'version',
    'status',
    'levels',
    'before_mandate',
    'sentence',
    'evidence',
  ].concat(['assessed_on', 'said_at', 'said_as', 'said_for', 'collective_id', 'method', 'review_id', 'answers_to']),
  stays: [],
  parts: [
    {
      table: 'assessment_confirmation',
      of: 'r.assessment_id = o.id',
      order: 'id',
      columns: ['id', 'assessment_id', 'confirmed_on', 'confirmed_at', 'said_as', 'said_for'],
      stays: ['person_id'],
    },
    {
      table: 'latest_assessment',
      // By its key: nothing else finds it in a table of the whole country.
      of: 'r.pact_id = o.pact_id and r.item = o.item and r.voice = o.voice and r.assessment_id = o.id',
      order: 'pact_id, item, voice',
      columns: ['pact_id', 'item', 'voice', 'assessment_id', 'status', 'before_mandate', 'looked_on'],
      stays: [],
    },
    {
      // A file that was taken out of sight stays so where the copy is loaded.
      table: 'evidence_document',
      of: `r.used_by = 'assessment ' || o.id`,
      order: 'document_id',
      columns: ['document_id', 'used_by', 'hidden_at', 'hidden_reason'],
      stays: [],
    },
  ],
};

export const REVIEWS: KeptObject = {
  name: 'bilans',
  table: 'review',
  key: 'id',
  isPublic: `r.published_at is not null and ${isNotPlayed('r')}`,
  columns: ['id', 'collective_id', 'pact_id', 'municipality_code', 'grouping_siren', 'occasion', 'introduction'].concat(
    ['published_at', 'number', 'method', 'sha256', 'summary'],
  ),
  verbatim: ['content'],
  said: { opened_at: 'r.published_at', opened_by: BY_THE_COPY, published_by: BY_THE_COPY },
  stays: ['started_from', 'opened_at', 'opened_by', 'changes', 'given_up_at', 'published_by'],
  parts: [
    {
      table: 'review_erratum',
      of: 'r.review_id = o.id',
      order: 'id',
      columns: ['id', 'review_id', 'item', 'words', 'written_at'],
      said: { written_by: BY_THE_COPY },
      stays: ['written_by'],
    },
    {
      table: 'review_reply',
      of: 'r.review_id = o.id',
      order: 'id',
      columns: ['id', 'review_id', 'words', 'replied_at', 'role'],
      said: { replied_by: BY_THE_COPY },
      stays: ['replied_by'],
    },
  ],
};

/** What was withdrawn stays a line, without its words. */
export const EVENTS: KeptObject = {
  name: 'evenements',
  table: 'follow_up_event',
  key: 'id',
  isPublic: `r.visibility = 'public' and ${isNotPlayed('r')}
    and (r.collective_id is null or ${isPublicCollective('r.collective_id')})
    and (r.reply_to is null or exists (select from follow_up_event l where l.id = r.reply_to and l.visibility = 'public'))`,
  columns: ['id', 'municipality_code', 'grouping_siren', 'voice', 'collective_id', 'list_id', 'kind', 'happened_on']
    .concat([
      'edition',
      'items',
      'visibility',
      'means',
      'reply_days',
      'reply_to',
      'revision',
      'written_at',
      'changed_at',
    ])
    .concat(['withdrawn_at', 'withdrawn_reason']),
  instead: {
    title: `case when r.withdrawn_at is null then r.title else '—' end`,
    words: `case when r.withdrawn_at is null then r.words else '' end`,
    who: `case when r.withdrawn_at is null then r.who else '' end`,
  },
  said: { written_by: BY_THE_COPY },
  stays: ['who_private', 'written_by'],
  parts: [],
};

/** What collectives asked of other authorities, and what these answered. */
export const QUESTIONS: KeptObject = {
  name: 'questions',
  table: 'body_question',
  key: 'id',
  isPublic: `${isNotPlayed('r')} and ${isPublicCollective('r.collective_id')}`,
  columns: [
    'id',
    'grouping_siren',
    'municipality_code',
    'edition',
    'measure',
    'level',
    'collective_id',
    'collective_name',
  ].concat(['text', 'asked_on', 'asked_at', 'answer', 'answered_on', 'answer_text', 'answered_as']),
  stays: [],
  parts: [],
};

/** Until when the figures of the country count what was done: the figures themselves are counted anew. */
export const FIGURE_DATES: KeptObject = {
  name: 'dates-des-chiffres',
  table: 'tally_date',
  key: 'edition',
  isPublic: 'true',
  columns: ['edition', 'counted_at'],
  stays: [],
  parts: [],
};
