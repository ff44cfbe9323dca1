/** What a pact entered from a table says of itself, and the words around those of its charter. */
import type { TableWords } from '#use-cases/bulk-entry/compose-pact.ts';
import { listOf } from './format.fr.ts';
import { STANCE_WORD } from './stances.fr.ts';

function linesOf({ filename, first, last }: { filename: string; first: number; last: number }): string {
  return `« ${filename} », ${first === last ? `ligne ${first}` : `lignes ${first} à ${last}`}`;
}

export const TABLE_WORDS: TableWords = {
  head: (from) =>
    `Saisi depuis ${from.length > 1 ? 'les tableaux' : 'le tableau'} ${listOf(from.map(linesOf))}, dans les mots de la charte. Aucun document signé n’est joint.`,
  principle: ({ letter, title }, stance) => `Principe ${letter}. ${title} : ${STANCE_WORD[stance]}`,
  level: ({ level, label }) => label ?? `Niveau ${level} :`,
  stance: (stance) => STANCE_WORD[stance],
  body: (body) => `Avec : ${body}`,
  reasons: {
    table: 'saisi dans un tableau',
    partial: 'pris en partie : le tableau ne dit pas quels alinéas',
    amended: 'rédaction modifiée : le tableau ne dit pas comment',
    unsaid: 'le tableau ne dit pas la position, ou nomme un niveau inconnu',
    twice: 'deux lignes du tableau disent autre chose',
  },
};
