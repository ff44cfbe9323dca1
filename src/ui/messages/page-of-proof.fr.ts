/** Words of the page of proof, at the end of a sealed PDF. */
import { shownCode } from '#domain/shared/short-code.ts';
import { count, figure } from './format.fr.ts';

export const PROOF_TITLE = 'Page de preuve';
export const PROOF_INTRODUCTION: readonly string[] = [
  'Cette page a été ajoutée par le site quand toutes les signatures ont été données. Elle dit qui a signé, quand et comment, et donne de quoi le vérifier sans nous.',
  'Signature simple, sans valeur juridique : sa mémoire est sa force.',
];
export const TEXT_SECTION = 'Le texte signé';
export const TEXT_LINES: readonly string[] = [
  'Chaque signature porte sur ce texte et sur aucun autre. Il est joint à ce fichier, avec le PDF que les signataires ont pu lire. Une empreinte change entièrement si un seul signe change.',
];
export const FINGERPRINT_TEXT = 'Empreinte SHA-256 du texte (texte-convenu.json)';
export const FINGERPRINT_PDF = 'Empreinte SHA-256 du PDF avant les signatures (texte-avant-signatures.pdf)';

export const JOURNAL_SECTION = 'Le journal du site';
export function journalLine(events: number): string {
  return events === 0
    ? 'Le journal du site ne dit encore rien de ce texte.'
    : `Le journal du site, dont chaque événement porte l’empreinte du précédent, contient ${count(events, 'événement', 'événements')} sur ce texte. Leurs empreintes sont jointes à ce fichier, dans preuve.json. Celle du dernier :`;
}
export const eventName = (sequence: number): string => `Événement n° ${figure(sequence)}`;

export const SEAL_SECTION = 'Le sceau du site';
export function sealLine(at: string): string {
  return `Scellé le ${at}. Le site a signé ce fichier entier, cette page comprise, avec sa propre clé : c’est ce qui montre qu’il n’a pas été modifié depuis.`;
}
export const CERTIFICATE = 'Empreinte SHA-256 du certificat de cette clé';
export const TIMESTAMP_ASKED =
  'Une autorité d’horodatage a été sollicitée : si elle a répondu, son jeton est dans la signature.';
export const NO_TIMESTAMP = 'L’heure du sceau est celle du site : aucune autorité d’horodatage n’a été sollicitée.';

export const CHECK_SECTION = 'Comment vérifier';
export function checkLines(address: string, code: string): readonly string[] {
  return [
    `Sur le site : déposez ce fichier à l’adresse ${address}/verifier, ou tapez le code ${shownCode(code)}.`,
    'Sans le site : comparez les empreintes avec l’outil sha256sum, et lisez la signature avec pdfsig ou tout lecteur de PDF.',
  ];
}
export const EVIDENCE_SECRET = 'La pièce est gardée par le site.';
