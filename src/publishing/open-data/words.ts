/**
 * What is said of every resource and of every column, in one place for the API, the files of the day and their descriptions. The
 * sentences are in #ui/messages/open-data; that none is missing is checked here, by the compiler.
 */
import {
  COLLECTIVE_WORDS,
  EDITION_WORDS,
  LIST_WORDS,
  MEASURE_WORDS,
} from '#ui/messages/open-data/charter-columns.fr.ts';
import { COMMITTEE_DECISION_WORDS, COMMITTEE_WORDS } from '#ui/messages/open-data/committee-columns.fr.ts';
import {
  CONSULTATION_WORDS,
  CONTRIBUTION_WORDS,
  CROSSWALK_WORDS,
} from '#ui/messages/open-data/consultation-columns.fr.ts';
import { CONSULTATION_RESULT_WORDS } from '#ui/messages/open-data/consultation-results.fr.ts';
import type { ColumnWords } from '#ui/messages/open-data/column-words.ts';
import { ASSESSMENT_WORDS, EVENT_WORDS, REVIEW_WORDS } from '#ui/messages/open-data/follow-up-columns.fr.ts';
import {
  ENDORSEMENT_WORDS,
  NATIONAL_DECISION_WORDS,
  ORGANISATION_WORDS,
  SHEET_TABLE_WORDS,
} from '#ui/messages/open-data/partner-columns.fr.ts';
import { PLACED_FIGURE_WORDS, PLANNED_ACTION_WORDS, PLAN_WORDS } from '#ui/messages/open-data/plan-columns.fr.ts';
import { QUESTION_WORDS } from '#ui/messages/open-data/question-columns.fr.ts';
import { REMARK_WORDS } from '#ui/messages/open-data/remark-columns.fr.ts';
import { RESOURCE_WORDS, type ResourceWords } from '#ui/messages/open-data/resources.fr.ts';
import {
  COMMITMENT_WORDS,
  LOCAL_COMMITMENT_WORDS,
  PACT_WORDS,
  SIGNED_CLAUSE_WORDS,
  SIGNED_PRINCIPLE_WORDS,
} from '#ui/messages/open-data/signed-columns.fr.ts';
import { COMMUNE_WORDS, GROUPING_WORDS } from '#ui/messages/open-data/territory-columns.fr.ts';
import type { ASSESSMENT_COLUMNS } from '../spreadsheet/assessment-columns.ts';
import type { EDITION_COLUMNS, MEASURE_COLUMNS } from '../spreadsheet/charter-columns.ts';
import type { COLLECTIVE_COLUMNS } from '../spreadsheet/collective-columns.ts';
import type { COMMITTEE_COLUMNS, COMMITTEE_DECISION_COLUMNS } from '../spreadsheet/committee-columns.ts';
import type { CONSULTATION_COLUMNS, CONTRIBUTION_COLUMNS } from '../spreadsheet/consultation-columns.ts';
import type { CONSULTATION_RESULT_COLUMNS } from '../spreadsheet/consultation-result-columns.ts';
import type { CODED_CROSSWALK_COLUMNS } from '../spreadsheet/crosswalk-columns.ts';
import type { EVENT_COLUMNS } from '../spreadsheet/event-columns.ts';
import type { PLACED_FIGURE_COLUMNS } from '../spreadsheet/indicator-columns.ts';
import type { LIST_COLUMNS } from '../spreadsheet/list-columns.ts';
import type { COMMUNE_COLUMNS, GROUPING_COLUMNS } from '../spreadsheet/municipality-columns.ts';
import type {
  COMMITMENT_COLUMNS,
  LOCAL_COMMITMENT_COLUMNS,
  PACT_COLUMNS,
  SIGNED_CLAUSE_COLUMNS,
  SIGNED_PRINCIPLE_COLUMNS,
} from '../spreadsheet/pact-columns.ts';
import type {
  ENDORSEMENT_COLUMNS,
  NATIONAL_DECISION_COLUMNS,
  ORGANISATION_COLUMNS,
  SHEET_COLUMNS,
} from '../spreadsheet/partner-columns.ts';
import type { PLANNED_ACTION_COLUMNS, PLAN_COLUMNS } from '../spreadsheet/plan-columns.ts';
import type { QUESTION_COLUMNS } from '../spreadsheet/question-columns.ts';
import type { REMARK_COLUMNS } from '../spreadsheet/remark-columns.ts';
import type { REVIEW_COLUMNS } from '../spreadsheet/review-columns.ts';
import type { ResourceName } from './resource-name.ts';

