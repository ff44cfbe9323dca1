/** Rights on plans, the directory of a town hall and what changes them. */
import { section } from './rights.ts';

export const PLAN_STATES = [] as const;

export const PLAN_RIGHTS = section<(typeof PLAN_STATES)[number]>()({});
