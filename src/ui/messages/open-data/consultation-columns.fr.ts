/** Columns of consultations, of what people wrote in them, and of correspondences between charters. */
import { said } from './column-words.ts';

export const CONSULTATION_WORDS = {
  consultation: said('Consultation', 'numéro de la consultation, tel que dans son adresse'),
  titre: said('Titre', 'titre de la consultation'),
  question: said('Question', 'ce qui est demandé ; vide : rien de plus que le titre'),
  ouvre_le: said('Ouvre le', 'premier jour, à Paris'),
  ferme_le: said('Ferme le', 'dernier jour, à Paris'),
  etat: said(
    'État',
    'consultation-planned annoncée, consultation-open ouverte, consultation-closed fermée, consultation-counted décomptée, consultation-cancelled annulée',
  ),
  annoncee_le: said('Annoncée le', 'instant de l’annonce'),
  annulee_le: said('Annulée le', 'vide : elle ne l’est pas'),
  raison_annulation: said('Raison de l’annulation', 'vide : elle n’est pas annulée'),
  collectif: said('Collectif', 'numéro du collectif dont c’est l’édition locale ; vide : une édition nationale'),
  charte: said('Charte', 'édition publiée depuis, à la suite de cette consultation ; vide : pas encore'),
  participations: said('Participations', 'adresses confirmées, celles qui ont été retirées mises à part'),
  commentaires: said('Commentaires', 'montrés aujourd’hui'),
  amendements: said('Amendements', 'montrés aujourd’hui'),
  nouvelles_mesures: said('Nouvelles mesures', 'proposées et montrées aujourd’hui'),
  repondues: said('Répondues', 'parmi les amendements et les nouvelles mesures, qui en sont le dénominateur'),
  votes: said('Votes', 'bulletins comptés ; vide : rien n’en est dit avant le décompte'),
  comptee_le: said('Comptée le', 'instant du décompte ; vide : pas encore'),
  empreinte_decompte: said('Empreinte du décompte', 'SHA-256 du décompte publié ; vide : pas encore'),
} as const;

export const CONTRIBUTION_WORDS = {
  contribution: said('Contribution', 'numéro de la contribution, tel que dans son adresse'),
  nature: said('Nature', 'comment commentaire, amendment amendement, new-measure nouvelle mesure'),
  mesure_projet: said(
    'Mesure du projet',
    'numéro, dans le projet soumis, de la mesure ou de la partie de l’en-tête ; vide : une mesure qui manque',
  ),
  mesure: said('Mesure', 'son numéro pour qui lit ; vide : elle n’en a pas'),
  mesure_titre: said(
    'Titre de la mesure',
    'à l’annonce de la consultation ; celui qu’elle avait, si le projet la retire',
  ),
  partie: said(
    'Partie',
    'partie de l’en-tête dont il s’agit : preamble, principle-A, rules (minimum et principes), themes-… ; vide : une mesure',
  ),
  endroit: said(
    'Endroit',
    'partie qu’un amendement dit autrement : title, introduction, l2.3 (alinéa 3 du niveau 2), text, p2 (paragraphe 2)',
  ),
  texte_avant: said('Texte avant', 'mots que l’amendement change'),
  titre: said('Titre', 'titre de la mesure proposée'),
  texte: said('Texte', 'ce qui est dit, ou les mots proposés ; vide : masqué ou retiré'),
  raison: said('Raison', 'pourquoi'),
  signature: said('Signature', 'telle que la personne a signé ; vide : sans signature'),
  ecrite_le: said('Écrite le', 'instant'),
  etat: said('État', 'shown montrée, withdrawn retirée par qui l’a écrite, hidden masquée par la modération'),
  raison_masquee: said('Raison du masquage', 'vide : elle n’est pas masquée'),
  reponse: said('Réponse', 'taken retenue, partly retenue en partie, not non retenue ; vide : pas encore'),
  texte_reponse: said('Texte de la réponse', 'vide : pas encore'),
  mesure_changee: said('Mesure changée', 'numéro, dans le projet, de la mesure qu’elle a changée'),
  repondue_le: said('Répondue le', 'instant ; vide : pas encore'),
  reponses_precedentes: said(
    'Réponses précédentes',
    'celles qu’une autre a remplacées, une par ligne : instant, instant du remplacement, taken, partly ou not, mots',
  ),
  consultation: said('Consultation', 'numéro de la consultation'),
} as const;

export const CROSSWALK_WORDS = {
  correspondance: said('Correspondance', 'code de la correspondance, tel que dans son adresse ici'),
  charte: said('Charte', 'édition de la première promesse'),
  promesse: said('Promesse', 'm15 pour la mesure 15, pA pour le principe A'),
  titre: said('Titre', 'son titre'),
  relation: said(
    'Relation',
    'ce que la seconde est à la première : same la même, wider plus large, narrower plus étroite, overlaps se recoupent, became ce qu’elle est devenue, contributes objectif qu’elle sert, local-version ce qu’un collectif en a fait dans sa charte locale, qu’il dit seul (API seulement)',
  ),
  autre_charte: said('Autre charte', 'édition de la seconde promesse ; vide : un objectif'),
  autre_promesse: said('Autre promesse', 'écrite de même ; vide : un objectif'),
  objectif: said('Objectif', 'numéro de l’objectif de développement durable, de 1 à 17 ; vide : une promesse'),
  autre_titre: said('Autre titre', 'titre de la seconde promesse, nom de l’objectif'),
  motif: said('Motif', 'pourquoi, dans les mots de qui l’a confirmée ; vide : pas dit'),
  confirmee_le: said('Confirmée le', 'confirmée par une personne, ou jour où l’édition a été publiée'),
} as const;
