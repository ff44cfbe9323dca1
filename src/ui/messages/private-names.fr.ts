/** Names that are not public, in words that everybody would read: where they are, and what to do. */
import type { PrivateNames, WordsPlace } from '#domain/plan/private-names.ts';
import { listOf } from './format.fr.ts';

export function sayPrivateNames({ found }: PrivateNames): string {
  const named = listOf(found.map(({ name, where }) => `${name} (${sayWordsPlace(where)})`));
  const news = found.some(({ where }) => where.kind === 'news')
    ? ' gardez pour vous les nouvelles qui les citent,'
    : '';
  const alone = found.some(({ name }) => !name.includes(' '))
    ? ' Un nom d’un seul mot se confond avec d’autres : si ce n’est pas la même personne, écrivez son nom en entier dans l’annuaire.'
    : '';
  return `Des textes publics citent des personnes dont le nom n’est pas public : ${named}. Retirez ces noms des textes,${news} ou rendez-les publics dans l’annuaire si ces personnes en sont d’accord ; si ce n’est pas une personne, dites-le dans l’annuaire.${alone}`;
}

export function sayWordsPlace(where: WordsPlace): string {
  switch (where.kind) {
    case 'title':
      return 'titre du plan';
    case 'introduction':
      return 'introduction du plan';
    case 'note':
      return 'mot d’accompagnement';
    case 'deliberation':
      return 'intitulé de la délibération';
    case 'axis':
      return `axe ${where.number}`;
    case 'action':
      return `action ${where.number}`;
    case 'news':
      return `nouvelle de l’action ${where.number}`;
    case 'indicator':
      return `indicateur « ${where.title} »`;
    case 'territories':
      return `territoires de l’indicateur « ${where.title} »`;
  }
}
