/** Columns of assessments, reviews and events. */
import { said } from './column-words.ts';
import { EDITION_CODE, PLACE_WORDS, SIGNED_WORDS } from './signed-columns.fr.ts';

const STATUS_CODES =
  'not-started pas commencé, underway en cours, partly-kept tenu en partie, kept tenu, broken rompu, cannot-assess impossible à évaluer, not-competent hors compétence';
const PROMISE = 'm15 la mesure 15, pA le principe A, l12 l’engagement local 12';
const METHOD = said('Méthode', 'version de la méthode publique qui dit le sens de chaque état');

export const ASSESSMENT_WORDS = {
  evaluation: said('Évaluation', 'numéro de l’évaluation'),
  lieu: said('Code du lieu', 'code INSEE ou SIREN'),
  lieu_nom: said('Lieu', 'nom de la commune ou de l’intercommunalité'),
  pacte: SIGNED_WORDS.pacte,
  liste: SIGNED_WORDS.liste,
  charte: EDITION_CODE,
  engagement: said('Engagement', PROMISE),
  mesure: said('Mesure', 'numéro de la mesure ; vide pour un principe ou un engagement local'),
  voix: said('Voix', 'collective le collectif, town-hall la mairie ou la liste'),
  par: said('Par', 'nom du collectif, de la liste ou du lieu, ce jour-là'),
  role: said('Rôle', 'rôle de la personne qui l’a dit ; jamais son nom'),
  rang: said('Rang', '1 pour la première parole de cette voix sur cet engagement'),
  derniere: said('Dernière', 'vrai : la parole en cours de cette voix'),
  etat: said('État', STATUS_CODES),
  avant_mandat: said('Avant le mandat', 'vrai : fait avant le mandat, compté dans aucune part'),
  etats_par_niveau: said('États par niveau', '« 1:kept 2:underway » : niveau et état'),
  constat: said('Constat', 'ce qui est constaté, dans ses mots'),
  preuves: said('Preuves', 'chaque preuve et où elle s’ouvre'),
  constate_le: said('Constaté le', 'jour dont elle parle'),
  toujours_exact_le: said('Toujours exact le', 'dernier jour où la même voix l’a redit ; vide : jamais'),
  publie: said('Publié le', 'instant de la publication'),
  repond_a: said('Répond à', 'numéro de l’évaluation à laquelle elle répond'),
  bilan: said('Bilan', 'numéro du bilan dont elle fait partie'),
  methode: METHOD,
} as const;

export const REVIEW_WORDS = {
  bilan: said('Bilan', 'numéro du bilan, tel que dans son adresse'),
  numero: said('Numéro', 'rang parmi les bilans du pacte'),
  occasion: said('Occasion', 'yearly annuel, mid-term mi-mandat, end-of-term fin de mandat, other autre'),
  publie_le: said('Publié le', 'jour de la publication, au lieu dont il parle'),
  commune: said('Code du lieu', 'code INSEE ou SIREN'),
  commune_nom: said('Lieu', 'nom de la commune ou de l’intercommunalité'),
  pacte: SIGNED_WORDS.pacte,
  liste: SIGNED_WORDS.liste,
  collectif: said('Collectif', 'numéro du collectif'),
  collectif_nom: said('Nom du collectif', 'son nom à la publication'),
  methode: METHOD,
  signes: said('Signés', 'engagements pris, au moins en partie'),
  examines: said('Examinés', 'ceux dont le bilan dit quelque chose'),
  non_examines: said('Non examinés', 'les autres'),
  denominateur: said('Dénominateur', 'signés, moins faits avant, impossibles à évaluer et hors compétence'),
  tenus: said('Tenus', 'engagements tenus'),
  tenus_en_partie: said('Tenus en partie', 'engagements tenus en partie'),
  en_cours: said('En cours', 'engagements en cours'),
  pas_commences: said('Pas commencés', 'engagements pas commencés'),
  rompus: said('Rompus', 'engagements rompus'),
  impossibles_a_evaluer: said('Impossibles à évaluer', 'hors du dénominateur'),
  hors_competence: said('Hors compétence', 'hors du dénominateur'),
  avant_mandat: said('Avant le mandat', 'faits avant le mandat, hors du dénominateur'),
  mesures_promises: said('Mesures promises', 'mesures prises, au moins en partie'),
  mesures_proposees: said('Mesures proposées', 'mesures de l’édition'),
  reponses: said('Réponses', 'réponses de l’autre côté au bilan entier'),
  sha256: said('SHA-256', 'empreinte du bilan tel que figé'),
} as const;

export const EVENT_WORDS = {
  ...PLACE_WORDS,
  evenement: said('Événement', 'numéro ; pour une séance du comité, numéros du comité et de la séance'),
  jour: said('Jour', 'jour où cela s’est passé'),
  nature: said('Nature', 'reunion, lettre, reponse, seance'),
  raconte_par: said('Raconté par', 'collectif, mairie, liste, comite'),
  liste: said('Liste', 'nom de la liste qui le raconte'),
  titre: said('Titre', 'titre du récit'),
  avec: said('Avec', 'élus, services, associations ; jamais un particulier'),
  texte: said('Texte', 'le récit ; vide s’il a été retiré'),
  engagements: said('Engagements', `engagements dont il parle : ${PROMISE}`),
  reponse: said('Réponse', 'd’une lettre : oui, attendue, ou silence'),
  reponse_le: said('Réponse le', 'jour de la réponse'),
  jours: said('Jours', 'jours jusqu’à la réponse, ou d’attente le jour de la demande'),
  repond_a: said('Répond à', 'numéro de la lettre à laquelle il répond'),
  retire_le: said('Retiré le', 'instant du retrait ; vide : jamais retiré'),
} as const;