type WordsOf<Columns> = { readonly [Name in keyof Columns]: ColumnWords };

const COLUMN_WORDS: Readonly<Record<ResourceName, Readonly<Record<string, ColumnWords>>>> = {
  communes: COMMUNE_WORDS satisfies WordsOf<typeof COMMUNE_COLUMNS>,
  intercommunalites: GROUPING_WORDS satisfies WordsOf<typeof GROUPING_COLUMNS>,
  chartes: EDITION_WORDS satisfies WordsOf<typeof EDITION_COLUMNS>,
  mesures: MEASURE_WORDS satisfies WordsOf<typeof MEASURE_COLUMNS>,
  listes: LIST_WORDS satisfies WordsOf<typeof LIST_COLUMNS>,
  pactes: PACT_WORDS satisfies WordsOf<typeof PACT_COLUMNS>,
  engagements: COMMITMENT_WORDS satisfies WordsOf<typeof COMMITMENT_COLUMNS>,
  alineas: SIGNED_CLAUSE_WORDS satisfies WordsOf<typeof SIGNED_CLAUSE_COLUMNS>,
  principes: SIGNED_PRINCIPLE_WORDS satisfies WordsOf<typeof SIGNED_PRINCIPLE_COLUMNS>,
  'engagements-locaux': LOCAL_COMMITMENT_WORDS satisfies WordsOf<typeof LOCAL_COMMITMENT_COLUMNS>,
  plans: PLAN_WORDS satisfies WordsOf<typeof PLAN_COLUMNS>,
  actions: PLANNED_ACTION_WORDS satisfies WordsOf<typeof PLANNED_ACTION_COLUMNS>,
  evaluations: ASSESSMENT_WORDS satisfies WordsOf<typeof ASSESSMENT_COLUMNS>,
  remarques: REMARK_WORDS satisfies WordsOf<typeof REMARK_COLUMNS>,
  bilans: REVIEW_WORDS satisfies WordsOf<typeof REVIEW_COLUMNS>,
  evenements: EVENT_WORDS satisfies WordsOf<typeof EVENT_COLUMNS>,
  questions: QUESTION_WORDS satisfies WordsOf<typeof QUESTION_COLUMNS>,
  indicateurs: PLACED_FIGURE_WORDS satisfies WordsOf<typeof PLACED_FIGURE_COLUMNS>,
  collectifs: COLLECTIVE_WORDS satisfies WordsOf<typeof COLLECTIVE_COLUMNS>,
  consultations: CONSULTATION_WORDS satisfies WordsOf<typeof CONSULTATION_COLUMNS>,
  'resultats-de-consultations': CONSULTATION_RESULT_WORDS satisfies WordsOf<typeof CONSULTATION_RESULT_COLUMNS>,
  contributions: CONTRIBUTION_WORDS satisfies WordsOf<typeof CONTRIBUTION_COLUMNS>,
  correspondances: CROSSWALK_WORDS satisfies WordsOf<typeof CODED_CROSSWALK_COLUMNS>,
  partenaires: ORGANISATION_WORDS satisfies WordsOf<typeof ORGANISATION_COLUMNS>,
  soutiens: ENDORSEMENT_WORDS satisfies WordsOf<typeof ENDORSEMENT_COLUMNS>,
  'fiches-techniques': SHEET_TABLE_WORDS satisfies WordsOf<typeof SHEET_COLUMNS>,
  'decisions-nationales': NATIONAL_DECISION_WORDS satisfies WordsOf<typeof NATIONAL_DECISION_COLUMNS>,
  'comites-de-suivi': COMMITTEE_WORDS satisfies WordsOf<typeof COMMITTEE_COLUMNS>,
  'decisions-de-comites': COMMITTEE_DECISION_WORDS satisfies WordsOf<typeof COMMITTEE_DECISION_COLUMNS>,
};

/** Throws on a name that the resource has not. */
export function columnWords(resource: ResourceName, column: string): ColumnWords {
  const words = COLUMN_WORDS[resource][column];
  if (words === undefined) throw new Error(`nothing is said of ${column} of ${resource}`);
  return words;
}

export function resourceWords(resource: ResourceName): ResourceWords {
  return RESOURCE_WORDS[resource];
}
