/** The words of the overview of a negotiation and of its other pages. */
import type { NegotiationState } from '#domain/negotiation/progress.ts';
import type { StartingPoint } from '#domain/negotiation/starting-point.ts';
import { dayOf } from './format.fr.ts';

export const OVERVIEW = 'Vue d’ensemble';

type Dates = {
  readonly askedAt: Date | null;
  readonly startedAt: Date | null;
  readonly frozenAt: Date | null;
  readonly toldAt: Date | null;
};

export function stageLine(state: NegotiationState, dates: Dates, kind: 'list' | 'council'): string {
  const them = kind === 'list' ? 'la liste' : 'le conseil';
  const day = (at: Date | null): string => (at === null ? '' : dayOf(at));
  switch (state) {
    case 'prepared':
      return `Vous préparez cette négociation : ${them} n’en voit rien et n’en sait rien encore.`;
    case 'asked':
      return `Demandée le ${day(dates.askedAt)} ; ${them} n’a pas encore dit si elle se fera.`;
    case 'under-way':
      return `En cours depuis le ${day(dates.startedAt)}.`;
    case 'frozen':
      return `Le texte est figé depuis le ${day(dates.frozenAt)} : personne ne peut plus en changer un mot. Il reste à le signer.`;
    case 'declined':
      return `Demandée le ${day(dates.askedAt)}, puis déclinée.`;
    case 'ended':
      return 'Cette négociation est arrêtée. Tout ce qui a été dit reste lisible ici par les deux parties.';
  }
}

export const START_WORDS: Readonly<Record<StartingPoint['kind'], string>> = {
  nothing: 'Elle part des seuls principes.',
  everything: 'Elle part de toute la charte.',
  priorities: 'Elle part des priorités du collectif.',
  document: 'Elle part d’un document lu ici : ses réponses sont les premières de l’autre partie.',
  'previous-pact': 'Elle part du pacte du mandat précédent.',
  'signed-text':
    'C’est la négociation d’un avenant : elle part de tout ce que le texte signé promet, et seul ce que vous changez est à discuter.',
};

export const ADDENDUM_OF = 'Le texte signé, qui reste tel quel :';

export const declinedWords = (day: string, reason: string): string =>
  `Déclinée le ${day}. Motif, montré aux deux parties seulement : « ${reason} »`;
export const endedWords = (day: string, who: string, reason: string): string =>
  `Arrêtée le ${day} par ${who}. Motif, montré aux deux parties seulement : « ${reason} »`;
export const TO_SIGN = 'Voir le texte figé et le signer';
export const DECIDE = 'Voulez-vous négocier ?';
export const DECIDE_NOTE =
  'Accepter n’engage à rien d’autre qu’à répondre. Rien de ce que vous écrirez n’est public avant la signature ; la page de la commune dira seulement que la négociation est en cours, ou déclinée, et depuis quand.';
export const ACCEPT = 'Accepter de négocier';
export const DECLINE = 'Décliner';
export const DECLINE_NOTE = 'Ce motif n’est montré qu’aux deux parties. Vous pourrez changer d’avis.';
export const ASK = 'Demander à négocier';
export const ASK_AGAIN = 'Demander à nouveau';
export const ASK_NOTE =
  'Nous écrivons aux adresses publiques connues et à qui représente déjà cette liste ou ce conseil. Dès lors, les pages publiques disent que la négociation est demandée, et depuis quand.';
export const EMAIL = 'Une autre adresse, si vous en connaissez une';
export const EMAIL_HELP = 'Elle sert à cet envoi et n’est gardée nulle part ailleurs.';
export const SEND_ASK = 'Envoyer la demande';
export const SEND_AGAIN = 'Envoyer un rappel';
export const ASKED_IN_PERSON = 'La demande est faite en personne';
export const ON_PAPER =
  'Personne de l’autre partie n’est venu ici. Vous pouvez noter ce qu’elle répond en réunion ou sur papier :';
export const ON_PAPER_LINK = 'noter ses réponses';
export const FILTERS_LABEL = 'Choisir les mesures montrées';
export const FILTER_WORDS = {
  toutes: 'Toutes',
  'a-vous': 'À vous',
  discussion: 'En discussion',
  accord: 'D’accord',
  'sans-reponse': 'Sans réponse',
  'pas-abordees': 'Pas abordées',
} as const;
export const NO_MEASURE = 'Aucune mesure dans ce cas.';
export const SIGNS =
  'Signes : = d’accord ; ≠ en discussion ; … sans réponse ; · pas abordée. Les niveaux ne se cumulent pas : on peut prendre le niveau 3 sans le niveau 1.';
export const ASK_EVERYTHING = 'Demander toute la charte, telle quelle';
export const END = 'Arrêter la négociation';
export const END_NOTE =
  'L’autre partie en reçoit le motif. Rien n’est effacé ; on peut ouvrir une autre négociation ensuite.';
export const REASON = 'Motif';

export const ROUNDS = 'Tours';
export const ROUNDS_NOTE =
  'Envoyer un tour, c’est dire à l’autre partie : voici où nous en sommes, à vous. Le tour est daté et un mail part. Chacun peut continuer à corriger ses réponses.';
export const NO_ROUND = 'Aucun tour n’est encore envoyé.';
export const roundTitle = (number: number, who: string): string => `Tour ${number} : ${who}`;
export const SEND_ROUND = 'Envoyer nos réponses';
export const ROUND_WORDS = 'Un message avec ce tour';
export const ROUND_HELP = 'Facultatif. Il part dans le mail.';

