/** Rights on the figures of the country. */
import { section } from './rights.ts';

export const OBSERVATORY_STATES = [] as const;

export const OBSERVATORY_RIGHTS = section<(typeof OBSERVATORY_STATES)[number]>()({
  'verify-tallies': { job: ['none'], operator: ['none'] },
  'rebuild-tallies': { job: ['none'], operator: ['none'] },
});
