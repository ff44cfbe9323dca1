/**
 * Rights on the plans that a town hall works on, and on its directory. The concern is always the place of the plan: its agents
 * and its elected officials, nobody of another place. What a published version says is public and needs no right.
 */
import { PLAN_STATES as STATES } from '../../plan/plan-state.ts';
import { section } from './rights.ts';

export const PLAN_STATES = STATES;

const ALWAYS = PLAN_STATES;
/** One no longer writes in a plan that was put away. */
const OPEN = ['in-preparation', 'plan-published'] as const;
const AWAY = ['put-away'] as const;

const townHall = <States>(states: States) => ({ 'municipal-agent': states, 'elected-official': states });

export const PLAN_RIGHTS = section<(typeof PLAN_STATES)[number]>()({
  // The operator imports a town hall's file at the machine; everything after is the town hall's.
  'create-plan': { ...townHall(['none']), operator: ['none'] },
  // From a plan that was read in a document, with the same address.
  'take-up-plan': { ...townHall(['none']), operator: ['none'] },
  // The drafts, the private actions, the history of each field.
  'see-plan-work': { ...townHall(ALWAYS), operator: ALWAYS },
  // Title, introduction, axes and their order.
  'change-plan': { ...townHall(OPEN), operator: OPEN },
  // Sheets: fields, people, money, steps, documents, order, one or many at once.
  'change-actions': { ...townHall(OPEN), operator: OPEN },
  'publish-plan': townHall(OPEN),
  // What the council decided about a version already published.
  'record-adoption': townHall(OPEN),
  'put-plan-away': townHall(OPEN),
  'take-plan-out': townHall(AWAY),
  'see-directory': { ...townHall(['none']), operator: ['none'] },
  // A person asks that their name leave it.
  'erase-entry': { ...townHall(['none']), operator: ['none'] },
  'change-directory': { ...townHall(['none']), operator: ['none'] },
});
