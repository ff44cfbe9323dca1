/**
 * The story of a whole mandate, 2020 to 2026, in a municipality that does not exist: its people, its plan and what each
 * voice said. All of it is invented, and its names say so. What is done with it: ./play-mandate.ts.
 */
import type { ActionStatus, AmountLine } from '#domain/plan/action-sheet.ts';
import type { AssessmentStatus } from '#domain/follow-up/assessment.ts';
import type { EvidenceItem } from '#domain/follow-up/evidence.ts';

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
    'Le conseil municipal de Rivemont-l’Exemple (commune fictive) est invité à adopter ce plan, qui met en œuvre le Pacte pour la Transition signé en mars 2020 avec le collectif Rivemont en transition.',
  deliberation: 'Délibération 2021-47 du conseil municipal',
  adoptedOn: '2021-06-24',
} as const;

export const PLAN_NOTES = [
  'Mise à jour de mi-mandat : trois actions terminées, une abandonnée.',
  'Dernière mise à jour du mandat : la piste du Moulin est bloquée, le schéma des achats est adopté.',
] as const;

/** The services, the elected officials and the organisations that the plan names. */
export const DIRECTORY = {
  roads: { kind: 'service', name: 'Voirie et mobilités' },
  canteen: { kind: 'service', name: 'Restauration scolaire' },
  buildings: { kind: 'service', name: 'Bâtiments' },
  citizens: { kind: 'service', name: 'Vie citoyenne' },
  purchases: { kind: 'service', name: 'Commande publique' },
  vernier: { kind: 'elected', name: ELECTED.name },
  sylla: { kind: 'elected', name: 'Aminata Sylla' },
  amap: { kind: 'organisation', name: 'AMAP du Moulin (exemple)' },
  region: { kind: 'organisation', name: 'Région (exemple)' },
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
    endsOn: null,
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

export type Said = {
  readonly item: string;
  readonly status: AssessmentStatus;
  readonly levels?: readonly { readonly level: number; readonly status: AssessmentStatus }[];
  readonly beforeMandate?: true;
  readonly sentence: string;
  readonly evidence?: readonly EvidenceItem[];
};

const council = (decidedOn: string, reference: string, quotation: string): EvidenceItem => ({
  kind: 'deliberation',
  decidedOn,
  reference,
  where: { kind: 'none' },
  page: 1,
  quotation,
});

const figure = (value: number, unit: string, label: string, source: string, on: string): EvidenceItem => ({
  kind: 'figure',
  value,
  unit,
  label,
  source,
  on,
});

const level = (number: number, status: AssessmentStatus) => ({ level: number, status });

/** The collective, half-way. What is not there was not looked at, and the review says so. */
export const MID_TERM: readonly Said[] = [
  {
    item: 'pA',
    status: 'underway',
    sentence: 'Deux formations des agent·es en 2022 ; aucune pour les élu·es à ce jour.',
  },
  {
    item: 'pB',
    status: 'broken',
    sentence: 'La commission promise s’est réunie une fois, puis a été dissoute sans débat.',
    evidence: [council('2022-02-10', 'Délibération 2022-09', 'Le conseil met fin à la commission extra-municipale.')],
  },
  {
    item: 'm1',
    status: 'not-started',
    levels: [level(1, 'not-started'), level(2, 'not-started')],
    sentence: 'Aucun schéma n’est passé en conseil. La mairie annonce un report à 2024.',
  },
  {
    item: 'm5',
    status: 'kept',
    levels: [level(1, 'kept')],
    sentence: 'Le marché du jeudi réunit dix producteurs depuis mai 2021.',
  },
  {
    item: 'm7',
    status: 'partly-kept',
    levels: [level(1, 'kept'), level(2, 'underway')],
    sentence:
      'Les menus de mars à mai montrent 52 % de bio et un repas végétarien par semaine : le niveau 1 est atteint, pas le niveau 2.',
    evidence: [figure(52, '%', 'part de bio servie', 'Menus de la cantine, mars à mai 2023', '2023-05-31')],
  },
  {
    item: 'm12',
    status: 'underway',
    levels: [level(1, 'underway'), level(2, 'not-started')],
    sentence: 'Le guichet ouvre un samedi par mois. Aucun plan contre la précarité énergétique n’a été présenté.',
  },
  {
    item: 'm15',
    status: 'partly-kept',
    levels: [level(1, 'kept'), level(2, 'underway'), level(3, 'not-started')],
    sentence:
      'Le centre est à 30 km/h et les doubles sens cyclables sont ouverts. La piste du Moulin attend ses travaux.',
  },
  {
    item: 'm22',
    status: 'kept',
    levels: [level(1, 'kept')],
    beforeMandate: true,
    sentence: 'Le dernier contrat de mobilier publicitaire avait pris fin en 2018 : fait avant le mandat.',
  },
  {
    item: 'm28',
    status: 'partly-kept',
    levels: [level(1, 'kept'), level(2, 'not-started')],
    sentence: 'La parole est donnée en conseil depuis septembre 2020. Aucun dispositif de co-construction.',
  },
  {
    item: 'm29',
    status: 'broken',
    levels: [level(1, 'broken')],
    sentence: 'La commission du temps long a été dissoute en février 2022.',
    evidence: [council('2022-02-10', 'Délibération 2022-09', 'Le conseil met fin à la commission extra-municipale.')],
  },
  {
    item: 'm18',
    status: 'not-competent',
    sentence: 'La collecte dépend du syndicat de traitement des déchets, pas de la commune.',
  },
  { item: 'local', status: 'kept', sentence: 'La haie a été plantée en décembre 2022 avec les classes de CM1.' },
];

/** What the town hall answered after the mid-term review. */
export const REPLIES: readonly Said[] = [
  {
    item: 'm7',
    status: 'kept',
    levels: [level(1, 'kept'), level(2, 'kept')],
    sentence:
      'Le marché signé en septembre 2022 prévoit bien 60 % de bio et deux repas végétariens ; le second repas est servi depuis la rentrée.',
    evidence: [
      {
        kind: 'document',
        title: 'Marché de restauration scolaire, cahier des charges',
        where: { kind: 'none' },
        page: 12,
        quotation: 'Deux déjeuners par semaine ne comportent ni viande ni poisson.',
      },
    ],
  },
  {
    item: 'm29',
    status: 'partly-kept',
    levels: [level(1, 'partly-kept')],
    sentence:
      'La commission s’est tenue en 2021 ; faute de candidatures, elle est remplacée par le comité de suivi du pacte.',
  },
  {
    item: 'm15',
    status: 'partly-kept',
    levels: [level(1, 'kept'), level(2, 'underway'), level(3, 'not-started')],
    sentence: 'Nous partageons ce constat. Les travaux de la piste commencent en mars 2024.',
  },
  {
    item: 'm1',
    status: 'underway',
    levels: [level(1, 'underway'), level(2, 'not-started')],
    sentence: 'Le schéma est en rédaction ; il sera présenté au conseil en 2024.',
  },
];

/** The collective, at the end of the mandate. */
export const FINAL: readonly Said[] = [
  { item: 'pA', status: 'partly-kept', sentence: 'Cinq formations des agent·es, une journée pour les élu·es en 2024.' },
  {
    item: 'pB',
    status: 'partly-kept',
    sentence: 'Le comité de suivi s’est réuni sept fois ; les grands projets n’y sont pas tous passés.',
  },
  {
    item: 'pC',
    status: 'cannot-assess',
    sentence: 'Aucun document ne dit comment le long terme a pesé dans les choix.',
  },
  {
    item: 'm1',
    status: 'kept',
    levels: [level(1, 'kept'), level(2, 'kept')],
    sentence: 'Schéma adopté le 12 mars 2024 ; formations en 2024 et 2025.',
    evidence: [council('2024-03-12', 'Délibération 2024-18', 'Adopte le schéma des achats responsables.')],
  },
  { item: 'm5', status: 'kept', levels: [level(1, 'kept')], sentence: 'Le marché compte quatorze producteurs.' },
  {
    item: 'm7',
    status: 'kept',
    levels: [level(1, 'kept'), level(2, 'kept')],
    sentence: 'Menus de l’année 2025 : 63 % de bio, deux repas végétariens par semaine.',
    evidence: [figure(63, '%', 'part de bio servie', 'Menus de la cantine, année 2025', '2025-10-31')],
  },
  {
    item: 'm10',
    status: 'underway',
    levels: [level(1, 'underway')],
    sentence: 'Deux récupérateurs d’eau posés sur quatre bâtiments prévus.',
  },
  {
    item: 'm12',
    status: 'partly-kept',
    levels: [level(1, 'kept'), level(2, 'broken')],
    sentence: 'Le guichet reçoit chaque semaine. Le plan contre la précarité énergétique n’a jamais été écrit.',
  },
  {
    item: 'm15',
    status: 'partly-kept',
    levels: [level(1, 'kept'), level(2, 'partly-kept'), level(3, 'not-started')],
    sentence:
      'La zone apaisée existe ; 600 mètres de piste sur 2 000 sont faits, le reste est bloqué par des terrains.',
    evidence: [figure(600, 'm', 'piste cyclable ouverte', 'Relevé sur place du collectif', '2025-11-08')],
  },
  {
    item: 'm22',
    status: 'kept',
    levels: [level(1, 'kept')],
    beforeMandate: true,
    sentence: 'Toujours exact : fait avant le mandat, et rien n’est revenu.',
  },
  {
    item: 'm25',
    status: 'kept',
    levels: [level(1, 'kept')],
    sentence: 'Huit postes et une animatrice à la médiathèque depuis 2024.',
  },
  {
    item: 'm28',
    status: 'partly-kept',
    levels: [level(1, 'kept'), level(2, 'underway')],
    sentence: 'Un budget participatif a été essayé en 2025, sur 20 000 €.',
  },
  {
    item: 'm29',
    status: 'broken',
    levels: [level(1, 'broken')],
    sentence: 'Rien n’a remplacé la commission du temps long.',
  },
  { item: 'm18', status: 'not-competent', sentence: 'Toujours au syndicat, qui n’a pas répondu à nos deux lettres.' },
  {
    item: 'm31',
    status: 'kept',
    levels: [level(1, 'kept')],
    sentence: 'La maison des associations est ouverte, gratuite, sur réservation.',
  },
  { item: 'local', status: 'kept', sentence: 'La haie a bien repris ; 40 plants ont été remplacés.' },
];

export const FINAL_REPLIES: readonly Said[] = [
  {
    item: 'm15',
    status: 'partly-kept',
    levels: [level(1, 'kept'), level(2, 'kept'), level(3, 'underway')],
    sentence: 'La zone apaisée et les axes structurants du centre répondent au niveau 2 ; la piste continue.',
  },
  {
    item: 'm12',
    status: 'partly-kept',
    levels: [level(1, 'kept'), level(2, 'underway')],
    sentence: 'Le plan n’est pas écrit, mais 38 ménages ont été accompagnés.',
    evidence: [figure(38, 'ménages', 'accompagnés par le guichet', 'Rapport annuel du guichet', '2025-12-31')],
  },
];

export const MID_TERM_WORDS =
  'À mi-mandat, nous avons regardé douze promesses sur seize, à quatre, en deux soirées. Chaque constat dit ce que nous avons vu, et où.';
export const REPLY_WORDS =
  'La municipalité remercie le collectif. Elle partage la plupart de ces constats et répond promesse par promesse.';
export const FINAL_WORDS =
  'Dernier bilan du mandat : toutes les promesses ont été regardées. La mairie nous a ouvert ses dossiers sur les achats et la cantine.';
export const FINAL_REPLY_WORDS =
  'Six ans de travail sont ici résumés avec exactitude, à deux nuances près, que nous disons en face.';

export const COMMITTEE_WORDS =
  'Après le bilan de mi-mandat, nous proposons de nous retrouver deux fois par an pour regarder ensemble ce qui avance.';
export const MEETING_PLACE = 'Salle du conseil, mairie de Rivemont-l’Exemple';
export const COMMITTEE_MEMBERS = [
  { by: 'collective', quality: 'collective', name: 'Bastien Orsini', organisation: '' },
  { by: 'town-hall', quality: 'elected', name: 'Aminata Sylla', organisation: '' },
  { by: 'town-hall', quality: 'agent', name: 'Farid Lemoine', organisation: '' },
  { by: 'collective', quality: 'association', name: 'Odile Marchetti', organisation: 'AMAP du Moulin (exemple)' },
] as const;

export const MEETINGS = [
  {
    day: '2023-11-16',
    present: 'Le collectif (3), la mairie (2), l’AMAP du Moulin.',
    text: 'Première séance. La piste du Moulin et la cantine sont regardées ensemble, les menus à l’appui.',
    decisions: [
      {
        words: 'Les menus seront publiés chaque mois.',
        items: ['m7'],
        who: 'Restauration scolaire',
        dueOn: '2024-01-31',
      },
      {
        words: 'Un point sur les terrains de la piste à chaque séance.',
        items: ['m15'],
        who: 'Voirie et mobilités',
        dueOn: null,
      },
    ],
  },
  {
    day: '2025-03-20',
    present: 'Le collectif (4), la mairie (3), deux habitant·es.',
    text: 'La commission du temps long ne reviendra pas avant les élections. Le collectif maintient que la promesse est rompue.',
    decisions: [
      {
        words: 'Le désaccord sur la mesure 29 est écrit tel quel dans le bilan.',
        items: ['m29'],
        who: '',
        dueOn: null,
      },
    ],
  },
] as const;

export const EDITION = 'pacte-transition-2020';

export const EVENTS = [
  {
    day: '2020-10-08',
    by: 'collective',
    title: 'Première rencontre après l’élection',
    words: 'La municipalité confirme les seize promesses et annonce un plan d’action pour 2021.',
    who: 'Claude Vernier, Aminata Sylla, le collectif',
    items: [],
  },
  {
    day: '2022-12-03',
    by: 'town-hall',
    title: 'Plantation de la haie de l’école du Pré',
    words: 'Deux classes, des parents et les services ont planté 300 mètres de haie.',
    who: 'Aminata Sylla, les classes de CM1',
    items: [],
  },
] as const;

export const LETTERS = [
  {
    addressee: 'Madame la maire',
    subject: 'La commission du temps long',
    opening:
      'Le pacte que vous avez signé promet une commission extra-municipale du temps long. Elle ne s’est réunie qu’une fois.',
    closing: 'Nous vous remercions de votre réponse, que nous publierons à côté de cette lettre.',
    signedBy: 'Maïa Rousselin, pour le collectif',
    question: { words: 'Quand la commission du temps long se réunira-t-elle de nouveau ?', item: 'm29' },
    sentOn: '2022-03-07',
    reply: {
      day: '2022-04-19',
      title: 'Réponse de la mairie sur la commission du temps long',
      words: 'Faute de candidatures, la commission n’est pas reconduite. Une autre forme sera proposée.',
      who: 'Claude Vernier',
      items: ['m29'],
    },
  },
  {
    addressee: 'Madame la maire',
    subject: 'Le plan contre la précarité énergétique',
    opening:
      'La mesure 12, niveau 2, promet un plan d’action contre la précarité énergétique. Nous n’en trouvons pas trace.',
    closing: 'Nous vous remercions de nous dire où il en est.',
    signedBy: 'Maïa Rousselin, pour le collectif',
    question: { words: 'Qui écrit le plan contre la précarité énergétique, et pour quand ?', item: 'm12' },
    sentOn: '2024-11-12',
    reply: null,
  },
] as const;
