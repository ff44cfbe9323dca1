/**
 * The story of a whole mandate, 2020 to 2026, in a municipality that does not exist: its people and its plan. All of it is invented, and its names say so. What is done with it: ./play-mandate.ts.
 */
import type { ActionStatus, AmountLine } from '#domain/plan/action-sheet.ts';

export const COORDINATOR = { email: 'coordination@rivemont.example', name: 'Maïa Rousselin' } as const;
export const MEMBERS = [
  { email: 'bastien@rivemont.example', name: 'Bastien Orsini' },
  { email: 'leonie@rivemont.example', name: 'Léonie Traoré' },
] as const;
export const AGENT = { email: 'transition@rivemont.example', name: 'Farid Lemoine' } as const;
export const ELECTED = { email: 'elue@rivemont.example', name: 'Claude Vernier' } as const;

export const COLLECTIVE = {
  name: 'Rivemont en transition (exemple)',
  description:
    'Un collectif inventé pour montrer une promesse suivie pendant six ans. Rivemont-l’Exemple n’existe pas, ses habitant·es non plus.',
} as const;
export const LIST = { name: 'Rivemont ensemble (exemple)', leader: ELECTED.name } as const;
export const SOURCE = 'Mandat inventé pour la démonstration';
export const ELECTION = 'municipales-2020';

export const PLAN = {
  title: 'Rivemont 2030, plan de transition (exemple)',
  introduction:
    'Ce plan de Rivemont-l’Exemple (commune fictive) met en œuvre le Pacte pour la Transition, signé en mars 2020 avec le collectif Rivemont en transition.',
  deliberation: '2021-47',
  adoptedOn: '2021-06-24',
} as const;

export const PLAN_NOTES = [
  'Mise à jour de mi-mandat : trois actions terminées, une abandonnée.',
  'Dernière mise à jour du mandat : la piste du Moulin est bloquée, le schéma des achats est adopté.',
] as const;

/** The services, the elected officials and the organisations that the plan names. */
export const DIRECTORY = {
  roads: { kind: 'service', name: 'Voirie et mobilités', email: 'voirie@rivemont.example' },
  canteen: { kind: 'service', name: 'Restauration scolaire', email: 'cantine@rivemont.example' },
  buildings: { kind: 'service', name: 'Bâtiments', email: 'batiments@rivemont.example' },
  citizens: { kind: 'service', name: 'Vie citoyenne', email: 'citoyennete@rivemont.example' },
  purchases: { kind: 'service', name: 'Commande publique', email: 'achats@rivemont.example' },
  vernier: { kind: 'elected', name: ELECTED.name, email: '' },
  sylla: { kind: 'elected', name: 'Aminata Sylla', email: '' },
  amap: { kind: 'organisation', name: 'AMAP du Moulin (exemple)', email: '' },
  region: { kind: 'organisation', name: 'Région (exemple)', email: '' },
} as const;
export type DirectoryKey = keyof typeof DIRECTORY;

export const AXES = [
  'Se déplacer autrement',
  'Mieux manger',
  'Habiter et consommer sobrement',
  'Décider ensemble',
] as const;

export type StoryAction = {
  readonly axis: (typeof AXES)[number];
  readonly title: string;
  readonly description: string;
  readonly lead: DirectoryKey;
  readonly referent: DirectoryKey;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly amounts: readonly AmountLine[];
  /** What it carries out of the pact. */
  readonly items: readonly string[];
  /** Where it stood when the plan was adopted, in 2023 and in 2025. */
  readonly status: readonly [ActionStatus, ActionStatus, ActionStatus];
  readonly blocked?: { readonly why: string; readonly unblocks: string };
};

const spending = (year: number, euros: number, stage: AmountLine['stage'] = 'forecast'): AmountLine => ({
  direction: 'spending',
  stage,
  nature: 'investment',
  year,
  euros,
  words: '',
});

