/**
 * Rights on editions that are being made. A local edition is its collective's: the concerns of an act on one are that
 * collective, and its states are its own, so that the national team's right on the national ones says nothing of it.
 */
import { section } from './rights.ts';

const NATIONAL = ['edition-open', 'edition-published', 'edition-abandoned'] as const;
const LOCAL = ['local-edition-open', 'local-edition-published', 'local-edition-abandoned'] as const;
export const WORKBENCH_STATES = [...NATIONAL, ...LOCAL] as const;

const SEEN = [...NATIONAL, ...LOCAL] as const;

export const WORKBENCH_RIGHTS = section<(typeof WORKBENCH_STATES)[number]>()({
  'see-editions': { 'national-team': ['none'], operator: ['none'] },
  'open-edition': { 'national-team': ['none'], operator: ['none'] },
  'open-local-edition': { 'collective-coordinator': ['none'] },
  // Helping a collective with its own edition is seeing it, not writing it.
  'see-edition-draft': {
    'collective-coordinator': LOCAL,
    'collective-member': LOCAL,
    'national-team': SEEN,
    operator: SEEN,
  },
  // Who changed what: the names of those who write, for those who write.
  'see-edition-history': { 'collective-coordinator': LOCAL, 'national-team': NATIONAL, operator: SEEN },
  'write-edition': { 'collective-coordinator': ['local-edition-open'], 'national-team': ['edition-open'] },
  'abandon-edition': { 'collective-coordinator': ['local-edition-open'], 'national-team': ['edition-open'] },
  // For ever: nothing takes it back.
  'publish-edition': {
    'collective-coordinator': ['local-edition-open'],
    'national-team': ['edition-open'],
    operator: ['edition-open'],
  },
  // No new negotiation with it, or again; its address and its pacts stay. The country answers for what stands under its roof.
  'offer-edition': {
    'collective-coordinator': ['local-edition-published'],
    'national-team': ['edition-published', 'local-edition-published'],
    operator: ['edition-published', 'local-edition-published'],
  },
});
