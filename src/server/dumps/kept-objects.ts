/**
 * The objects of a public copy, in the order in which they can be loaded: what is named stands before what names it.
 *
 * Accounts, members, negotiations, drafts, mails, private events, papers and files are nowhere here. Of a signature the name
 * stays, for it is part of a public text; remarks do not leave, for whoever wrote one may still take their name away.
 */
import { COMMITTEES } from './kept-committees.ts';
import type { KeptObject } from './kept-object.ts';
import {
  BY_ELECTIONS,
  COLLECTIVES,
  CROSSWALK_LINKS,
  CROSSWALK_VERSIONS,
  EDITION_WITHDRAWALS,
  EDITIONS,
  LISTS,
} from './kept-people.ts';
import { ENDORSEMENTS, NATIONAL_DECISIONS, NATIONAL_SEATS, ORGANISATIONS, SHEETS } from './kept-partners.ts';
import { AGREED_TEXTS, DOCUMENTS, NEGOTIATIONS, PACTS, WITHDRAWN } from './kept-promises.ts';
import {
  ASSESSMENTS,
  EVENTS,
  FIGURE_DATES,
  INDICATORS,
  PLANS,
  QUESTIONS,
  REVIEWS,
  WORKING_PLANS,
} from './kept-follow-up.ts';

/** A country that was made up stays one wherever it is loaded. */
const SYNTHETIC_COUNTRY: KeptObject = {
  name: 'pays-synthetique',
  table: 'synthetic_country',
  key: 'share',
  isPublic: 'true',
  columns: ['made_at', 'share'],
  stays: [],
  parts: [],
};

/** Where a site came from that was made again from a copy: whoever carries it on says so too. */
const LOADED_COPIES: KeptObject = {
  name: 'copies-rechargees',
  table: 'loaded_copy',
  key: 'id',
  isPublic: 'true',
  columns: ['id', 'day', 'site', 'sha256', 'loaded_at'],
  stays: [],
  parts: [],
};

export const KEPT_OBJECTS: readonly KeptObject[] = [
  SYNTHETIC_COUNTRY,
  LOADED_COPIES,
  COLLECTIVES,
  EDITIONS,
  EDITION_WITHDRAWALS,
  ORGANISATIONS,
  ENDORSEMENTS,
  NATIONAL_SEATS,
  NATIONAL_DECISIONS,
  SHEETS,
  CROSSWALK_LINKS,
  CROSSWALK_VERSIONS,
  BY_ELECTIONS,
  LISTS,
  DOCUMENTS,
  NEGOTIATIONS,
  AGREED_TEXTS,
  PACTS,
  PLANS,
  WITHDRAWN,
  WORKING_PLANS,
  INDICATORS,
  ASSESSMENTS,
  REVIEWS,
  COMMITTEES,
  EVENTS,
  QUESTIONS,
  FIGURE_DATES,
];
