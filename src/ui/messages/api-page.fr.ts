/** The page of the read API. */
import { MOST_ROWS, ROWS_UNSAID } from '#domain/open-data/page-size.ts';
import { PROBLEM_TITLES } from './api-problems.fr.ts';

export const TITLE = 'Interface de lecture (API)';
export const LEDE =
  'Presque tout ce que le site montre à tout le monde se lit aussi par programme (ce qui manque est dit plus bas), sans clé ni compte : mêmes mots, mêmes filtres, mêmes colonnes que les fichiers. Rien de privé n’y est.';
export const OPENAPI = 'Description pour les machines, /api/v1/openapi.json';
export const OPENAPI_NOTE = 'OpenAPI 3.1 ; cette page en est tirée';
export const RESOURCES = 'Ce qu’on peut lire';
export const RULES = 'Les règles';

export const RULE_LINES: readonly (readonly [string, string])[] = [
  [
    'Adresses',
    '/api/v1/ suivi du nom de la ressource. Elles sont permanentes ; ce qui s’ajoute ne change rien à ce qui est là. Un changement de sens prendrait /api/v2, et /api/v1 resterait au moins deux ans.',
  ],
  [
    'Format',
    'JSON, ou CSV : ajoutez .csv à la fin, ou ?format=csv, ou demandez text/csv dans l’en-tête Accept. Dans un CSV, une cellule qui commencerait une formule reçoit une apostrophe ; le JSON n’en a jamais.',
  ],
  [
    'Pages',
    `« limite » dit combien de lignes, de 1 à ${MOST_ROWS} (${ROWS_UNSAID} si rien n’est dit). « suivant » donne l’adresse de la page d’après, l’en-tête Link aussi ; null : c’était la dernière. Une page peut avoir moins de lignes que demandé sans être la dernière. Ce qui est publié ou retiré entre deux pages n’en fait répéter ni sauter aucune autre.`,
  ],
  ['Total', '« total » compte les lignes de toute la demande ; null quand les compter coûterait autant que les lire.'],
  [
    'Rien d’ignoré',
    'Un filtre inconnu ou une valeur non comprise est refusé, avec tout ce qui est à corriger. Un curseur d’une autre demande aussi.',
  ],
  [
    'Ne pas relire ce qui n’a pas changé',
    'Gardez l’en-tête ETag et renvoyez-le dans If-None-Match : la réponse est alors 304, sans corps.',
  ],
  ['Depuis une page web', 'Permis depuis n’importe quel site (CORS), en lecture, sans cookie.'],
  [
    'Beaucoup de données',
    'Dix demandes par seconde pendant une minute passent. Pour tout prendre, les fichiers complets sont à /donnees. Dites qui vous êtes dans l’en-tête User-Agent, avec une adresse où vous joindre.',
  ],
  ['Retiré', 'Ce qui a été retiré n’est dans aucune liste ; son adresse répond 410, avec la date et la raison.'],
  [
    'Jours et instants',
    'AAAA-MM-JJ pour un jour, ISO 8601 en temps universel pour un instant. Les codes INSEE et SIREN sont des textes. null : aucune source ne le dit.',
  ],
];

export const CITE = 'Citer, réutiliser';
export const CITE_HOW =
  'Donnez l’adresse de la page ou de la ligne, et le jour où vous l’avez lue : les chiffres changent, les adresses non. Exemple :';
export function sayCitation(site: string): string {
  return `Parole tenue, « Mesures et leurs décomptes », ${site}/api/v1/mesures, lu le 3 mai 2026.`;
}
export const LICENCE_SAYS = 'Nos données :';
export const LICENCE_TEXTS =
  'Les textes des chartes, des pactes et des plans restent à leurs auteurs, dans les conditions qu’ils disent. Une promesse citée sans son dénominateur trompe : gardez-les ensemble.';

export const EACH = 'Chaque ressource a sa page : ses adresses, ses filtres, ses colonnes, une demande à essayer.';
export const TRY = 'Essayer cette demande';
export function resourceTitle(title: string): string {
  return `${title} : interface de lecture (API)`;
}
export const ONE = 'une ligne seule';
export const FILTERS = 'Filtres';
export const PARAMETER = 'Paramètre';
export const KEEPS = 'Garde seulement';
export const COLUMNS = 'Colonnes';
export const KEY = 'Clé';
export const MEANING = 'Sens';
export const PROBLEMS = 'Problèmes';
export const PROBLEMS_SAY =
  'Une erreur est un objet application/problem+json (RFC 9457) : « type » est l’une des ancres ci-dessous, « detail » dit quoi faire.';

const TYPES: Readonly<Record<string, string>> = {
  string: 'texte',
  integer: 'entier',
  number: 'nombre',
  boolean: 'vrai ou faux',
  array: 'liste',
  date: 'jour',
  'date-time': 'instant',
};

export function typeNamed(type: string): string {
  return TYPES[type] ?? type;
}

export function problemNamed(kind: string): string {
  return Object.entries(PROBLEM_TITLES).find(([name]) => name === kind)?.[1] ?? kind;
}
