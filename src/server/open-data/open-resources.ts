/** Every resource of open data, in the order of reading: what the API answers, and what of it the files of the day hold. */
import { RESOURCE_NAMES, type ResourceName } from '#publishing/open-data/resource-name.ts';
import { COLLECTIFS, LISTES } from './campaign-resources.ts';
import { CHARTES, MESURES } from './charter-resources.ts';
import { COMITES_DE_SUIVI, DECISIONS_DE_COMITES } from './committee-resources.ts';
import { BILANS, EVALUATIONS, EVENEMENTS } from './follow-up-resources.ts';
import { CONSULTATIONS, CONTRIBUTIONS, CORRESPONDANCES } from './consultation-resources.ts';
import { RESULTATS_DE_CONSULTATIONS } from './consultation-results.ts';
import type { OpenResource } from './open-resource.ts';
import { ALINEAS, ENGAGEMENTS, ENGAGEMENTS_LOCAUX, PACTES, PRINCIPES } from './pact-resources.ts';
import { DECISIONS_NATIONALES, FICHES_TECHNIQUES, PARTENAIRES, SOUTIENS } from './partner-resources.ts';
import { ACTIONS, INDICATEURS, PLANS } from './plan-resources.ts';
import { QUESTIONS } from './question-resources.ts';
import { REMARQUES } from './remark-resources.ts';
import { COMMUNES, INTERCOMMUNALITES } from './territory-resources.ts';

const BY_NAME: Readonly<Record<ResourceName, OpenResource>> = {
  communes: COMMUNES,
  intercommunalites: INTERCOMMUNALITES,
  chartes: CHARTES,
  mesures: MESURES,
  listes: LISTES,
  pactes: PACTES,
  engagements: ENGAGEMENTS,
  alineas: ALINEAS,
  principes: PRINCIPES,
  'engagements-locaux': ENGAGEMENTS_LOCAUX,
  plans: PLANS,
  actions: ACTIONS,
  evaluations: EVALUATIONS,
  remarques: REMARQUES,
  bilans: BILANS,
  evenements: EVENEMENTS,
  questions: QUESTIONS,
  indicateurs: INDICATEURS,
  collectifs: COLLECTIFS,
  consultations: CONSULTATIONS,
  'resultats-de-consultations': RESULTATS_DE_CONSULTATIONS,
  contributions: CONTRIBUTIONS,
  correspondances: CORRESPONDANCES,
  partenaires: PARTENAIRES,
  soutiens: SOUTIENS,
  'fiches-techniques': FICHES_TECHNIQUES,
  'decisions-nationales': DECISIONS_NATIONALES,
  'comites-de-suivi': COMITES_DE_SUIVI,
  'decisions-de-comites': DECISIONS_DE_COMITES,
};

export const OPEN_RESOURCES: readonly OpenResource[] = RESOURCE_NAMES.map((name) => BY_NAME[name]);

/** What a copy of the day holds. */
export const COPIED_RESOURCES: readonly OpenResource[] = OPEN_RESOURCES.filter(({ isCopied }) => isCopied);

/** Null: there is none of this name. */
export function openResourceNamed(name: string): OpenResource | null {
  return OPEN_RESOURCES.find((resource) => resource.name === name) ?? null;
}
