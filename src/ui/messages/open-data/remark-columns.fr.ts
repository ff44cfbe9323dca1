/** Columns of remarks. */
import { said } from './column-words.ts';
import { SIGNED_WORDS } from './signed-columns.fr.ts';

export const REMARK_WORDS = {
  remarque: said('Remarque', 'numéro de la remarque'),
  ...SIGNED_WORDS,
  engagement: said('Engagement', 'm15 la mesure 15, pA le principe A, l12 l’engagement local 12'),
  nom: said('Nom', 'tel que la personne l’a donné ; vide : sans nom, ou retiré depuis'),
  qualite: said('Qualité', 'telle que la personne l’a dite ; vide : pas dite'),
  texte: said('Texte', 'ce qui est dit ; vide : masqué'),
  preuves: said('Preuves', 'nombre de preuves jointes, qui sont sous la promesse'),
  ecrite_le: said('Écrite le', 'instant'),
  raison_masquee: said('Raison du masquage', 'vide : elle n’est pas masquée'),
} as const;
