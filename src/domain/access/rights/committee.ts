/** Rights on follow-up committees, the events of a follow-up and its letters. */
import { section } from './rights.ts';

export const COMMITTEE_STATES = [] as const;

export const COMMITTEE_RIGHTS = section<(typeof COMMITTEE_STATES)[number]>()({});
