/** The follow-up of a place in words: meetings, letters, replies, silence, questions. */
import type { EventKind, LetterMeans } from '#domain/events/follow-up-event.ts';
import type { LetterFate } from '#domain/events/silence.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import { count, day, dayOf, dePlace, figure } from '../format.fr.ts';
import { ofTheTownHall, theTownHall, type PlaceKind } from '../town-hall.fr.ts';

export const FOLLOW_UP = 'Suivi';
export function followUpTitle(place: string): string {
  return `Le suivi du pacte ${dePlace(place)}`;
}
export function followUpDescription(place: string): string {
  return `Réunions, lettres, réponses et silences sur le pacte ${dePlace(place)} : qui a écrit, qui a répondu, en combien de jours.`;
}
export const FOLLOW_UP_LEDE =
  'Ce qui se passe entre la signature et la prochaine élection. Chaque partie raconte ce qu’elle a vu ; personne ne touche aux mots de l’autre.';
export function sittingTitle(meeting: number): string {
  return `Séance ${meeting} du comité de suivi`;
}
export const NO_EVENT = 'Rien encore : ni réunion, ni lettre n’est notée ici.';
export function noEventNext(place: PlaceKind): string {
  return `Le collectif et ${theTownHall(place)} peuvent noter une réunion, une lettre ou une réponse depuis leur espace de suivi.`;
}
export const NO_PACT = 'Aucun pacte n’est publié ici : il n’y a pas encore de promesse à suivre.';
export const TO_WISH = 'Dire que vous voulez un pacte ici';
export const ITS_COMMUNES = 'Voir les pactes de ses communes';

export const KIND: Readonly<Record<EventKind, string>> = {
  meeting: 'Réunion',
  letter: 'Lettre',
  reply: 'Réponse',
};
export const MEANS: Readonly<Record<LetterMeans, string>> = {
  post: 'par la poste',
  'registered-post': 'en recommandé',
  mail: 'par courrier électronique',
  'by-hand': 'remise en main propre',
};
/** « Lettre du collectif, par la poste » ; `list` : la liste qui parle en son nom. */
export function kindLine({
  kind,
  voice,
  list,
  means,
  place,
}: {
  readonly kind: EventKind;
  readonly voice: Voice;
  readonly list: string | null;
  readonly means: LetterMeans | null;
  readonly place: PlaceKind;
}): string {
  const of = list === null ? { collective: 'du collectif', 'town-hall': ofTheTownHall(place) }[voice] : ofList(list);
  if (kind === 'letter') return `Lettre ${of}${means === null ? '' : `, ${MEANS[means]}`}`;
  if (kind === 'reply') return voice === 'collective' ? 'Réponse notée par le collectif' : `Réponse ${of}`;
  const by = { collective: 'le collectif', 'town-hall': theTownHall(place) }[voice];
  return `Réunion, racontée par ${list === null ? by : theList(list)}`;
}
export function theList(list: string): string {
  return `la liste « ${list} »`;
}
function ofList(list: string): string {
  return `de ${theList(list)}`;
}

/** What became of a letter, with its days. */
export function fateLine(fate: LetterFate): string {
  switch (fate.kind) {
    case 'answered':
      return fate.afterDays === 0
        ? 'Réponse le jour même'
        : `Réponse au bout de ${count(fate.afterDays, 'jour', 'jours')}, le ${day(fate.on)}`;
    case 'awaited':
      return fate.dueOn === null
        ? `Sans réponse depuis ${count(fate.days, 'jour', 'jours')} ; aucun délai n’était demandé`
        : `Réponse attendue avant le ${day(fate.dueOn)} inclus ; ${count(fate.days, 'jour', 'jours')} depuis l’envoi`;
    case 'silence':
      return `Sans réponse depuis ${count(fate.days, 'jour', 'jours')} ; elle était demandée avant le ${day(fate.dueOn)} inclus`;
  }
}
export const WITH_WHOM = 'Avec';
export const TO_WHOM = 'À';
export const OTHERS_THERE = 'Aussi présentes (jamais public)';
export const PRIVATE_EVENT = 'Privé : vu de votre côté seulement';
export const ABOUT = 'Sur';
export const ANSWERS = 'En réponse à';
export const READ_LETTER = 'Lire la lettre';
export function correctedLine(at: Date): string {
  return `Corrigé le ${dayOf(at)} : lire ce qui était écrit avant`;
}
export function untilLine(at: Date): string {
  return `Jusqu’au ${dayOf(at)}`;
}
export function withdrawnLine(at: Date, reason: string): string {
  return `Retiré le ${dayOf(at)} : ${reason}`;
}

