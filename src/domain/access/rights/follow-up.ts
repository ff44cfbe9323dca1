/** Rights on what is said of a commitment after the signature: each voice for itself. */
import { section } from './rights.ts';

export const FOLLOW_UP_STATES = [] as const;

export const FOLLOW_UP_RIGHTS = section<(typeof FOLLOW_UP_STATES)[number]>()({});
