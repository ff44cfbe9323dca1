/** Rights on collectives, wishes for a pact, members and priorities. */
import { section } from './rights.ts';

export const COLLECTIVE_STATES = [] as const;

export const COLLECTIVE_RIGHTS = section<(typeof COLLECTIVE_STATES)[number]>()({});
