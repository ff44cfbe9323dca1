/** Rights on correspondences between charters. Reading those that a person confirmed needs none: proposals are the team's own. */
import { LINK_STATES } from '../../crosswalk/crosswalk-link.ts';
import { section } from './rights.ts';

export const CROSSWALK_STATES = LINK_STATES;

export const CROSSWALK_RIGHTS = section<(typeof CROSSWALK_STATES)[number]>()({
  'see-crosswalk': { 'national-team': ['none'] },
  // Computing likenesses says nothing to anybody.
  'propose-crosswalk': { 'national-team': ['none'] },
  'add-crosswalk-link': { 'national-team': ['none'] },
  // A refusal or a withdrawal may have been a mistake; of one that is confirmed the relation or the reason changes.
  'confirm-crosswalk-link': {
    'national-team': ['link-proposed', 'link-confirmed', 'link-refused', 'link-withdrawn'],
  },
  'refuse-crosswalk-link': { 'national-team': ['link-proposed'] },
  'withdraw-crosswalk-link': { 'national-team': ['link-confirmed'] },
  'publish-crosswalk': { 'national-team': ['none'] },
});
