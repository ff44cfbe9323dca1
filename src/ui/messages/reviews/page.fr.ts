/** Words of a published review, on its page and in its files. */
import type { FrozenReview } from '#domain/review/frozen-review.ts';
import type { ReviewReplyRole } from '#domain/review/review.ts';
import type { CheckAnswer } from '#domain/review/review-entry.ts';
import { count, day, dayOf } from '../format.fr.ts';
import { voiceName } from '../follow-up.fr.ts';
import { OCCASION, ofPact } from './names.fr.ts';

export const REVIEWS = 'Bilans';
export const REVIEWS_LEDE =
  'Ce que des collectifs ont constaté, à une date donnée, de chaque engagement d’un pacte. Un bilan publié ne change plus ; les mairies répondent à côté.';
export const NO_REVIEW_YET = 'Aucun bilan n’a encore été publié.';
export const NO_REVIEW_HERE = 'Aucun collectif n’a encore publié ici de bilan. Le premier peut se faire en une soirée.';
export const OPEN_ONE = 'Ouvrir un bilan';
export const WHOLE_LIST = 'les bilans';

export function reviewTitle({ number, occasion }: Pick<FrozenReview, 'number' | 'occasion'>): string {
  return `${OCCASION[occasion]} n° ${number}`;
}
export function reviewSubject({ pact, place }: Pick<FrozenReview, 'pact' | 'place'>): string {
  return ofPact(pact.listName, place.name);
}
export function publishedBy({
  collective,
  publishedOn,
}: {
  readonly collective: { readonly name: string };
  readonly publishedOn: string;
}): string {
  return `Publié le ${day(publishedOn)} par « ${collective.name} ».`;
}
export function reviewDescription(review: FrozenReview): string {
  return `${reviewTitle(review)} ${reviewSubject(review)}, publié le ${day(review.publishedOn)} : où en est chaque engagement, avec les preuves et les réponses.`;
}
export const atDate = (on: string): string => `au ${day(on)}`;
export const METHOD = (version: string): string => `méthode, version ${version}`;
export const METHOD_INTRO = 'Ce que veut dire chaque état :';
export const FROZEN = (sha256: string): string => `Ce bilan est figé : son texte a pour empreinte SHA-256 ${sha256}.`;
export const CHECK_FILE = 'Vérifier : le fichier JSON a exactement cette empreinte.';
export const PACT_WITHDRAWN =
  'Le pacte dont parle ce bilan a été retiré du site depuis. Le bilan reste tel qu’il a été publié.';
export const INTRODUCTION_OF = (collective: string): string => `Le collectif « ${collective} »`;

export const FIGURES = 'En chiffres';
export const FIGURES_CAPTION = 'Les engagements du pacte par état';
export const FIGURES_STATE = 'État';
export const FIGURES_COUNT = 'Engagements';
export const FIGURES_SIGNED = 'Engagements signés';
export const FIGURES_BEFORE = 'Déjà faits avant le mandat';
export const FIGURES_NOT_LOOKED_AT = 'Non examinés';
export const FIGURES_AMBITION = 'Ce qui avait été promis';
export const FIGURES_NOTE =
  '« Impossible à évaluer », « hors compétence » et « déjà fait avant le mandat » sont comptés à part : ils n’entrent dans aucune part. Ce que personne n’a examiné reste parmi les engagements signés, et compte.';

export const ERRATA = 'Rectificatifs';
export const erratumOn = (at: Date, of: string | null): string =>
  `Rectificatif du ${dayOf(at)}${of === null ? '' : `, ${of}`}`;
export const REPLIES = 'Réponses au bilan';
export const NO_REPLY = 'Aucune réponse à ce jour au bilan dans son ensemble.';
export const ANSWER = 'Répondre à ce bilan';
export const ANSWER_WHO = 'Pour les élu·es, les agents et les représentant·es de la liste.';
export const CORRECT = 'Publier un rectificatif';
export const CORRECT_WHO = 'Pour les personnes qui coordonnent le collectif.';
export const REPLY_ROLE: Readonly<Record<ReviewReplyRole, string>> = {
  'municipal-agent': 'Pour la mairie, un·e agent·e',
  'elected-official': 'Pour la mairie, un·e élu·e',
  'list-representative': 'Pour la liste',
};
export const repliedOn = (role: ReviewReplyRole, at: Date): string => `${REPLY_ROLE[role]}, le ${dayOf(at)}`;

