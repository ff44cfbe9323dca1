/** Rights on drafts (documents being read) and on what was published from them. */
import { section } from './rights.ts';

/** `expired` counts from the instant of expiry. */
export const DRAFT_STATES = ['open', 'published', 'expired'] as const;

export const DRAFT_RIGHTS = section<(typeof DRAFT_STATES)[number]>()({
  'open-draft': { anyone: ['none'], operator: ['none'], job: ['none'] },
  'see-draft': { 'draft-holder': ['open', 'published'], operator: ['open', 'published'] },
  'review-proposal': { 'draft-holder': ['open'], operator: ['open'] },
  'attach-passage': { 'draft-holder': ['open'], operator: ['open'] },
  'choose-for-draft': { 'draft-holder': ['open'], operator: ['open'] },
  'discard-draft': { 'draft-holder': ['open'], operator: ['open'] },
  // The job is the one that fills a new site; visitors never act as one.
  'publish-draft': { operator: ['open'], job: ['open'] },
  // Its state is that of the draft that corrects.
  'correct-published': { operator: ['open'] },
  'withdraw-published': { operator: ['none'] },
  'list-drafts': { operator: ['none'] },
  'forget-expired': { job: ['expired'], operator: ['expired'] },
  'import-seeds': { job: ['none'], operator: ['none'] },
  'link-action': { operator: ['none'] },
  'verify-journal': { job: ['none'], operator: ['none'] },
});
