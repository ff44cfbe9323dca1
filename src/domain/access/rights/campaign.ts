/** Rights on elections, candidate lists and who speaks for a list or a town hall. */
import { section } from './rights.ts';

export const CAMPAIGN_STATES = [] as const;

export const CAMPAIGN_RIGHTS = section<(typeof CAMPAIGN_STATES)[number]>()({});
