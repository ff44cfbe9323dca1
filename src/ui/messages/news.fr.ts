/** Words of the one screen on which a lead says where an action is, from the link of a mail. */
import type { ActionStatus } from '#domain/plan/action-sheet.ts';
import type { CannotGiveBack } from '#use-cases/plan-news/give-back.ts';
import type { CannotSayNews } from '#use-cases/plan-news/say-news.ts';
import { count, dayOf, figure } from './format.fr.ts';
import { STATUS_WORD, statusState } from './plan-words.fr.ts';
import { saySigningRefusal } from './signing-refusals.fr.ts';

export const TITLE = 'Où en est cette action ?';
export const ALL_SAID = 'Tout est à jour';
export const STATUS = 'Statut';
export const SENTENCE = 'Une phrase, si vous voulez';
export const SENTENCE_HINT = 'Ce qui a été fait, ce qui vient. La mairie la relit avant de la publier.';
export const SENTENCE_HINT_AT_ONCE = 'Ce qui a été fait, ce qui vient. Elle sera publiée aussitôt.';
export const FILE = 'Une photo ou un PDF, si vous en avez';
export const FILE_HINT = '20 Mo au plus. Le lieu que l’appareil écrit dans la photo en est retiré.';
export const BLOCKED_WHY = 'Ce qui bloque';
export const BLOCKED_UNBLOCKS = 'Ce qui débloquerait';
export const BLOCKED_HINT = 'Seulement si l’action est bloquée.';
export const SEND = 'Envoyer';
export const NOTHING_NEW = 'Rien de neuf';
export const NOT_MINE = 'Ce n’est plus moi';
export const NOT_MINE_WHO = 'Qui la suit maintenant, si vous le savez';
export const NOT_MINE_NOTE = 'La mairie sera prévenue. On ne vous demandera plus rien sur cette action.';
export const GIVE_THIS_BACK = 'Ce n’est plus moi, pour cette action';
export const GIVE_ALL_BACK = 'Plus moi, pour aucune de mes actions';
export const THANK_YOU = 'Merci';
export const GIVEN_BACK =
  'C’est noté : vous ne suivez plus aucune de ces actions. La mairie est prévenue, et on ne vous écrira plus à leur sujet.';
export const NOT_SENT = 'Rien n’a été envoyé';
export const OTHERS = 'Vos autres actions';
export const YOUR_ACTIONS = 'Vos actions';
export const WAITING = 'attend une réponse';
export const LINK_UNKNOWN_TITLE = 'Ce lien n’ouvre rien';
export const LINK_CLOSED_TITLE = 'Ce lien ne s’ouvre plus';
export const LINK_UNKNOWN =
  'Ce lien n’ouvre rien. Il est peut-être coupé : copiez-le en entier depuis le message reçu, ou demandez-en un autre à la mairie.';
export const LINK_OVER =
  'Ce lien ne s’ouvre plus : son délai est passé, ou la personne à qui il était adressé ne suit plus ces actions. Demandez-en un autre à la mairie.';
export const FILE_AGAIN = 'Choisissez à nouveau le fichier : il n’a pas été gardé.';
export const TOO_OFTEN =
  'Trop d’envois depuis cette connexion. Ce que vous avez écrit est gardé : réessayez dans quelques minutes.';

export function bearer(name: string, place: string): string {
  return `${name} · ${place}`;
}

export function personal(until: Date): string {
  return `Ce lien vous est personnel, jusqu’au ${dayOf(until)}. Qui l’ouvre répond en votre nom.`;
}

export function lastNews(newsAt: Date | null): string {
  return newsAt === null ? 'Aucune nouvelle jusqu’ici.' : `Dernière nouvelle le ${dayOf(newsAt)}.`;
}

export function statusNow(status: ActionStatus | null): string {
  return STATUS_WORD[statusState(status)];
}

/** « En cours. Dernière nouvelle le 3 juin 2029. » */
export function standing({ status, newsAt }: { readonly status: ActionStatus | null; readonly newsAt: Date | null }) {
  return `${statusNow(status)}. ${lastNews(newsAt)}`;
}

export function thanks(kind: string, title: string, left: number): string {
  const said = THANKS[kind];
  if (said === undefined) return '';
  const more = left === 0 ? 'Rien d’autre n’est attendu de vous.' : `Il reste ${count(left, 'action', 'actions')}.`;
  return `${said(title)} ${more}`;
}

const THANKS: Readonly<Record<string, (title: string) => string>> = {
  dit: (title) => `C’est noté pour « ${title} ». Merci.`,
  rien: (title) => `C’est noté : rien de neuf pour « ${title} ». Merci.`,
  rendue: (title) => `C’est noté : vous ne suivez plus « ${title} ».`,
};

export function sayNewsRefusal(refusal: CannotSayNews | CannotGiveBack | { readonly kind: 'too-often' }): string {
  switch (refusal.kind) {
    case 'too-often':
      return TOO_OFTEN;
    case 'unknown-link':
    case 'not-allowed':
      return LINK_UNKNOWN;
    case 'link-over':
      return LINK_OVER;
    case 'unknown-action':
      return 'Cette action n’est plus la vôtre, ou n’est plus dans le plan. Rien n’a changé.';
    case 'nothing-said':
      return 'Choisissez un statut, écrivez une phrase ou joignez une photo. Sinon : « Rien de neuf ».';
    case 'blocked-without-why':
      return 'Dites ce qui bloque et ce qui débloquerait : c’est ce qui permet à la mairie d’agir.';
    case 'news-too-long':
      return `La phrase est trop longue : ${figure(refusal.limit)} signes au plus.`;
    case 'action-edited-meanwhile':
      return 'Quelqu’un a changé le statut de cette action pendant que vous écriviez. Le nouveau est montré ci-dessous, avec ce que vous aviez écrit : relisez, puis envoyez à nouveau si vous le souhaitez.';
    case 'unknown-axis':
    case 'number-wrong':
    case 'number-taken':
    case 'unknown-entries':
    case 'sheet-faults':
      return 'Ce statut ne peut pas être gardé tel quel. Relisez ce qui bloque et ce qui débloquerait, puis envoyez à nouveau.';
    default:
      return saySigningRefusal(refusal);
  }
}
