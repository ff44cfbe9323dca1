/** Rights on reviews: a collective works, then publishes. */
import { section } from './rights.ts';

export const REVIEW_STATES = [] as const;

export const REVIEW_RIGHTS = section<(typeof REVIEW_STATES)[number]>()({});
