/** What the API answers when it cannot: what happened, and what to do. */
import type { ApiProblem, Fault } from '#domain/open-data/api-problem.ts';
import { MOST_ROWS, ROWS_UNSAID } from '#domain/open-data/page-size.ts';
import { sayWithdrawn } from './corrections.fr.ts';
import { FILE_EXPECTED } from './open-data/file-filters.fr.ts';
import { filterWords } from './open-data/filters.fr.ts';

export type SaidProblem = {
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly { readonly parametre: string; readonly detail: string }[];
};

export function sayProblem(problem: ApiProblem): SaidProblem {
  const title = PROBLEM_TITLES[problem.kind];
  switch (problem.kind) {
    case 'unknown-resource':
      return {
        title,
        detail: `Il n’y a rien à l’adresse « /api/v1/${problem.name.slice(0, 100)} ». La page /api et /api/v1/openapi.json donnent la liste des ressources.`,
      };
    case 'no-such-address':
      return {
        title,
        detail: `Les lignes de « ${problem.resource} » n’ont pas d’adresse une par une : utilisez les filtres de /api/v1/${problem.resource}.`,
      };
    case 'unknown-item':
      return {
        title,
        detail: `« ${problem.resource} » ne contient rien qui porte « ${problem.id.slice(0, 100)} ». Vérifiez le code ou le numéro, ou cherchez avec les filtres de /api/v1/${problem.resource}.`,
      };
    case 'withdrawn-item':
      return { title, detail: sayWithdrawn(problem.withdrawn.what, problem.withdrawn) };
    case 'unclear-request':
      return {
        title,
        detail: `La demande n’a pas été comprise en entier, et rien n’a été ignoré en silence. « erreurs » dit quoi corriger ; ${
          problem.resource === null
            ? `${sayWhole(problem.known)} Pour n’en prendre qu’une partie (un département, une charte, une mesure…), /api/v1 a des filtres, décrits à /api ; les chiffres d’une partie du pays sont à /observatoire.csv.`
            : `les paramètres de « ${problem.resource} » sont décrits à /api/${problem.resource}.`
        }`,
        errors: problem.faults.map((fault) => ({
          parametre: fault.parameter.slice(0, 100),
          detail: sayFault(fault),
        })),
      };
    case 'cursor-of-another-query':
      return {
        title,
        detail:
          'Ce curseur vient d’une autre ressource ou d’autres filtres : continuer avec lui sauterait des lignes. Reprenez l’adresse donnée par « suivant » telle quelle, ou recommencez sans « curseur ».',
      };
    case 'unreadable-cursor':
      return {
        title,
        detail:
          'Ce curseur n’a pas été fait ici, ou il a été coupé en route. Reprenez l’adresse donnée par « suivant » telle quelle, ou recommencez sans « curseur ».',
      };
    case 'method-not-allowed':
      return {
        title,
        detail: 'L’interface ne fait que lire : utilisez GET, HEAD ou OPTIONS. Rien ne se change par elle.',
      };
    case 'not-acceptable':
      return {
        title,
        detail:
          'Les réponses sont en JSON ou en CSV : demandez « application/json » ou « text/csv » dans l’en-tête Accept, ou ajoutez ?format=csv à l’adresse.',
      };
    case 'too-many-requests':
      return {
        title,
        detail: `Beaucoup de demandes viennent de cette adresse. Attendez ${problem.seconds} s (en-tête Retry-After). Pour tout prendre, les fichiers complets sont à /donnees : un seul téléchargement remplace des milliers de demandes. Dites qui vous êtes dans l’en-tête User-Agent, avec une adresse où vous joindre : nous pourrons vous aider.`,
      };
    case 'out-of-order':
      return {
        title,
        detail:
          'Une panne de notre côté a empêché de répondre. Réessayez dans quelques minutes ; votre demande est bonne.',
      };
  }
}

export const PROBLEM_TITLES: Readonly<Record<ApiProblem['kind'], string>> = {
  'unknown-resource': 'Ressource inconnue',
  'no-such-address': 'Pas d’adresse pour une ligne seule',
  'unknown-item': 'Rien à cette adresse',
  'withdrawn-item': 'Retiré depuis',
  'unclear-request': 'Demande à corriger',
  'cursor-of-another-query': 'Curseur d’une autre demande',
  'unreadable-cursor': 'Curseur illisible',
  'method-not-allowed': 'Lecture seulement',
  'not-acceptable': 'Format non proposé',
  'too-many-requests': 'Trop de demandes à la fois',
  'out-of-order': 'Panne de notre côté',
};

function sayWhole(known: readonly string[]): string {
  return known.length === 0
    ? 'ce fichier se prend entier, sans paramètre.'
    : `ce fichier ne connaît que : ${known.map((name) => `« ${name} »`).join(', ')}.`;
}

function sayFault({ parameter, fault }: Fault): string {
  switch (fault) {
    case 'unknown':
      return 'Ce paramètre n’existe pas ici.';
    case 'twice':
      return 'Ce paramètre est donné plusieurs fois : gardez-en un.';
    case 'misunderstood':
      return `Valeur non comprise. Attendu : ${expected(parameter)}.`;
    case 'not-counted-here':
      return 'Ces chiffres ne le distinguent pas : retirez ce paramètre.';
    case 'not-with-days':
      return 'Les jours de signature ne se croisent pas avec lui : retirez ce paramètre, ou signe_depuis et signe_jusqu_au.';
    case 'not-with-department':
      return 'Un département est déjà demandé : retirez l’un des deux.';
    case 'incomplete':
      return 'Il en manque pour savoir ce qui est compté : reprenez l’adresse entière, celle du lien de la liste.';
  }
}

function expected(parameter: string): string {
  if (parameter === 'limite') return `un nombre de lignes de 1 à ${MOST_ROWS} (${ROWS_UNSAID} si rien n’est dit)`;
  if (parameter === 'format') return 'json ou csv, le même que la fin de l’adresse s’il y en a un';
  return Object.hasOwn(FILE_EXPECTED, parameter) ? (FILE_EXPECTED[parameter] ?? '') : filterWords(parameter).expected;
}
