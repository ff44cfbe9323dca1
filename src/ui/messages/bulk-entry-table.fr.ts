/** What a pact entered from a table says of itself, and the words around those of its charter. */
import type { TableWords } from '#use-cases/bulk-entry/compose-pact.ts';
import { STANCE_WORD } from './stances.fr.ts';

export const TABLE_WORDS: TableWords = {
  head: ({ filename, first, last }) =>
    `Saisi depuis le tableau « ${filename} », lignes ${first} à ${last}, dans les mots de la charte. Aucun document signé n’est joint.`,
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
