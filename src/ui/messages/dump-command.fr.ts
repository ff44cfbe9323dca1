/** What `cli dump` says. */
import type { CannotLoad, Loaded } from '#use-cases/dumps/load-dump.ts';
import { figure } from './format.fr.ts';

export const dumpMessages = {
  summary:
    'Met tout ce qui est public en fichiers, vérifie une copie publique (octets, schémas, liens entre objets), ou recharge une copie dans un site vide.',
  usage: '(make [--into DOSSIER] | verify DOSSIER | load DOSSIER) [--by NOM]',
  makeVerifyOrLoad: 'Dites ce que vous voulez : dump make, dump verify DOSSIER, ou dump load DOSSIER.',
  notEmpty: (folder: string): string =>
    `Le dossier ${folder} n’est pas vide : donnez un dossier vide ou qui n’existe pas.`,
  made: (folder: string, files: number): string => `Copie faite dans ${folder} : ${files} fichiers.`,
  there: (day: string): string => `La copie du ${day} est déjà là. Pour en faire une autre : dump make --into DOSSIER`,
  beingMade: 'Une copie est déjà en train de se faire. Réessayez dans quelques minutes.',
  sound: (day: string, files: number, bytes: number): string =>
    `La copie du ${day} est intacte : ${files} fichiers, ${figure(bytes)} octets, toutes les lignes suivent leur schéma, tout objet nommé est là.`,
  loaded: ({ pacts, plans, reviews, collectives }: Loaded): string =>
    `Copie rechargée : pactes ${pacts}, plans ${plans}, bilans ${reviews}, collectifs ${collectives}. Les comptes, les fichiers d’origine et ce qui était privé ne sont pas dans une copie.`,
  loadedSynthetic:
    'Cette copie est celle d’un pays inventé pour mesurer le site : si le site tourne déjà, redémarrez-le, et chaque page le dira.',
} as const;

/** One line for each thing that is wrong with a copy. */
type DumpFault =
  | { readonly kind: 'no-dump' }
  | { readonly kind: 'missing' | 'changed' | 'not-listed' | 'unreadable' | 'other-columns'; readonly file: string }
  | { readonly kind: 'bad-description'; readonly detail: string }
  | { readonly kind: 'other-format'; readonly format: string }
  | { readonly kind: 'other-count'; readonly file: string; readonly said: number; readonly found: number }
  | { readonly kind: 'bad-row'; readonly file: string; readonly line: number; readonly columns: readonly string[] }
  | { readonly kind: 'twice'; readonly file: string; readonly line: number }
  | {
      readonly kind: 'no-parent';
      readonly file: string;
      readonly line: number;
      readonly table: string;
      readonly column: string;
      readonly key: string;
      readonly parent: string;
    };

export function sayDumpFault(fault: DumpFault): string {
  switch (fault.kind) {
    case 'no-dump':
      return 'Ce dossier n’est pas une copie publique : SHA256SUMS ou datapackage.json manque.';
    case 'missing':
      return `${fault.file} : manque.`;
    case 'changed':
      return `${fault.file} : n’est plus le même (son empreinte a changé). Téléchargez-le à nouveau.`;
    case 'not-listed':
      return `${fault.file} : n’est pas de cette copie.`;
    case 'unreadable':
      return `${fault.file} : ne se lit pas.`;
    case 'other-columns':
      return `${fault.file} : ses colonnes ne sont pas celles de son schéma.`;
    case 'bad-description':
      return `datapackage.json : ne suit pas les règles (${fault.detail}).`;
    case 'other-format':
      return `Cette copie est d’un autre format (${fault.format}) : rechargez-la avec la version du programme qui l’a faite.`;
    case 'other-count':
      return `${fault.file} : ${fault.found} lignes au lieu de ${fault.said}.`;
    case 'bad-row':
      return `${fault.file}, ligne ${fault.line} : ne suit pas son schéma (${fault.columns.join(', ')}).`;
    case 'twice':
      return `${fault.file}, ligne ${fault.line} : la même clé que la ligne d’avant.`;
    case 'no-parent':
      return `${fault.file}, ligne ${fault.line} : ${fault.table}.${fault.column} nomme ${fault.key}, que la copie n’a pas (${fault.parent}). Elle ne se rechargerait pas.`;
  }
}

export function sayCannotLoad(refusal: CannotLoad): string {
  switch (refusal.kind) {
    case 'not-allowed':
      return 'Seule la personne qui tient le site recharge une copie.';
    case 'site-not-empty':
      return 'Ce site n’est pas vide : une copie ne se recharge que là où rien n’a été publié et où personne n’a de compte. Donnez un autre dossier à DATA_DIR (et DEMO=0).';
    case 'does-not-fit':
      return `Rien n’a été rechargé : ${refusal.objects} nomme quelque chose que ce site n’a pas, comme une commune d’une autre année, ou ne suit pas ses règles (${refusal.detail}).`;
  }
}
