/** What was promised, in words: one word for each stance, the same everywhere. */
import type { Stance } from '#domain/pact/stance.ts';

export const STANCE_WORD: Readonly<Record<Stance, string>> = {
  accepted: 'pris',
  partial: 'pris en partie',
  refused: 'refusé',
  delegated: 'laissé à une autre collectivité',
  unspecified: 'non précisé',
  unknown: 'inconnu',
};

const STANCE_WORD_OF_MANY: Readonly<Record<Stance, string>> = {
  accepted: 'pris',
  partial: 'pris en partie',
  refused: 'refusés',
  delegated: 'laissés à une autre collectivité',
  unspecified: 'non précisés',
  unknown: 'inconnus',
};

/** What is said of `levels` levels at once. */
export function stanceWord(stance: Stance, levels: number): string {
  return (levels < 2 ? STANCE_WORD : STANCE_WORD_OF_MANY)[stance];
}

export const STANCE_MEANING: Readonly<Record<Stance, string>> = {
  accepted: 'la liste s’y engage',
  partial: 'la liste s’y engage, sauf sur un ou plusieurs alinéas',
  refused: 'la liste dit qu’elle ne s’y engage pas',
  delegated: 'la liste dit que cela relève d’une autre collectivité',
  unspecified: 'le pacte n’en dit rien',
  unknown: 'le pacte en disait quelque chose, qui s’est perdu',
};

/** Class names of the marks in src/ui/styles/promises.css. */
export const STANCE_MARK: Readonly<Record<Stance, string>> = {
  accepted: 'taken',
  partial: 'part',
  refused: 'refused',
  delegated: 'other',
  unspecified: 'unsaid',
  unknown: 'lost',
};

export const WITHOUT_LEVEL = 'pris, sans niveau précisé';
export const levelLabel = (level: number): string => `N${level}`;
