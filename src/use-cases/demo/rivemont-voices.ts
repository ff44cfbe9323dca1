/** What the collective and the town hall of the invented mandate say of each promise, in 2023 and at its end. */
import type { AssessmentStatus } from '#domain/follow-up/assessment.ts';
import type { EvidenceItem } from '#domain/follow-up/evidence.ts';

export type Said = {
  readonly item: string;
  readonly status: AssessmentStatus;
  readonly levels?: readonly { readonly level: number; readonly status: AssessmentStatus }[];
  readonly beforeMandate?: true;
  readonly sentence: string;
  readonly evidence?: readonly EvidenceItem[];
  /** Shown with it: the one picture of the story. */
  readonly photo?: { readonly caption: string; readonly takenOn: string };
};

export const PHOTO_SOURCE = 'Image inventée pour la démonstration';

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
    sentence: 'Le comité de suivi s’est réuni deux fois ; les grands projets n’y sont pas tous passés.',
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
    evidence: [
      {
        kind: 'link',
        title: 'Les horaires de l’espace numérique, sur le site de la médiathèque (adresse inventée)',
        url: 'https://mediatheque.rivemont.example/numerique',
        seenOn: '2025-11-08',
      },
    ],
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
  { item: 'm18', status: 'not-competent', sentence: 'La collecte dépend toujours du syndicat, pas de la commune.' },
  {
    item: 'm31',
    status: 'kept',
    levels: [level(1, 'kept')],
    sentence: 'La maison des associations est ouverte, gratuite, sur réservation.',
  },
  {
    item: 'local',
    status: 'kept',
    sentence: 'La haie a bien repris ; 40 plants ont été remplacés.',
    photo: { caption: 'La haie le long de la départementale, devant l’école du Pré', takenOn: '2025-10-26' },
  },
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

/** What somebody who is neither of the two voices adds beside them, signed. */
export const REMARK = {
  by: { email: 'odile@rivemont.example', name: 'Odile Marchetti' },
  item: 'm7',
  day: '2025-12-09',
  name: 'Odile Marchetti',
  quality: 'AMAP du Moulin (exemple), fournisseuse de la cantine',
  sentence: 'Nous livrons la cantine chaque semaine depuis 2023. Les légumes viennent de moins de trente kilomètres.',
} as const;
