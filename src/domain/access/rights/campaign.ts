/** Rights on elections, candidate lists and who speaks for a list or a town hall. */
import { LIST_STATES } from '../../campaign/candidate-list.ts';
import { REQUEST_STATES } from '../../campaign/role-request.ts';
import { section } from './rights.ts';

export const CAMPAIGN_STATES = [...LIST_STATES, ...REQUEST_STATES, 'open-question', 'answered-question'] as const;

export const CAMPAIGN_RIGHTS = section<(typeof CAMPAIGN_STATES)[number]>()({
  'enter-by-election': { 'national-team': ['none'], operator: ['none'] },
  // A whole file. The job is the one that fills a new site.
  'import-lists': { 'national-team': ['none'], operator: ['none'], job: ['none'] },
  // Of a commune of one's collective: shown as entered by the collective.
  'enter-list': { 'collective-coordinator': ['none'], 'national-team': ['none'], operator: ['none'] },
  // The collective counts only for the lists that a collective entered.
  'change-list': {
    'collective-coordinator': ['standing'],
    'national-team': LIST_STATES,
    operator: LIST_STATES,
  },
  'withdraw-list': {
    'collective-coordinator': ['standing'],
    'national-team': ['standing', 'merged'],
    operator: ['standing', 'merged'],
  },
  'merge-list': {
    'collective-coordinator': ['standing'],
    'national-team': ['standing', 'merged'],
    operator: ['standing', 'merged'],
  },
  // Taking back a withdrawal or a merger that was no such thing.
  'reinstate-list': { 'national-team': ['withdrawn-list', 'merged'], operator: ['withdrawn-list', 'merged'] },
  'confirm-outcome': { 'national-team': ['standing', 'decided'], operator: ['standing', 'decided'] },
  'link-pact-to-list': { 'national-team': ['none'], operator: ['none'] },
  'forget-candidates': { operator: ['none'], job: ['none'] },

  'enter-address': { 'national-team': ['none'], operator: ['none'] },
  'ask-role': { person: ['none'] },
  'send-role-code': { self: ['asked'] },
  'use-role-code': { self: ['asked'] },
  'drop-role-request': { self: ['asked'] },
  // Holders of the same list or place vouch for the next; never for themselves (src/use-cases/campaign/decide-role.ts).
  'decide-role': {
    'list-representative': ['asked'],
    'municipal-agent': ['asked'],
    'elected-official': ['asked'],
    'national-team': ['asked'],
    operator: ['asked'],
  },
  // An elected official can bind the council: an agent vouches for agents only.
  'decide-elected-role': {
    'elected-official': ['asked'],
    'national-team': ['asked'],
    operator: ['asked'],
  },
  'give-role': { operator: ['none'] },
  'end-role': { self: ['confirmed'], 'national-team': ['confirmed'], operator: ['confirmed'] },
  'see-role-requests': { 'national-team': ['none'], operator: ['none'] },

  'put-question': { 'collective-coordinator': ['none'] },
  // The body answers; or whoever received its letter brings it.
  'answer-question': {
    'municipal-agent': ['open-question'],
    'elected-official': ['open-question'],
    'collective-coordinator': ['open-question'],
    'national-team': ['open-question', 'answered-question'],
  },
});
