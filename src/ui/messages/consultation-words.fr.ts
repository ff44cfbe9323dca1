/** The words of consultations that pages, mails and files share. */
import type { Answer, ContributionKind } from '#domain/consultation/contribution.ts';
import type { Choice } from '#domain/consultation/count.ts';

export const ANSWER_WORDS: Readonly<Record<Answer, string>> = {
  taken: 'retenue',
  partly: 'retenue en partie',
  not: 'non retenue',
};

export const KIND_WORDS: Readonly<Record<ContributionKind, string>> = {
  comment: 'commentaire',
  amendment: 'amendement',
  'new-measure': 'nouvelle mesure',
};

export const CHOICE_WORDS: Readonly<Record<Choice, string>> = {
  for: 'pour',
  against: 'contre',
  undecided: 'sans avis',
};

/** Before the list of what a merged measure comes from. */
export const UNITES = 'Cette mesure en réunit plusieurs. Chacune, et ce qu’elle est devenue dans la campagne passée :';
