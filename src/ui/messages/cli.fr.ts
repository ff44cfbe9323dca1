/** What the commands say, whatever the command; what one of them says is in the messages of its subject. */
type Described = { readonly summary: string; readonly usage: string };

export const cliMessages = {
  heading: 'Usage : npm run cli -- COMMANDE …\n\nCommandes :',
  line: (name: string, { summary, usage }: Described): string => `  ${`${name} ${usage}`.padEnd(44)} ${summary}`,
  usage: (name: string, { summary, usage }: Described): string => `Usage : npm run cli -- ${name} ${usage}\n${summary}`,
  badArguments: 'Une option est inconnue, ou il lui manque sa valeur.',
  unknownCommand: (name: string): string => `Commande inconnue : ${name}`,
} as const;

export const searchMessages = {
  summary: 'Cherche une commune par son nom, un ancien nom ou son code postal.',
  usage: 'MOTS… [--limit N]',
  nothingAsked: 'Dites quelle commune chercher.',
  badLimit: 'Le nombre de réponses va de 1 à 100.',
  nothingFound: (query: string): string => `Aucune commune ne correspond à « ${query} ».`,
} as const;
