/** Columns of partner organisations, of what they support and write, and of what national committees decided. */
import { said } from './column-words.ts';

export const ORGANISATION_WORDS = {
  organisation: said('Organisation', 'numéro de l’organisation, tel que dans son adresse'),
  nom: said('Nom', 'son nom d’aujourd’hui'),
  site: said('Site', 'adresse de son site'),
  activite: said('Activité', 'ce qu’elle fait, dans ses mots'),
  etat: said('État', 'partner-accepted acceptée, partner-refused refusée, partner-ended partie, ou priée de partir'),
  demandee_le: said('Demandée le', 'instant de sa demande'),
  decidee_le: said('Décidée le', 'instant de la décision du comité'),
  voix_pour: said('Voix pour', 'nombre'),
  voix_contre: said('Voix contre', 'nombre'),
  voix_requises: said('Voix requises', 'voix d’un côté qui décidaient, par la règle de ce jour-là'),
  terminee_le: said('Terminée le', 'fin du partenariat ; vide : il dure'),
  motif_de_fin: said('Motif de fin', 'vide : il dure'),
} as const;

export const ENDORSEMENT_WORDS = {
  soutien: said('Soutien', 'numéro du soutien'),
  organisation: said('Organisation', 'numéro de l’organisation'),
  nom: said('Nom', 'son nom d’aujourd’hui'),
  charte: said('Charte', 'édition soutenue'),
  mesure: said('Mesure', 'mesure soutenue ; vide : l’édition entière'),
  soutenu_le: said('Soutenu le', 'depuis quand'),
  retire_le: said('Retiré le', 'vide : il tient'),
  motif_de_retrait: said('Motif de retrait', 'vide : il tient'),
} as const;

const PART = 'vide : la fiche n’en dit rien, ou est retirée';

export const SHEET_TABLE_WORDS = {
  fiche: said('Fiche', 'numéro de la fiche technique, tel que dans son adresse'),
  charte: said('Charte', 'édition de la mesure pour laquelle elle fut écrite'),
  mesure: said('Mesure', 'numéro de cette mesure'),
  titre: said('Titre', 'vide : la fiche est retirée'),
  organisation: said('Organisation', 'numéro de l’organisation qui l’a écrite ; vide : l’équipe nationale'),
  nom: said('Nom', 'nom de l’organisation aujourd’hui ; vide : l’équipe nationale'),
  quoi: said('Quoi', PART),
  pourquoi: said('Pourquoi', PART),
  comment: said('Comment', PART),
  couts: said('Coûts', PART),
  droit: said('Droit', `références, avec leurs dates ; ${PART}`),
  exemples: said('Exemples', PART),
  liens: said('Liens', PART),
  licence: said('Licence', 'celle des mots de la fiche, qui sont à qui l’a écrite ; all-rights-reserved : aucune'),
  version: said('Version', 'rang de la version qui est montrée, depuis 1'),
  ecrite_le: said('Écrite le', 'instant de la première version'),
  version_du: said('Version du', 'instant de la version montrée ; vide : la fiche est retirée'),
  reprise_de: said('Reprise de', 'numéro de la fiche d’une édition précédente dont elle vient ; vide : aucune'),
  retiree_le: said('Retirée le', 'vide : elle tient'),
  motif_de_retrait: said('Motif de retrait', 'vide : elle tient'),
} as const;

export const NATIONAL_DECISION_WORDS = {
  decision: said('Décision', 'numéro de la décision'),
  comite: said('Comité', 'steering comité de pilotage, monitoring comité de suivi'),
  decidee_le: said('Décidée le', 'jour'),
  quoi: said('Quoi', 'ce qui fut décidé'),
  pourquoi: said('Pourquoi', 'vide : pas dit'),
  documents: said('Documents', 'nom et adresse de chacun, un par ligne'),
  version: said(
    'Version',
    'rang de ce qui en est dit, depuis 1 : une correction garde ce qui était dit avant, sur sa page',
  ),
  version_du: said('Version du', 'instant où cela fut écrit ainsi'),
} as const;
