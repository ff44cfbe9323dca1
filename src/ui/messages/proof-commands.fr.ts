/** What the commands of proof say: key, export, verify. */
import { count, dayOf, figure } from './format.fr.ts';

export const keyMessages = {
  summary: 'Montre le certificat de la clé qui scelle les pactes signés, ou change cette clé.',
  usage: '(show | rotate) [--by NOM]',
  showOrRotate: 'Dites show ou rotate.',
  line: (fingerprint: string, madeAt: Date, retiredAt: Date | null): string =>
    `${fingerprint}  en service depuis le ${dayOf(madeAt)}${retiredAt === null ? '' : `, remplacée le ${dayOf(retiredAt)}`}`,
  rotated: (fingerprint: string): string =>
    `Nouvelle clé en service. Empreinte de son certificat, à noter hors du site : ${fingerprint}`,
  retired: (fingerprint: string): string =>
    `L’ancienne clé est détruite ; son certificat reste publié et valable pour ce qu’il a scellé : ${fingerprint}`,
} as const;

export const exportMessages = {
  summary:
    'Écrit dans un dossier tout ce que le site sait d’une commune ou d’une intercommunalité : textes, PDF, pièces, journal, et de quoi vérifier sans le site.',
  usage: '(CODE INSEE | SIREN) DOSSIER [--no-scans] [--by NOM]',
  argumentsMissing: 'Dites quel lieu et dans quel dossier : export 94017 dossier',
  unknownPlace: (code: string): string => `Aucune commune ni intercommunalité ne porte le code ${code}.`,
  notEmpty: (folder: string): string => `${folder} existe et n’est pas vide : choisissez un autre dossier.`,
  nothing: (name: string): string => `Rien n’est publié ni signé ici pour ${name} : le dossier le dit.`,
  written: (folder: string, files: number, bytes: number): string =>
    `${folder} : ${count(files, 'fichier', 'fichiers')}, ${figure(Math.ceil(bytes / 1000))} ko. Ouvrez LISEZ-MOI.html, même sans connexion.`,
} as const;

export const verifyMessages = {
  summary:
    'Dit si un PDF, ou un dossier écrit par export, est intact. Sort avec 0 : intact ; 1 : modifié ; 2 : impossible à dire.',
  usage: '(PDF | DOSSIER)',
  pathMissing: 'Dites quel fichier ou quel dossier vérifier, un seul.',
  unreadable: (path: string, reason: string): string => `Impossible d’ouvrir ${path} : ${UNREADABLE[reason] ?? reason}`,
  notAFolderOfOurs: (path: string): string =>
    `${path} n’est pas un dossier écrit par export : il n’a pas de manifeste.json.`,
} as const;

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'il n’existe pas',
  EACCES: 'vous n’avez pas le droit de le lire',
};
