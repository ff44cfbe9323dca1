/** Labels of the forms of a negotiation that are not answers. */
export const SENTENCES = {
  chooseAnswer: 'Choisissez d’abord une réponse.',
  problemTitle: 'Ce n’est pas enregistré',
} as const;