/** The answer line of the page: each figure with what it is out of. */
export function lettersFact(silent: number, letters: number, today: string): { figure: string; words: string } {
  return {
    figure: letters === 0 ? '0' : `${figure(silent)} sur ${figure(letters)}`,
    words:
      letters === 0
        ? `lettre envoyée, au ${day(today)}`
        : `${letters < 2 ? 'lettre' : 'lettres'} sans réponse au-delà du délai demandé, au ${day(today)}`,
  };
}
export function meetingsFact(meetings: number, last: string | null): { figure: string; words: string } {
  return {
    figure: figure(meetings),
    words: `${meetings < 2 ? 'réunion notée' : 'réunions notées'}${last === null ? '' : `, la dernière le ${day(last)}`}`,
  };
}
export function questionsFact(open: number, asked: number): { figure: string; words: string } {
  return {
    figure: asked === 0 ? '0' : `${figure(open)} sur ${figure(asked)}`,
    words: asked === 0 ? 'question posée' : `${asked < 2 ? 'question' : 'questions'} sans réponse`,
  };
}

export const QUESTIONS = 'Questions ouvertes';
export const NO_QUESTION = 'Aucune question n’attend de réponse.';
export const ANSWERED_QUESTIONS = 'Questions qui ont reçu une réponse';
export function askedLine({
  askedAs,
  askedOn,
  letters,
  place,
}: {
  readonly askedAs: Voice | 'committee';
  readonly askedOn: string;
  readonly letters: number;
  readonly place: PlaceKind;
}): string {
  const as = {
    collective: 'par le collectif',
    'town-hall': `par ${theTownHall(place)}`,
    committee: 'en comité de suivi',
  }[askedAs];
  const often = letters === 0 ? '' : `, reprise dans ${count(letters, 'lettre envoyée', 'lettres envoyées')}`;
  return `Posée ${as} le ${day(askedOn)}${often}`;
}
export function answeredLine({ by, on }: { by: Voice; on: string }, place: PlaceKind): string {
  return `Réponse ${by === 'town-hall' ? ofTheTownHall(place) : 'notée par le collectif'}, le ${day(on)}`;
}
export const PRIVATE_QUESTION = 'gardée entre vous';

export const COMMITTEE_LINK = 'Le comité de suivi';
export const DEADLINES_LINK = 'Les échéances';
export const SPACE_LINK = 'Noter une réunion, une lettre, une réponse';
export const KIT = 'Dossier de séance';
export const KIT_WORDS = 'l’état du pacte en une page, l’ordre du jour et les questions, à jour d’aujourd’hui';
export const PDF = 'PDF';
export const ODT = 'ODT';
export const DOCX = 'DOCX';
export const EVENTS_FILE = 'les événements';
export const EVENTS = 'Ce qui s’est passé';
export const OLDER_EVENTS = 'Ce qui s’est passé avant';
export const OLDER_QUESTIONS = 'Les questions d’avant';
export const LATEST_EVENTS = 'Revenir au plus récent';

export const STEP_EVENTS = 'Réunions, lettres, décisions';
export const DECIDED = 'Décision du comité de suivi';
