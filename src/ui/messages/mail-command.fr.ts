/** What `cli mail` says. */
export const mailMessages = {
  summary: 'les mails qui ne sont pas partis ; en faire repartir un',
  usage: 'mail [--limit 100]\n  mail retry NUMÉRO',
  none: 'Tous les mails sont partis.',
  badLimit: 'La limite est un nombre entier de 1 à 1000.',
  numberMissing: 'Dites quel mail, par son numéro (voir : mail).',
  header: ['numéro', 'sorte', 'à', 'écrit le', 'état', 'essais', 'dernière réponse'],
  waiting: (next: string): string => `en attente, prochain essai ${next}`,
  givenUp: (at: string): string => `abandonné le ${at}`,
  retried: (mail: number): string => `Le mail ${mail} repartira au prochain passage du serveur.`,
  notGivenUp: (mail: number): string => `Le mail ${mail} n’est pas parmi les mails abandonnés.`,
  notAllowed: 'Cette commande n’est pas permise.',
} as const;
