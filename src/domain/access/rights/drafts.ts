/** Rights on drafts (documents being read) and on what was published from them. */
import { section } from './rights.ts';

/** `expired` counts from the instant of expiry. `queued`: open, and in a bulk entry, which the national team publishes. */
export const DRAFT_STATES = ['open', 'queued', 'published', 'expired'] as const;

export const DRAFT_RIGHTS = section<(typeof DRAFT_STATES)[number]>()({
  'open-draft': { anyone: ['none'], operator: ['none'], job: ['none'] },
  'see-draft': {
    'draft-holder': ['open', 'queued', 'published'],
    'national-team': ['queued'],
    operator: ['open', 'queued', 'published'],
  },
  'review-proposal': { 'draft-holder': ['open', 'queued'], operator: ['open', 'queued'] },
  'attach-passage': { 'draft-holder': ['open', 'queued'], operator: ['open', 'queued'] },
  'choose-for-draft': { 'draft-holder': ['open', 'queued'], operator: ['open', 'queued'] },
  // One of a bulk entry is set aside there, with a reason.
  'discard-draft': { 'draft-holder': ['open'], operator: ['open'] },
  // The job is the one that fills a new site; visitors never act as one.
  'publish-draft': { operator: ['open'], job: ['open'], 'national-team': ['queued'] },
  // Its state is that of the draft that corrects.
  'correct-published': { operator: ['open'] },
  'withdraw-published': { operator: ['none'] },
  'list-drafts': { operator: ['none'] },
  'forget-expired': { job: ['expired'], operator: ['expired'] },
  'import-seeds': { job: ['none'], operator: ['none'] },
  'link-action': { operator: ['none'] },
  'verify-journal': { job: ['none'], operator: ['none'] },
});
