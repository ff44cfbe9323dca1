/** What open data is about, as its addresses and files name it (`/api/v1/pactes`, `pactes.csv`). Names never change. */
export const RESOURCE_NAMES = [
  'communes',
  'intercommunalites',
  'chartes',
  'mesures',
  'listes',
  'pactes',
  'engagements',
  'alineas',
  'principes',
  'engagements-locaux',
  'plans',
  'actions',
  'evaluations',
  'bilans',
  'evenements',
  'indicateurs',
  'collectifs',
  'consultations',
  'contributions',
  'correspondances',
  'partenaires',
  'soutiens',
  'fiches-techniques',
  'decisions-nationales',
] as const;

export type ResourceName = (typeof RESOURCE_NAMES)[number];
