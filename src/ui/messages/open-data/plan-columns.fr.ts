/** Columns of plans, actions and figures of indicators. */
import { said } from './column-words.ts';
import { PLACE_WORDS } from './signed-columns.fr.ts';

const AS_WRITTEN = 'tel qu’écrit ; vide si le plan ne le dit pas';

export const PLAN_WORDS = {
  plan: said('Plan', 'numéro du plan, tel que dans son adresse'),
  titre: said('Titre', 'titre du plan'),
  ...PLACE_WORDS,
  conseil_du: said('Conseil du', 'jour du conseil, tel qu’écrit'),
  axes: said('Axes', 'nombre d’axes'),
  actions: said('Actions', 'nombre d’actions publiques'),
  lu_le: said('Lu le', 'instant où le document a été lu, ou le plan fait ici'),
  relu_le: said('Relu le', 'instant de sa relecture par une personne ; vide : pas relu'),
  publie_le: said('Publié le', 'instant de sa publication ici'),
  corrige_le: said('Corrigé le', 'instant de la dernière correction de notre lecture ; vide : jamais corrigée'),
} as const;

export const PLANNED_ACTION_WORDS = {
  plan: said('Plan', 'numéro du plan'),
  rang: said('Rang', 'rang de l’action dans le plan, à partir de 1'),
  numero: said('Numéro', 'numéro de l’action dans son adresse'),
  numero_imprime: said('Numéro imprimé', 'tel que dans le document'),
  titre: said('Titre', 'titre de l’action'),
  axe: said('Axe', 'axe du plan'),
  sous_axe: said('Sous-axe', 'sous-axe du plan'),
  etiquettes: said('Étiquettes', 'mots que le plan lui attache'),
  contexte: said('Contexte', AS_WRITTEN),
  description: said('Description', AS_WRITTEN),
  objectifs: said('Objectifs', AS_WRITTEN),
  pilotes_partenaires: said('Pilotes et partenaires', AS_WRITTEN),
  moyens: said('Moyens', AS_WRITTEN),
  calendrier: said('Calendrier', AS_WRITTEN),
  methode: said('Méthode', AS_WRITTEN),
  indicateurs: said('Indicateurs', AS_WRITTEN),
  montants_ecrits: said('Montants écrits', 'montants, tels qu’écrits'),
  dates_ecrites: said('Dates écrites', 'dates, telles qu’écrites'),
  actions_liees: said('Actions liées', 'numéros des actions que celle-ci nomme'),
  statut: said(
    'Statut',
    'planned à venir, ongoing en cours, done réalisée, paused en pause, abandoned abandonnée, blocked bloquée ; vide : personne ne l’a dit',
  ),
  priorite: said('Priorité', 'high haute, medium moyenne, low basse ; vide : personne ne l’a dit'),
  date_debut: said('Début', 'jour du début ; vide : pas dit'),
  date_fin: said('Fin', 'jour de la fin ; vide : pas dit'),
  degre_participation: said('Participation', 'de none aucune à co-construction ; vide : personne ne l’a dit'),
  nouvelles_le: said('Nouvelles le', 'instant des dernières nouvelles de l’action'),
} as const;

export const PLACED_FIGURE_WORDS = {
  chiffre: said('Chiffre', 'numéro du chiffre'),
  ...PLACE_WORDS,
  indicateur: said('Indicateur', 'numéro de l’indicateur, tel que dans son adresse'),
  titre: said('Titre', 'titre de l’indicateur'),
  unite: said('Unité', 'unité de la valeur'),
  source: said('Source', 'd’où viennent les chiffres'),
  nature: said('Nature', 'result résultat, target objectif'),
  territoire: said('Territoire', 'partie du lieu ; vide : le lieu entier'),
  date: said('Date', 'dernier jour de la période ; vide : objectif sans date'),
  precision: said('Précision', 'day jour, month mois, year année'),
  valeur: said('Valeur', 'la valeur, dans son unité'),
} as const;
