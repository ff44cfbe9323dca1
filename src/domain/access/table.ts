/** The one table of rights, made of its sections. Everything absent from it is refused. */
import { ACCOUNT_RIGHTS, ACCOUNT_STATES } from './rights/accounts.ts';
import { BULK_ENTRY_RIGHTS, BULK_ENTRY_STATES } from './rights/bulk-entry.ts';
import { CAMPAIGN_RIGHTS, CAMPAIGN_STATES } from './rights/campaign.ts';
import { COLLECTIVE_RIGHTS, COLLECTIVE_STATES } from './rights/collectives.ts';
import { COMMITTEE_RIGHTS, COMMITTEE_STATES } from './rights/committee.ts';
import { CONSULTATION_RIGHTS, CONSULTATION_STATES } from './rights/consultation.ts';
import { CROSSWALK_RIGHTS, CROSSWALK_STATES } from './rights/crosswalk.ts';
import { DUMP_RIGHTS, DUMP_STATES } from './rights/dumps.ts';
import { DRAFT_RIGHTS, DRAFT_STATES } from './rights/drafts.ts';
import { FOLLOW_UP_RIGHTS, FOLLOW_UP_STATES } from './rights/follow-up.ts';
import { LINK_AND_NEWS_RIGHTS, NEWS_STATES } from './rights/links-and-news.ts';
import { NEGOTIATION_RIGHTS, NEGOTIATION_STATES } from './rights/negotiation.ts';
import { OBSERVATORY_RIGHTS, OBSERVATORY_STATES } from './rights/observatory.ts';
import { PARTNER_RIGHTS, PARTNER_STATES } from './rights/partners.ts';
import { PLAN_RIGHTS, PLAN_STATES } from './rights/plans.ts';
import { REVIEW_RIGHTS, REVIEW_STATES } from './rights/reviews.ts';
import { SEAL_RIGHTS, SEAL_STATES } from './rights/seal.ts';
import { SIGNATURE_RIGHTS, SIGNATURE_STATES } from './rights/signature.ts';
import { WORKBENCH_RIGHTS, WORKBENCH_STATES } from './rights/workbench.ts';
import type { Rights } from './rights/rights.ts';

const SECTIONS = {
  ...DRAFT_RIGHTS,
  ...ACCOUNT_RIGHTS,
  ...CAMPAIGN_RIGHTS,
  ...COLLECTIVE_RIGHTS,
  ...NEGOTIATION_RIGHTS,
  ...SIGNATURE_RIGHTS,
  ...SEAL_RIGHTS,
  ...PLAN_RIGHTS,
  ...LINK_AND_NEWS_RIGHTS,
  ...FOLLOW_UP_RIGHTS,
  ...REVIEW_RIGHTS,
  ...COMMITTEE_RIGHTS,
  ...OBSERVATORY_RIGHTS,
  ...DUMP_RIGHTS,
  ...CROSSWALK_RIGHTS,
  ...WORKBENCH_RIGHTS,
  ...CONSULTATION_RIGHTS,
  ...PARTNER_RIGHTS,
  ...BULK_ENTRY_RIGHTS,
};

export type Act = keyof typeof SECTIONS;

/** `none`: the act is about nothing that has a state, such as opening it. A word may serve several kinds of things. */
export const STATES = [
  ...new Set([
    'none' as const,
    ...DRAFT_STATES,
    ...ACCOUNT_STATES,
    ...CAMPAIGN_STATES,
    ...COLLECTIVE_STATES,
    ...NEGOTIATION_STATES,
    ...SIGNATURE_STATES,
    ...SEAL_STATES,
    ...PLAN_STATES,
    ...NEWS_STATES,
    ...FOLLOW_UP_STATES,
    ...REVIEW_STATES,
    ...COMMITTEE_STATES,
    ...OBSERVATORY_STATES,
    ...DUMP_STATES,
    ...CROSSWALK_STATES,
    ...WORKBENCH_STATES,
    ...CONSULTATION_STATES,
    ...PARTNER_STATES,
    ...BULK_ENTRY_STATES,
  ]),
];
export type State = (typeof STATES)[number];

export const TABLE: Rights<Act, State> = SECTIONS;
export const ACTS = Object.keys(SECTIONS) as Act[];
