/** Words of /lire: dropping a document, waiting for its reading, and why it was not read. */
import { sayActRefusal, type ActRefusal } from './act-refusals.fr.ts';
import { count, figure } from './format.fr.ts';

export const TITLE = 'Lire un document';
export const DESCRIPTION =
  'Déposez un pacte signé, un plan d’action ou une charte : nous disons ce que nous y comprenons, vous confirmez.';
export const LEDE =
  'Déposez un pacte signé, un plan d’action ou une charte. Nous disons ce que nous y comprenons, et où ; vous confirmez ou corrigez. Rien n’est publié sans vous.';

export const DOCUMENT = 'Le document';
export const FILE = 'Un fichier';
export function fileHint(limitInBytes: number): string {
  return `PDF, Word (DOCX), OpenDocument (ODT), page web (HTML) ou texte (TXT), ${figure(Math.floor(limitInBytes / 1_048_576))} Mo au plus. Une photo ou un document numérisé en images ne peut pas être lu.`;
}
export const PASTE = 'Ou son texte, collé ici';
export function pasteHint(limit: number): string {
  return `${figure(limit)} caractères au plus. Laissez vide si vous envoyez un fichier.`;
}
export const ABOUT = 'Ce que vous en savez';
export const CHARTER = 'Charte à laquelle il répond';
export const CHARTER_AUTOMATIC = 'la reconnaître automatiquement';
export const KIND = 'Sorte de document';
export const KINDS = [
  { value: '', label: 'la reconnaître automatiquement' },
  { value: 'pact', label: 'un pacte signé' },
  { value: 'plan', label: 'un plan d’action' },
  { value: 'charter', label: 'une charte' },
] as const;
export const PLACE = 'Commune ou intercommunalité';
export const PLACE_HINT =
  'Un nom, un code postal, ou le numéro SIREN d’une intercommunalité. Vous pourrez le dire plus tard.';
export const SOURCE = 'Adresse où il est publié';
export const SOURCE_HINT = 'Si vous l’avez trouvé sur un site. Elle sera citée comme source.';
export const OPTIONAL = 'facultatif';
export const READ = 'Lire ce document';

export const WHAT_HAPPENS = 'Ce qu’il en advient';
export function whatHappens(days: number): readonly string[] {
  return [
    'Le document reste sur ce serveur : il n’est envoyé à aucun autre service.',
    `Vous recevez une adresse privée, que personne ne peut deviner. Le document et votre relecture y sont gardés ${count(days, 'jour', 'jours')}, puis effacés, sauf si le pacte ou le plan est publié.`,
    'Vous pouvez effacer le brouillon à tout moment.',
    'La publication se demande à l’équipe du site, une fois la relecture finie.',
  ];
}

export const SENDING = 'Envoi du document';
export const READING_NOW = 'Lecture en cours';
export const CANCEL = 'Annuler';
export const CANCELLED = 'Envoi annulé. Rien n’a été gardé.';
export const DISCARDED = 'Le brouillon est effacé : le document et les réponses ne sont plus gardés.';
export const CONNECTION_LOST =
  'L’envoi a été interrompu. Vérifiez votre connexion, puis renvoyez le document : ce que vous avez écrit est toujours là.';

export const PENDING_TITLE = 'Lecture en cours';
export const PENDING_LEDE =
  'Le document est arrivé, nous le lisons. « Voir si c’est fini » attend la fin et vous mène au résultat.';
export const PENDING_KEEP =
  'Vous pouvez la quitter : notez son adresse, elle mène au résultat pendant une heure après la lecture.';
export const REFRESH = 'Voir si c’est fini';
export const PENDING_UNKNOWN =
  'Cette lecture n’existe pas, ou n’existe plus : elle est peut-être annulée, ou finie depuis plus d’une heure.';
export const START_AGAIN = 'Déposer un document';
export const NOT_READ = 'Ce document n’a pas été lu';
export const CHOOSE_FILE_AGAIN = 'Par sécurité, votre navigateur demande de choisir à nouveau le fichier.';

/** What only the page can refuse; all else is the reader's and the acts'. */
export type SendRefusal =
  | ActRefusal
  | { readonly kind: 'nothing-given' }
  | { readonly kind: 'file-and-text' }
  | { readonly kind: 'pasted-too-long'; readonly characters: number; readonly limit: number }
  | { readonly kind: 'body-too-large'; readonly limitInBytes: number }
  | { readonly kind: 'not-an-address'; readonly address: string }
  | { readonly kind: 'too-many-requests'; readonly seconds: number }
  | { readonly kind: 'cancelled' };

export function saySendRefusal(refusal: SendRefusal): string {
  switch (refusal.kind) {
    case 'nothing-given':
      return 'Il n’y a rien à lire : choisissez un fichier, ou collez un texte.';
    case 'file-and-text':
      return 'Vous avez donné un fichier et un texte : gardez l’un des deux, pour que nous sachions lequel lire.';
    case 'pasted-too-long':
      return `Le texte collé compte ${figure(refusal.characters)} caractères, la limite est de ${figure(refusal.limit)}. Enregistrez-le dans un fichier, puis envoyez ce fichier.`;
    case 'body-too-large':
      return bodyTooLarge(refusal.limitInBytes);
    case 'not-an-address':
      return `« ${refusal.address} » n’est pas une adresse complète. Elle commence par https:// ou http://.`;
    case 'too-many-requests':
      return tooManyRequests(refusal.seconds);
    case 'cancelled':
      return CANCELLED;
    default:
      return sayActRefusal(refusal);
  }
}

/** Apart from the other refusals: the page says it without asking the server, and carries no other sentence for it. */
export function bodyTooLarge(limitInBytes: number): string {
  return `Ce fichier dépasse ${figure(Math.floor(limitInBytes / 1_048_576))} Mo. Enregistrez-le sans ses images, ou découpez-le en plusieurs documents.`;
}

export function tooManyRequests(seconds: number): string {
  const wait =
    seconds < 90 ? count(seconds, 'seconde', 'secondes') : count(Math.ceil(seconds / 60), 'minute', 'minutes');
  return `Beaucoup de demandes sont venues de votre connexion. Réessayez dans ${wait}. Ce que vous avez écrit est gardé sur cette page.`;
}