export const TEXT = 'Le texte, tel qu’il serait signé';
export const TEXT_NOTE =
  'Il contient exactement ce sur quoi les deux parties sont d’accord à cet instant. Quand les deux disent oui au même texte, il est figé.';
export const UNMET = 'Ce qui manque avant de figer le texte';
export const LEFT_OUT = 'Ce que le texte ne dit pas';
export const LEFT_OUT_NOTE = 'Les deux parties ne sont pas d’accord là-dessus : cela n’entre pas dans le pacte.';
export const FINGERPRINT = 'Empreinte de ce texte (SHA-256)';
export const SAY_YES = 'Nous sommes d’accord avec ce texte';
export const SAY_YES_NOTE =
  'Si quelqu’un change un mot avant que les deux parties aient dit oui, votre oui ne vaut plus.';
export const TAKE_YES_BACK = 'Retirer notre oui';
export const saidYes = (who: string, day: string): string => `${who} a dit oui à ce texte le ${day}.`;
export const saidYesToOther = (who: string, day: string): string =>
  `${who} avait dit oui le ${day} à un texte qui a changé depuis : ce oui ne vaut plus.`;
export const reportedYes =
  'Ce oui a été noté par le collectif, qui le tient de l’autre partie. Seule la signature engage.';
export const notYet = (who: string): string => `${who} n’a pas encore dit oui à ce texte.`;
export const ONLY_DECIDERS =
  'Dire oui au texte revient à la coordination du collectif et à qui représente l’autre partie.';
export const PREVIEW = 'Le texte';

export const MEETING = 'En séance';
export const MEETING_NOTE = 'Flèches du clavier : mesure suivante, mesure précédente.';
export const MEETING_OUT = 'Quitter la séance';
export const MEETING_ANSWER = 'Répondre à cette mesure';

export const JOIN = 'Une négociation vous est proposée';
export const joinLead = (collective: string, counterpart: string, place: string): string =>
  `Le collectif « ${collective} » propose ${counterpart} de négocier un pacte pour ${place}.`;
export const JOIN_STEPS = [
  'Connectez-vous avec votre adresse électronique : un code vous est envoyé, sans mot de passe.',
  'Demandez à représenter la liste ou le conseil. Ce rôle se confirme par un code envoyé à l’adresse publique de la liste ou de la mairie, ou par l’équipe nationale.',
  'Revenez ici : vous pourrez accepter, ou décliner en disant pourquoi.',
] as const;
export const JOIN_OPEN = 'Ouvrir la négociation';
export const JOIN_ROLE = 'Demander ce rôle';
export const JOIN_PRIVATE = 'Rien de ce qui s’y dit n’est public avant la signature.';

export const OPENING = 'Ouvrir une négociation';
export const OPENING_NOTE =
  'Vous la préparez d’abord entre vous : l’autre partie n’en sait rien tant que vous ne lui avez pas demandé.';
export const NO_COLLECTIVE = 'Une négociation s’ouvre au nom d’un collectif actif dont vous êtes membre.';
export const WHICH_COLLECTIVE = 'Au nom de quel collectif ?';
export const WITH_WHOM = 'Avec qui ?';
export const LIST_MISSING = 'La liste n’y est pas ? Qui coordonne le collectif la saisit d’abord :';
export function enterListOf(place: string): string {
  return `saisir une liste (${place})`;
}
export const WHICH_EDITION = 'À partir de quelle charte ?';
export const START_WITH = 'Par quoi commencer ?';
export const STARTS = [
  { value: 'priorities', label: 'Les priorités choisies par le collectif' },
  { value: 'everything', label: 'Toute la charte' },
  { value: 'nothing', label: 'Rien : seulement les principes que tout pacte demande' },
  { value: 'document', label: 'Un document lu ici, dont les réponses deviennent celles de l’autre partie' },
  { value: 'previous-pact', label: 'Le pacte du mandat précédent, redemandé tel qu’il a été promis' },
] as const;
export const WHICH_PACT = 'Quel pacte publié ?';
export const WHICH_PACT_HELP = 'Seulement pour les deux derniers choix.';
export const NO_PACT = 'Aucun de ceux-ci';
export const pactOf = (title: string, place: string, term: string): string => `${title}, ${place}, ${term}`;
export const OTHER_DOCUMENT = 'Ou l’adresse d’un brouillon, ou d’un autre pacte';
export const DOCUMENT = 'Adresse de ce document ou de ce pacte';
export const DOCUMENT_HELP =
  'L’adresse de la page du brouillon (…/lire/…) ou du pacte publié (…/pactes/…). Seulement pour les deux derniers choix.';
export const OPEN_IT = 'Préparer la négociation';
export const listStanding = (of: {
  readonly list: string;
  readonly place: string;
  readonly election: string;
}): string => `Liste « ${of.list} », ${of.place}, ${of.election.charAt(0).toLowerCase()}${of.election.slice(1)}`;
export const councilOf = (place: string): string => `Le conseil (${place})`;

export const NO_REPORT = 'Aucun signalement n’attend.';
export const REPORT_SAID = 'Mots signalés';
export const REPORT_REASON = 'Motif du signalement';
export const NOTICE = 'Avis montré à la place des mots';
export const NOTICE_HELP = 'Les deux parties le lisent. Dites pourquoi ces mots sont masqués, sans les répéter.';
export const HIDE = 'Masquer ces mots';
export const KEEP_WORDS = 'Les laisser';
export const REPORTS_NOTE =
  'Masquer remplace les mots par votre avis, sur les pages et dans le texte à signer. Les mots restent au journal, que personne ne peut réécrire. Une promesse dont la rédaction est masquée est à dire à nouveau.';
