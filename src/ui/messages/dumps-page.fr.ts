/** The page of the files of the day. What the files say of themselves is in ./dumps.fr.ts. */
import { count, day as dayWritten, figure, momentOf } from './format.fr.ts';

export const DATA = 'Tout télécharger';
export const dataOf = (day: string): string => `Copie du ${dayWritten(day)}`;
export const LEDE =
  'Chaque nuit, presque tout ce que ce site montre à tout le monde est mis en fichiers : communes, chartes, pactes, engagements, plans, évaluations, bilans ; ce qui n’y est pas est dit plus bas. Sans compte ni clé. Rien de privé n’y est, ni les communes fictives de la démonstration.';
export const NO_DUMP =
  'Il n’y a pas encore de copie : la première se fait la nuit prochaine, à partir de deux heures. Chaque liste de ce site se télécharge aussi depuis sa page.';
/** To the national team, when nights passed without one. */
export const lateLine = (latest: string | null): string =>
  latest === null
    ? 'Aucune copie publique n’existe encore : elle se fait la nuit.'
    : `La copie publique date du ${dayWritten(latest)} : les nuits suivantes n’en ont pas fait. Le journal du serveur dit pourquoi.`;
export const madeAt = (at: Date, files: number, bytes: number): string =>
  `Copie faite le ${momentOf(at)} : ${count(files, 'fichier', 'fichiers')}, ${size(bytes)}. Tout y est d’un même instant.`;
export const changedSince = (changed: number, files: number): string =>
  changed === 0
    ? 'Rien n’a changé depuis la copie d’avant.'
    : `${count(changed, 'fichier a changé', 'fichiers ont changé')} depuis la copie d’avant, sur ${figure(files)}.`;

export const whole = (bytes: string): string => `Toute la copie en un fichier (ZIP, ${bytes})`;

export const TABLES = 'Tables';
export const TABLES_ARE =
  'Chaque table existe en trois formats qui disent la même chose : CSV pour un tableur, JSON Lines et Parquet pour un programme. Une case vide veut dire « personne ne le dit », jamais zéro.';
export const rows = (number: number): string => count(number, 'ligne', 'lignes');
export const FORMATS: Readonly<Record<string, string>> = { csv: 'CSV', jsonl: 'JSON Lines', parquet: 'Parquet' };
export const AS_BEFORE = 'comme la veille';

export const OBJECTS = 'Objets entiers';
export const OBJECTS_FOR =
  'Une ligne de JSON par objet, avec tout ce qu’il dit : de quoi recharger un site vide, aux mêmes numéros et aux mêmes adresses. Les comptes, les fichiers d’origine et ce qui est privé n’y sont pas.';
export const showObjects = (files: number): string => `Voir les ${count(files, 'fichier', 'fichiers')}`;

export const DESCRIPTION = 'Décrire, vérifier, recharger';
export const OTHERS: Readonly<Record<string, string>> = {
  'datapackage.json': 'ce que veut dire chaque colonne (Frictionless, Table Schema)',
  'LICENCE.txt': 'ce que vous pouvez en faire',
  'LISEZMOI.md': 'par où commencer',
  SHA256SUMS: 'l’empreinte de chaque fichier',
};
export const VERIFY =
  'Pour vérifier que rien n’a été changé en route, dans le dossier du ZIP. (Les CSV et les JSON Lines y sont compressés ; un à un, leur empreinte est celle du fichier à la même adresse suivie de « .gz ».)';
export const VERIFY_OURS = 'Avec ce programme, qui regarde aussi chaque ligne :';
export const RELOAD = 'Pour recharger la copie dans un site vide :';
export const WHOLE_SUM = 'L’empreinte de SHA256SUMS vaut pour toute la copie :';

export const CITE = 'Citer';
export const CITE_THIS = 'L’adresse d’une copie datée ne change jamais. Par exemple :';
export const citation = (site: string, day: string): string =>
  `Parole tenue, « copie du ${dayWritten(day)} », ${site}/donnees/${day}`;
export const LICENCE =
  'Les données sont sous Licence Ouverte 2.0 (Etalab) : dites d’où elles viennent et de quand elles datent. Les textes des chartes, des pactes et des plans restent à leurs auteurs.';

export const EARLIER = 'Copies gardées';
export const EARLIER_ARE =
  'Les sept dernières, et la première de chaque mois pour toujours. Un fichier qui n’a pas changé ne prend pas deux fois la place.';
export const DAY = 'Jour';
export const fileCount = (files: number): string => count(files, 'fichier', 'fichiers');
export const SIZE = 'Taille';
export const LATEST_ADDRESS = 'Cette adresse mène à la dernière copie, quel que soit le jour :';
export const API = 'Pour une seule commune ou une seule mesure, l’interface sans clé suffit :';
export const API_LINK = 'interface pour programmes';
export const ALL_COPIES = 'Toutes les copies';
export const NOT_LATEST = 'Une copie plus récente est en ligne.';

/** In French a byte is an octet; a million of them, a Mo. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} o`;
  if (bytes < 1_000_000) return `${figure(Math.round(bytes / 1000))} ko`;
  return `${figure(Math.round(bytes / 100_000) / 10)} Mo`;
}
