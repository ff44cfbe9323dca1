/**
 * Rights on reviews: a collective works, then publishes. What concerns a review is its collective alone, but for the answer
 * to a published one, which concerns those who speak for the side that made the promise.
 */
import { section } from './rights.ts';

/** `active` and `dormant` are the collective's, when it opens a review. */
export const REVIEW_STATES = ['active', 'dormant', 'review-open', 'review-given-up', 'review-published'] as const;

const OPEN = ['review-open'] as const;
const PUBLISHED = ['review-published'] as const;
const NOT_PUBLISHED = ['review-open', 'review-given-up'] as const;

export const REVIEW_RIGHTS = section<(typeof REVIEW_STATES)[number]>()({
  // A dormant collective that opens a review is awake: its members are there.
  'open-review': { 'collective-member': ['active', 'dormant'] },
  // Nobody outside the collective sees what is being worked on, not even the national team.
  'see-review': { anyone: PUBLISHED, 'collective-member': NOT_PUBLISHED },
  // Statuses, sentences, evidence, answers to the checklist, who does what.
  'fill-review': { 'collective-member': OPEN },
  // In the name of the collective, with a number, for ever.
  'publish-review': { 'collective-coordinator': OPEN },
  'give-up-review': { 'collective-coordinator': OPEN },
  'take-up-review': { 'collective-member': ['review-given-up'] },
  // Beside the frozen text, never in it.
  'correct-review': { 'collective-coordinator': PUBLISHED },
  'answer-review': { 'list-representative': PUBLISHED, 'municipal-agent': PUBLISHED, 'elected-official': PUBLISHED },
});
