/**
 * Rights on what ties a plan to promises and to figures, and on the news that its leads send from a mail. The concern is the
 * place of the plan; the bearer of a link speaks of their own actions alone.
 */
import type { PLAN_STATES } from '../../plan/plan-state.ts';
import { section } from './rights.ts';

/** `news-awaited`: the link opens. `link-over`: it is past its last day, or its bearer left, or it was taken back. */
export const NEWS_STATES = ['news-awaited', 'link-over'] as const;

const OPEN = ['in-preparation', 'plan-published'] as const;
const townHall = <States>(states: States) => ({ 'municipal-agent': states, 'elected-official': states });

export const LINK_AND_NEWS_RIGHTS = section<(typeof PLAN_STATES)[number] | (typeof NEWS_STATES)[number]>()({
  // Tying an action to a promise, untying it, and saying that a likeness is none.
  'tie-commitments': { ...townHall(OPEN), operator: OPEN },
  'change-indicators': { ...townHall(OPEN), operator: OPEN },
  // What everybody sees is decided by the town hall alone.
  'show-indicator': townHall(OPEN),
  'ask-news': townHall(OPEN),
  'show-news': townHall(OPEN),
  'remind-leads': { job: OPEN, operator: OPEN },
  'say-news': { lead: ['news-awaited'] },
  // Addresses and links that served their time.
  'forget-news-links': { job: ['none'], operator: ['none'] },
});
