/**
 * The demonstration: a collective, a list and what they said to each other, in a municipality that does not exist. All of
 * it is invented, and its names say so.
 *
 * Who tries the program reads their mails at /courrier, and so can sign in with these addresses and go on from there.
 */
import type { Position } from '#domain/negotiation/position.ts';

export const COORDINATOR = { email: 'coordination@valbourg.example', name: 'Camille Aubry' } as const;
export const REPRESENTATIVE = { email: 'liste@valbourg.example', name: 'Dominique Sorel' } as const;
export const MEMBERS = [
  { email: 'nour@valbourg.example', name: 'Nour Belkacem' },
  { email: 'yann@valbourg.example', name: 'Yann Le Goff' },
  { email: 'ines@valbourg.example', name: 'Inès Moreau' },
] as const;

export const COLLECTIVE = {
  name: 'Valbourg en transition (exemple)',
  description:
    'Un collectif inventé pour montrer comment un pacte se négocie ici. Valbourg-l’Exemple n’existe pas, ses habitant·es non plus.',
} as const;

export const BY_ELECTION_SOURCE = 'Élection inventée pour la démonstration';

export const LIST = { name: 'Valbourg demain (exemple)', leader: REPRESENTATIVE.name } as const;

export const EDITION = 'pacte-transition-2020';
export const LOCAL_MEASURE = {
  text: 'Ouvrir le toit de l’école du Moulin à une coopérative citoyenne d’énergie solaire.',
  related: [11],
} as const;

/** What the collective asks first, in its order. */
export const PRIORITIES = [7, 15, 28, 5, 12, 18, 2, 22, 29, 30, 11, 26, 4] as const;

const accepted = { stance: { kind: 'accepted' }, wording: null, observation: null } as const;

/** Taken by the list as the charter has it. */
export const TAKEN_AT_ONCE = [
  'm2-1-1',
  'm2-2-1',
  'm4-1-1',
  'm5-1-1',
  'm22-1-1',
  'm28-2-1',
  'm29-1-1',
  'm30-1-1',
] as const;
export const LEVELS_TAKEN = [
  { measure: 15, level: 1 },
  { measure: 15, level: 2 },
  { measure: 28, level: 1 },
] as const;

export const NOT_PROMISED: Position = { stance: { kind: 'refused' }, wording: null, observation: null };

/** What the list says in its own way. */
export const ANSWERS: readonly (readonly [string, Position])[] = [
  ['pA', accepted],
  ['pB', accepted],
  [
    'pC',
    {
      ...accepted,
      observation: 'Nous voulons d’abord relire ensemble ce que ce principe demande aux petites communes.',
    },
  ],
  ['m7-1-1', accepted],
  [
    'm7-2-1',
    {
      stance: { kind: 'accepted' },
      wording:
        'Au moins 75% de bio et (local et/ou équitable) et 2 repas végétariens par semaine, dès le renouvellement du marché de la cantine.',
      observation: 'Le marché de la cantine court encore deux ans.',
    },
  ],
  ['m7-3-1', { stance: { kind: 'refused' }, wording: null, observation: 'Trop tôt pour notre cuisine centrale.' }],
  ['m12-1-1', accepted],
  [
    'm12-2-1',
    {
      stance: { kind: 'accepted' },
      wording:
        'Créer un plan d’action contre la précarité énergétique avec objectif de diviser celle-ci par 3 durant le mandat.',
      observation: null,
    },
  ],
  [
    'm18-1-1',
    {
      stance: { kind: 'delegated', body: 'le syndicat de traitement des déchets', siren: null },
      wording: null,
      observation: null,
    },
  ],
  ['m18-1-2', accepted],
  ['m18-1-3', { stance: { kind: 'excepted' }, wording: null, observation: 'Le tri à la source existe déjà.' }],
  ['m11-1-1', accepted],
];

/** The collective accepts these answers; the others stay in discussion. */
export const AGREED_MEASURES = [2, 4, 5, 15, 22, 28, 29, 30, 11] as const;

export const FIRST_WORDS = 'Voici nos premières réponses. Parlons de la cantine et du principe C mardi, en réunion.';
export const NEXT_WORDS = 'Merci. Pour la cantine, deux ans nous paraissent longs : que peut-on commencer avant ?';