export const ACTIONS: readonly StoryAction[] = [
  {
    axis: 'Se déplacer autrement',
    title: 'Zone 30 dans tout le centre',
    description: 'Limiter à 30 km/h les rues du centre, ouvrir les sens uniques aux vélos, poser 120 arceaux.',
    lead: 'roads',
    referent: 'sylla',
    startsOn: '2021-09-01',
    endsOn: '2022-06-30',
    amounts: [spending(2021, 38000), spending(2022, 41250.5, 'real')],
    items: ['m15'],
    status: ['planned', 'done', 'done'],
  },
  {
    axis: 'Se déplacer autrement',
    title: 'Piste cyclable de la route du Moulin',
    description: 'Deux kilomètres de piste séparée entre le centre et le collège.',
    lead: 'roads',
    referent: 'sylla',
    startsOn: '2022-03-01',
    endsOn: '2024-12-31',
    amounts: [
      spending(2023, 410000),
      { direction: 'receipt', stage: 'forecast', nature: 'investment', year: 2023, euros: 120000, words: '' },
      {
        direction: 'spending',
        stage: 'forecast',
        nature: 'operation',
        year: null,
        euros: null,
        words: '3 000 à 4 000 € d’entretien par an',
      },
    ],
    items: ['m15'],
    status: ['planned', 'ongoing', 'blocked'],
    blocked: {
      why: 'Deux propriétaires n’ont pas encore cédé leur bande de terrain.',
      unblocks: 'La décision du commissaire enquêteur, attendue au printemps 2026.',
    },
  },
  {
    axis: 'Mieux manger',
    title: 'Nouveau marché de la cantine : bio et local',
    description: 'Passer à 60 % de bio, avec deux repas végétariens par semaine.',
    lead: 'canteen',
    referent: 'vernier',
    startsOn: '2022-01-01',
    endsOn: '2022-09-01',
    amounts: [{ direction: 'spending', stage: 'forecast', nature: 'operation', year: 2022, euros: 52000, words: '' }],
    items: ['m7', 'm5'],
    status: ['planned', 'done', 'done'],
  },
  {
    axis: 'Mieux manger',
    title: 'Marché des producteurs du jeudi',
    description: 'Un marché hebdomadaire sur la place, sans droit de place la première année.',
    lead: 'citizens',
    referent: 'vernier',
    startsOn: '2021-05-01',
    endsOn: null,
    amounts: [],
    items: ['m5'],
    status: ['ongoing', 'ongoing', 'done'],
  },
  {
    axis: 'Habiter et consommer sobrement',
    title: 'Guichet de la rénovation',
    description: 'Une permanence par semaine, avec l’espace conseil de l’intercommunalité.',
    lead: 'buildings',
    referent: 'sylla',
    startsOn: '2021-10-01',
    endsOn: '2023-12-31',
    amounts: [{ direction: 'spending', stage: 'forecast', nature: 'operation', year: 2022, euros: 18000, words: '' }],
    items: ['m12'],
    status: ['planned', 'ongoing', 'done'],
  },
  {
    axis: 'Habiter et consommer sobrement',
    title: 'Schéma des achats responsables',
    description: 'Un schéma adopté par le conseil, et une journée de formation par an.',
    lead: 'purchases',
    referent: 'vernier',
    startsOn: '2022-01-01',
    endsOn: '2023-06-30',
    amounts: [],
    items: ['m1'],
    status: ['planned', 'paused', 'done'],
  },
  {
    axis: 'Habiter et consommer sobrement',
    title: 'Haie de l’école du Pré',
    description: 'Planter avec les enfants 300 mètres de haie le long de la départementale.',
    lead: 'citizens',
    referent: 'sylla',
    startsOn: '2022-11-01',
    endsOn: '2023-03-31',
    amounts: [spending(2022, 6400, 'real')],
    items: ['local'],
    status: ['planned', 'done', 'done'],
  },
  {
    axis: 'Décider ensemble',
    title: 'Commission du temps long',
    description: 'Quatorze sièges, à parité entre élu·es et habitant·es ; trois séances par an.',
    lead: 'citizens',
    referent: 'vernier',
    startsOn: '2021-01-01',
    endsOn: '2021-12-31',
    amounts: [],
    items: ['m29', 'pB'],
    status: ['ongoing', 'abandoned', 'abandoned'],
  },
  {
    axis: 'Décider ensemble',
    title: 'Parole des habitant·es en conseil municipal',
    description: 'Vingt minutes au début de chaque séance, et des comptes rendus en ligne sous huit jours.',
    lead: 'citizens',
    referent: 'vernier',
    startsOn: '2020-09-01',
    endsOn: '2030-12-31',
    amounts: [],
    items: ['m28'],
    status: ['ongoing', 'ongoing', 'ongoing'],
  },
  {
    axis: 'Décider ensemble',
    title: 'Rénover la salle des fêtes',
    description: 'Toiture et chauffage : cette action ne vient pas du pacte.',
    lead: 'buildings',
    referent: 'vernier',
    startsOn: '2023-01-01',
    endsOn: '2024-06-30',
    amounts: [spending(2023, 240000), spending(2024, 262300, 'real')],
    items: [],
    status: ['planned', 'ongoing', 'done'],
  },
];

/** A figure that the plan follows, year by year. */
export const INDICATOR = {
  words: {
    title: 'Part de bio à la cantine',
    unit: '%',
    source: 'Factures du service de restauration scolaire',
    description: 'En valeur d’achat, sur l’année civile.',
    goal: 'at-least',
  },
  day: '2025-10-06',
  action: 'Nouveau marché de la cantine : bio et local',
  item: 'm7',
  pasted: 'Année\tRésultat\tObjectif\n2020\t18\t\n2021\t24\t\n2022\t38\t40\n2023\t52\t50\n2024\t61\t60\n2025\t\t60',
} as const;

export const EDITION = 'pacte-transition-2020';
