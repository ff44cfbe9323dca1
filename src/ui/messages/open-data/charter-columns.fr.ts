/** Columns of editions, measures, candidate lists and collectives. */
import { said } from './column-words.ts';
import { EDITION_CODE, MEASURE_NUMBER } from './signed-columns.fr.ts';

export const EDITION_WORDS = {
  charte: said('Charte', 'code de l’édition, tel que dans son adresse'),
  titre: said('Titre', 'titre de l’édition'),
  annee: said('Année', 'élections municipales pour lesquelles elle est écrite'),
  editeur: said('Éditeur', 'qui l’a publiée'),
  principes: said('Principes', 'nombre de principes'),
  mesures: said('Mesures', 'nombre de mesures'),
} as const;

export const MEASURE_WORDS = {
  charte: EDITION_CODE,
  mesure: MEASURE_NUMBER,
  niveau: said('Niveau', 'vide : la mesure entière'),
  mesure_titre: said('Titre de la mesure', 'tel que dans la charte'),
  theme: said('Thème', 'premier regroupement de l’édition ; vide s’il n’y en a pas'),
  texte: said('Texte', 'alinéas du niveau, un par ligne ; vide pour la mesure entière'),
  pactes: said('Pactes', 'dénominateur : pactes signés face à cette édition dans la partie du pays demandée'),
  acceptee: said('Acceptée', 'pactes qui la prennent'),
  en_partie: said('En partie', 'pactes qui la prennent en partie'),
  refusee: said('Refusée', 'pactes qui la refusent'),
  deleguee: said('Déléguée', 'pactes qui la laissent à une autre collectivité'),
  non_precisee: said('Non précisée', 'pactes dont le texte ne le dit pas'),
  inconnue: said('Inconnue', 'pactes dont la réponse a été perdue en route'),
  collectif_evaluees: said(
    'Évaluées, selon le collectif',
    'dénominateur : promesses dont un collectif a dit où elles en sont ; vide pour un niveau, comme les huit suivantes',
  ),
  collectif_tenue: said('Tenue, selon le collectif', 'promesses tenues, d’après sa dernière parole'),
  collectif_tenue_en_partie: said('Tenue en partie, selon le collectif', 'de même'),
  collectif_en_cours: said('En cours, selon le collectif', 'de même'),
  collectif_pas_commencee: said('Pas commencée, selon le collectif', 'de même'),
  collectif_rompue: said('Rompue, selon le collectif', 'de même'),
  collectif_impossible_a_evaluer: said('Impossible à évaluer, selon le collectif', 'de même ; hors de toute part'),
  collectif_hors_competence: said('Hors compétence, selon le collectif', 'de même ; hors de toute part'),
  collectif_avant_mandat: said(
    'Avant le mandat, selon le collectif',
    'faites avant le mandat, comptées dans aucun des sept états',
  ),
  mairie_evaluees: said(
    'Évaluées, selon la mairie ou la liste',
    'dénominateur : promesses dont la mairie, ou la liste si elle ne gouverne pas, a dit où elles en sont ; vide pour un niveau',
  ),
  mairie_tenue: said('Tenue, selon la mairie ou la liste', 'promesses tenues, d’après sa dernière parole'),
  mairie_tenue_en_partie: said('Tenue en partie, selon la mairie ou la liste', 'de même'),
  mairie_en_cours: said('En cours, selon la mairie ou la liste', 'de même'),
  mairie_pas_commencee: said('Pas commencée, selon la mairie ou la liste', 'de même'),
  mairie_rompue: said('Rompue, selon la mairie ou la liste', 'de même'),
  mairie_impossible_a_evaluer: said(
    'Impossible à évaluer, selon la mairie ou la liste',
    'de même ; hors de toute part',
  ),
  mairie_hors_competence: said('Hors compétence, selon la mairie ou la liste', 'de même ; hors de toute part'),
  mairie_avant_mandat: said(
    'Avant le mandat, selon la mairie ou la liste',
    'faites avant le mandat, comptées dans aucun des sept états',
  ),
  compte_le: said('Compté le', 'dernier changement d’un chiffre de cette édition ; vide : rien n’a encore été compté'),
  territoire: said(
    'Territoire',
    'la partie du pays comptée : fr le pays, r- et le code d’une région, d- et celui d’un département',
  ),
  taille: said('Taille', 'les communes comptées, en habitants ; vide : toutes'),
  situation: said('Situation', 'les listes comptées, selon leur situation après l’élection ; vide : toutes'),
} as const;

export const LIST_WORDS = {
  liste: said('Liste', 'numéro de la liste, tel que dans son adresse'),
  election: said('Élection', 'code de l’élection'),
  code_commune: said('Code commune', 'code INSEE de la commune d’aujourd’hui'),
  commune: said('Commune', 'nom de la commune'),
  code_circonscription: said('Code de circonscription', 'secteur, ou commune d’alors ; vide : la commune entière'),
  circonscription: said('Circonscription', 'son nom'),
  nom: said('Nom', 'nom de la liste'),
  nom_abrege: said('Nom abrégé', 'tel que sur le bulletin'),
  nuance: said('Nuance', 'nuance donnée par l’État ; vide si elle n’en a pas'),
  tete_de_liste: said('Tête de liste', 'prénom d’abord'),
  premier_tour_panneau: said('Panneau, premier tour', 'numéro de panneau'),
  premier_tour_voix: said('Voix, premier tour', 'vide : pas comptées, ou pas connues ici'),
  premier_tour_exprimes: said('Exprimés, premier tour', 'dénominateur des voix'),
  second_tour_panneau: said('Panneau, second tour', 'numéro de panneau'),
  second_tour_voix: said('Voix, second tour', 'vide : pas de second tour, ou pas connues ici'),
  second_tour_exprimes: said('Exprimés, second tour', 'dénominateur des voix'),
  retiree_le: said('Retirée le', 'jour du retrait'),
  fusionnee_dans: said('Fusionnée dans', 'numéro de la liste qui l’a accueillie'),
  fusionnee_le: said('Fusionnée le', 'jour de la fusion'),
  sieges: said('Sièges', 'sièges obtenus ; vide : pas connus ici'),
  resultat: said('Résultat', 'majority majorité, opposition, not-elected sans élu'),
  resultat_confirme: said('Résultat confirmé', 'faux : calculé, pas encore confirmé par une personne'),
  pactes: said('Pactes', 'numéros des pactes qu’elle a signés'),
  saisie: said('Saisie', 'import fichier officiel, collective, national-team ou operator'),
  source: said('Source', 'd’où vient la liste'),
} as const;

export const COLLECTIVE_WORDS = {
  collectif: said('Collectif', 'numéro du collectif, tel que dans son adresse'),
  nom: said('Nom', 'nom du collectif'),
  etat: said('État', 'active actif, dormant en sommeil'),
  membres: said('Membres', 'nombre de membres'),
  confirme_le: said('Confirmé le', 'instant de sa confirmation'),
  codes: said('Codes des lieux', 'codes INSEE et SIREN de ses lieux'),
  lieux: said('Lieux', 'noms de ses lieux'),
  departements: said('Départements', 'noms des départements de ses communes'),
} as const;
