/** Columns of follow-up committees and of their decisions. */
import { said } from './column-words.ts';
import { PLACE_WORDS } from './signed-columns.fr.ts';

export const COMMITTEE_WORDS = {
  comite_de_suivi: said('Comité de suivi', 'numéro du comité'),
  ...PLACE_WORDS,
  collectif: said('Collectif', 'numéro du collectif qui y siège'),
  propose_par: said('Proposé par', 'collective le collectif, town-hall la mairie'),
  accepte_le: said('Accepté le', 'instant où l’autre côté l’a accepté'),
  clos_le: said('Clos le', 'vide : il siège'),
  clos_par: said('Clos par', 'collective le collectif, town-hall la mairie ; vide : il siège'),
  motif_de_cloture: said('Motif de clôture', 'vide : il siège'),
  seances: said('Séances', 'nombre de séances convoquées, sans les annulées'),
  comptes_rendus: said('Comptes rendus', 'nombre de ceux que les deux côtés ont acceptés'),
  decisions: said('Décisions', 'nombre de décisions de ces comptes rendus'),
} as const;

export const COMMITTEE_DECISION_WORDS = {
  decision: said('Décision', 'numéro de la décision'),
  comite_de_suivi: said('Comité de suivi', 'numéro du comité'),
  ...PLACE_WORDS,
  seance: said('Séance', 'numéro de la séance dans son comité, depuis 1'),
  decidee_le: said('Décidée le', 'jour de la séance, là-bas'),
  quoi: said('Quoi', 'ce qui fut décidé, dans les mots du compte rendu que les deux côtés ont accepté'),
  charte: said('Charte', 'édition des engagements ; vide : aucun'),
  engagements: said('Engagements', 'ceux qu’elle concerne : m15 mesure 15, pA principe A, l12 engagement local 12'),
  qui: said('Qui', 'qui s’en charge, tel que le compte rendu le dit ; vide : pas dit'),
  echeance: said('Échéance', 'jour ; vide : aucun'),
  etat: said('État', 'to-do à faire, done faite, abandoned abandonnée'),
  etat_du: said('État du', 'jour où cela fut dit ; vide : rien de dit depuis la séance'),
  etat_dit_par: said('État dit par', 'collective le collectif, town-hall la mairie ; vide : rien de dit'),
} as const;