export const EACH = 'Engagement par engagement';
export const PARTS = { m: 'Mesures de la charte', p: 'Principes', l: 'Engagements locaux' } as const;
export const NOT_LOOKED_AT = 'Non examiné dans ce bilan.';
export const THE_COLLECTIVE = 'Le collectif';
/** Who answers for the promises: the town hall, or the list alone when it does not govern. */
export function otherSide({ pact, place }: Pick<FrozenReview, 'pact' | 'place'>): string {
  return voiceName('town-hall', { place: place.code.kind, state: pact.state, list: pact.listName });
}
export const SAID_THEN = (on: string): string => `Disait alors (${day(on)}) :`;
export const ANSWERED = (at: Date): string => `Répond le ${dayOf(at)} :`;
export const SAID_NOTHING = 'N’a rien dit de cet engagement.';
export const SILENT_SINCE = 'Pas de réponse à ce jour.';
export const CHECKED = (points: number): string => `Ce qui a été vérifié (${count(points, 'point', 'points')})`;
export const CHECK_WORD: Readonly<Record<CheckAnswer, string>> = {
  yes: 'oui',
  no: 'non',
  'cannot-tell': 'impossible à dire',
};
export const SEE_THREAD = 'Tout le fil';
export const OTHER_REVIEWS = 'Les autres bilans de ce pacte';
export const otherReview = (number: number, on: string): string => `Bilan n° ${number}, ${day(on)}`;
export const THIS_REVIEW = 'ce bilan';
export const PDF = 'PDF';
export const ODT = 'ODT (à modifier)';
export const PRESS_LINK = 'Résumé pour la presse';

export const PRESS_TITLE = 'Résumé pour la presse';
export const THIS_PRESS = 'ce résumé';
export const PRESS_KEPT = 'Tenus';
export const PRESS_BROKEN = 'Rompus, ou pas commencés';
export const PRESS_PARTLY = 'Tenus en partie, ou en cours';
export const PRESS_ASIDE = 'Ce que le bilan ne dit pas';
export const PRESS_NONE = 'Aucun.';
export const PRESS_AND_MORE = (left: number): string => `et ${count(left, 'autre', 'autres')}, dans le bilan complet`;
export const PRESS_REPLY = (side: string): string => `Réponse de ${side.charAt(0).toLowerCase()}${side.slice(1)}`;
export const PRESS_NO_REPLY = (side: string, on: string): string =>
  `${side} n’avait pas encore répondu au ${day(on)}. Elle peut le faire à tout moment, sur la page du bilan.`;
export const PRESS_METHOD =
  'Chaque constat a une date, et le bilan en donne les preuves quand il y en a. « Tenu » veut dire : tout ce qui a été promis est fait, à chaque niveau promis.';
export const PRESS_CONTACT = 'Contact et bilan complet';
export const PRESS_WRITE = 'Écrire au collectif';
export const PRESS_QUOTE = (title: string, address: string): string => `À citer : ${title}, ${address}`;
export const COLLECTIVE_SAYS = 'Ce que dit le collectif';

export const PRINTED_FOOT = (address: string, on: string): string => `${address} – publié le ${day(on)}`;
export const signedOnWords = (on: string | null): string =>
  on === null ? 'dont la date de signature est inconnue' : `signé le ${day(on)}`;

export const ANSWER_TITLE = 'Répondre au bilan';
export const ANSWER_LEDE =
  'Votre réponse sera publique, à côté du bilan, sous le nom de la mairie ou de la liste, avec sa date. Elle ne pourra plus être modifiée ; vous pourrez en ajouter une autre.';
export const ANSWER_WORDS = 'Votre réponse au bilan dans son ensemble';
export const ANSWER_BUTTON = 'Publier cette réponse';
export const ANSWER_EACH = 'Répondre engagement par engagement';
export const ANSWER_EACH_NOTE =
  'Chaque réponse a son état, sa phrase et ses preuves : elle s’affiche en face de celle du collectif.';
export const CORRECT_TITLE = 'Publier un rectificatif';
export const CORRECT_LEDE =
  'Le bilan publié ne change pas. Le rectificatif s’affiche en tête de sa page, avec sa date.';
export const CORRECT_OF = 'De quoi parle le rectificatif ?';
export const CORRECT_WHOLE = 'Du bilan dans son ensemble';
export const CORRECT_WORDS = 'Ce qu’il faut lire';
export const CORRECT_BUTTON = 'Publier ce rectificatif';
export const ANSWER_NOT_YOU =
  'Seules les personnes dont le rôle est confirmé répondent à un bilan : les élu·es et les agents de la mairie, ou les représentant·es de la liste qui s’est engagée.';
export const ANSWER_ROLES = 'Demander ce rôle';
export const UP_TO = (on: string): string => `Au ${day(on)}.`;
