/** Rights on accounts, sessions and what they hold. */
import { section } from './rights.ts';

export const ACCOUNT_STATES = [] as const;

export const ACCOUNT_RIGHTS = section<(typeof ACCOUNT_STATES)[number]>()({});
