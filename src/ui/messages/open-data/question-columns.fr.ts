/** Columns of questions put to other authorities. */
import { said } from './column-words.ts';

export const QUESTION_WORDS = {
  question: said('Question', 'numéro de la question, tel que dans son adresse'),
  siren: said('SIREN', 'de l’intercommunalité à qui elle est posée'),
  intercommunalite: said('Intercommunalité', 'son nom'),
  code_commune: said('Code commune', 'code INSEE de la commune dont une liste lui a laissé la mesure'),
  commune: said('Commune', 'son nom'),
  charte: said('Charte', 'code de l’édition'),
  mesure: said('Mesure', 'numéro de la mesure'),
  niveau: said('Niveau', 'vide : la mesure entière'),
  collectif: said('Collectif', 'nom du collectif qui la pose, ce jour-là'),
  texte: said('Texte', 'la question'),
  posee_le: said('Posée le', 'jour'),
  reponse: said('Réponse', 'accepted acceptée, refused refusée ; vide : aucune'),
  repondue_le: said('Répondue le', 'jour ; vide : pas encore'),
  texte_reponse: said('Texte de la réponse', 'vide : pas encore'),
  reponse_apportee_par: said(
    'Réponse apportée par',
    'body l’intercommunalité, collective le collectif, national-team l’équipe nationale ; vide : pas encore',
  ),
} as const;
