/**
 * What the reader wants a person to look at, one French sentence a code.
 *
 * Codes are stable: scripts and pages depend on them. Sentences may be bettered.
 */
import type { Span, Warning } from '#reading/contract.ts';

export type PactWarning =
  | { readonly kind: 'number-title-mismatch'; readonly written: string; readonly measure: number }
  | { readonly kind: 'title-unknown'; readonly written: string }
  | {
      readonly kind: 'level-label-differs';
      readonly measure: number | null;
      readonly label: number;
      readonly words: number;
    }
  | { readonly kind: 'ticks-lost'; readonly measures: number }
  | {
      readonly kind: 'clause-left-out';
      readonly measure: number;
      readonly level: number;
      readonly clauses: readonly number[];
    }
  | { readonly kind: 'exception-not-found'; readonly measure: number | null }
  | { readonly kind: 'contents-entry'; readonly measure: number }
  | { readonly kind: 'signatory-not-found' }
  | { readonly kind: 'nothing-recognised' }
  | { readonly kind: 'technical-sheet' }
  | { readonly kind: 'several-lists' }
  | { readonly kind: 'several-signatories'; readonly lists: readonly string[] }
  | { readonly kind: 'charter-text' }
  | { readonly kind: 'not-signed' };

export function warn(warning: PactWarning, spans: readonly Span[]): Warning {
  return { code: warning.kind, message: sentence(warning), spans };
}

function sentence(warning: PactWarning): string {
  switch (warning.kind) {
    case 'number-title-mismatch':
      return `Le document imprime le numéro ${warning.written}, mais le titre est celui de la mesure ${warning.measure} : le titre a été suivi, à confirmer.`;
    case 'title-unknown':
      return `Le titre du numéro ${warning.written} ne ressemble à aucune mesure de la charte : à rattacher.`;
    case 'level-label-differs':
      return `Mesure ${warning.measure ?? 'non reconnue'} : le document écrit niveau ${warning.label} devant le texte du niveau ${warning.words}. Le texte a été suivi, à confirmer.`;
    case 'ticks-lost':
      return `Le document montre les cases de niveau sans aucune coche (${warning.measures} mesure${warning.measures > 1 ? 's' : ''}) : les choix ont été perdus, ils restent inconnus.`;
    case 'clause-left-out':
      return `Mesure ${warning.measure}, niveau ${warning.level} : ${leftOut(warning.clauses)} pas dans le document.`;
    case 'exception-not-found':
      return `Mesure ${warning.measure ?? 'non reconnue'} : une exception est écrite, mais ses mots ne sont dans aucun alinéa de la charte.`;
    case 'contents-entry':
      return `La mesure ${warning.measure} n’apparaît que dans le sommaire du document : elle n’a pas été comptée comme promise.`;
    case 'signatory-not-found':
      return 'Le nom de la liste n’a pas été trouvé : à compléter.';
    case 'nothing-recognised':
      return 'Aucune mesure de cette charte n’a été reconnue dans le document.';
    case 'technical-sheet':
      return 'Ce document ressemble à une fiche technique de la charte : il cite des mesures sans s’y engager.';
    case 'several-signatories':
      return `Le document nomme plusieurs listes (${warning.lists.join(', ')}) : vérifiez à laquelle revient chaque engagement.`;
    case 'several-lists':
      return 'Ce document donne les réponses de plusieurs listes : rien n’a été attribué à l’une d’elles. Faites lire une liste à la fois.';
    case 'not-signed':
      return 'Le document dit que la liste n’a pas signé : rien ne lui a été attribué.';
    case 'charter-text':
      return 'Ce document est le texte de la charte : il ne dit pas ce qu’une liste en a pris.';
  }
}

function leftOut(clauses: readonly number[]): string {
  return clauses.length > 1
    ? `les alinéas ${clauses.join(', ')} de la charte ne sont`
    : `l’alinéa ${clauses.join('')} de la charte n’est`;
}
