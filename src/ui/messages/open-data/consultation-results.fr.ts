/** Columns of what was counted in consultations. */
import { said } from './column-words.ts';

export const CONSULTATION_RESULT_WORDS = {
  consultation: said('Consultation', 'numéro de la consultation'),
  objet: said(
    'Objet',
    'm et un numéro : une mesure ou une partie du projet soumis ; c et un numéro : une contribution',
  ),
  titre: said(
    'Titre',
    'celui de la mesure dans le projet, ou celui qu’elle avait s’il la retire ; vide : une contribution',
  ),
  changement: said(
    'Changement',
    'ce que le projet fait de la mesure : kept reprise, modified changée, merged réunie, split partagée, removed retirée (« for » : d’accord pour la retirer), added ajoutée ; vide : une contribution',
  ),
  choix: said('Choix', 'for pour, against contre, undecided sans avis'),
  votes: said('Votes', 'bulletins comptés'),
  dont_afflux: said('Dont afflux', 'parmi eux, ceux qui sont venus en nombre en peu de temps'),
  retires: said('Retirés', 'bulletins retirés par la modération, avec une raison publique ; ils ne sont pas comptés'),
} as const;
