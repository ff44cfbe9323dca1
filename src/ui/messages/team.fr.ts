/** The pages of the national team. */
import { count } from './format.fr.ts';

export const TEAM_TITLE = 'Équipe nationale';
export const TEAM_DESCRIPTION = 'Ce qui attend l’équipe nationale.';
export const TEAM_LEDE = 'Ce qui attend une réponse, et les outils de l’équipe.';
export const REQUESTS = 'Demandes de rôle';
export const ELECTIONS = 'Élections et listes';
export function waiting(requests: number): string {
  return requests === 0 ? 'personne n’attend' : count(requests, 'personne attend', 'personnes attendent');
}
export const COLLECTIVES = 'Collectifs à confirmer ou à aider';
export function collectivesWaiting(collectives: number): string {
  return collectives === 0 ? 'rien n’attend' : count(collectives, 'décision attendue', 'décisions attendues');
}
export const DORMANT = 'Collectifs en sommeil';
export function dormantWaiting(collectives: number): string {
  return collectives === 0
    ? 'aucun'
    : count(collectives, 'collectif à confier à un voisin', 'collectifs à confier à un voisin');
}
export const REPORTS = 'Signalements';
export function reportsWaiting(reports: number): string {
  return reports === 0 ? 'aucun signalement' : count(reports, 'signalement à regarder', 'signalements à regarder');
}
export function outcomesWaiting(outcomes: number): string {
  return outcomes === 0
    ? 'aucun résultat à confirmer'
    : count(outcomes, 'résultat à confirmer', 'résultats à confirmer');
}

export const EDITIONS = 'Atelier de la charte';
export const EDITIONS_NOTE = 'écrire la prochaine édition à partir de la dernière';

export const PARTIAL_TITLE = 'Enregistrer une élection partielle';
export const COMMUNE_CODE = 'Code INSEE de la commune';
export const COMMUNE_HINT = 'Cinq caractères, par exemple 94017.';
export const YEAR = 'Année du premier tour';
export const FIRST_ROUND = 'Premier tour (si la date est fixée)';
export const SECOND_ROUND = 'Second tour (s’il a lieu)';
export const WHERE_READ = 'Où peut-on le lire ?';
export const WHERE_READ_HINT = 'Un arrêté préfectoral, un journal.';
export const LINK = 'Adresse de la page (facultatif)';
export const SAVE = 'Enregistrer';
export const NOT_SAVED = 'Rien n’est enregistré';
export const DONE = 'C’est fait.';

export const FILE_TITLE = 'Importer un fichier';
export const FILE_LEDE =
  'Les fichiers que publie le ministère de l’Intérieur, en CSV ou en tabulé. Rien n’est écrit avant que vous ayez vu ce que le fichier change.';
export const FILE = 'Fichier';
export function fileHint(megabytes: number): string {
  return `${megabytes} Mo au plus. Pour le pays entier, l’équipe technique du site l’importe en ligne de commande.`;
}
export const KIND = 'Ce fichier contient';
export const KIND_LISTS = 'des listes de candidats';
export const KIND_RESULTS = 'des résultats';
export const ROUND = 'Tour';
export const ROUND_1 = 'premier tour';
export const ROUND_2 = 'second tour';
export const PREVIEW = 'Voir ce que ce fichier change';
export const NO_FILE = 'Choisissez un fichier.';
export function fileTooLarge(megabytes: number): string {
  return `Ce fichier dépasse ${megabytes} Mo. Découpez-le par département, ou confiez-le à l’équipe technique du site.`;
}

export const PREVIEW_TITLE = 'Ce que ce fichier change';
export const PROBLEMS_TITLE = 'À corriger dans le fichier';
export function problemsLede(total: number): string {
  return `${count(total, 'erreur', 'erreurs')}. Rien ne peut être écrit tant qu’il en reste : corrigez le fichier, puis déposez-le à nouveau.`;
}
export const COLUMNS_TITLE = 'Colonnes';
export const COLUMNS_LEDE = 'Vérifiez que chaque colonne est la bonne ; changez celles qui ne le sont pas.';
export const NOT_HERE = 'pas dans ce fichier';
export const RECHECK = 'Revoir avec ces colonnes';
export const CHANGES_TITLE = 'Les changements';
export const MISSING_TITLE = 'Listes connues, absentes de ce fichier';
export const MISSING_LEDE = 'Si l’une s’est retirée ou a fusionné, dites-le sur sa page.';
export const WRITE = 'Écrire ces changements';
export const DISCARD = 'Abandonner ce fichier';
export const NOTHING_TO_WRITE = 'Rien à écrire.';
export const WRITTEN = 'C’est écrit.';
export const GONE = 'Ce fichier n’est plus là : il est écrit, abandonné, ou déposé depuis plus d’un jour.';

export const MERGERS_TITLE = 'Fusions probables';
export const MERGERS_LEDE =
  'Des personnes d’une liste du premier tour se retrouvent sur une autre au second. Confirmez si c’est une fusion.';
export const NO_MERGER = 'Aucune fusion à confirmer.';
export function mergerLine(people: number, of: number): string {
  return `${people} personnes sur ${of}`;
}
export const CONFIRM_MERGER = 'C’est une fusion';
export const MERGED_ON = 'Jour de la fusion';
export const OUTCOMES_TITLE = 'Résultats à confirmer';
export const OUTCOMES_LEDE = 'Proposés d’après les sièges.';
export const CONFIRM = 'Confirmer';
export const NO_OUTCOME = 'Rien à confirmer.';
