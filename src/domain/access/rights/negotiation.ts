/** Rights on negotiations. */
import { section } from './rights.ts';

export const NEGOTIATION_STATES = [] as const;

export const NEGOTIATION_RIGHTS = section<(typeof NEGOTIATION_STATES)[number]>()({});
