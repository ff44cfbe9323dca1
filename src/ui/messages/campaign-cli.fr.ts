/** What the operator's commands on elections, addresses and roles say. */
export const electionsMessages = {
  summary:
    'Liste les élections, ou lit un fichier de listes ou de résultats du ministère de l’Intérieur : aperçu, puis écriture avec --write.',
  usage:
    '[import FICHIER --election ID [--round 1|2] [--results] [--source TEXTE] [--column CHAMP=TITRE …] [--write] [--by NOM]]',
  argumentsMissing:
    'Dites quel fichier, et pour quelle élection : elections import listes.csv --election municipales-2026',
  badRound: 'Le tour est 1 ou 2.',
  badColumn: (text: string, fields: readonly string[]): string =>
    `--column ${text} : écrivez CHAMP=TITRE DE LA COLONNE, avec pour champ ${fields.join(', ')}.`,
  line: (id: string, title: string): string => `${id.padEnd(34)} ${title}`,
  mergers: 'Fusions probables, à confirmer sur la page de l’équipe :',
} as const;

export const addressesMessages = {
  summary: 'Enregistre les adresses publiques de listes et de mairies, qui servent à confirmer un rôle.',
  usage: 'import FICHIER [--by NOM]',
  argumentsMissing:
    'Dites quel fichier : addresses import adresses.csv (colonnes : code_commune ou siren ou liste, courriel, source)',
  noColumns: 'Il faut une colonne « courriel », une colonne « source », et « code_commune », « siren » ou « liste ».',
  done: (added: number, known: number): string => `${added} adresse(s) enregistrée(s), ${known} déjà connue(s).`,
} as const;

export const roleMessages = {
  summary:
    'Donne ou retire un rôle à un compte : national-team, list-representative, municipal-agent, elected-official.',
  usage: '(give | take) ADRESSE RÔLE [--of LISTE|COMMUNE|SIREN] [--reason TEXTE] [--by NOM]',
  argumentsMissing: 'Dites quoi faire, pour qui et quel rôle : role give nom@exemple.fr municipal-agent --of 94017',
  badRole:
    'Rôles : national-team, list-representative (--of numéro de liste), municipal-agent et elected-official (--of code de commune ou SIREN).',
  given: 'Le rôle est donné.',
  taken: 'Le rôle est retiré.',
  notHeld: 'Ce compte ne tient pas ce rôle.',
} as const;
