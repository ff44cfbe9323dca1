/** Promises left to a grouping and put to it. */
import type { BodyAnswer, BodyQuestionState } from '#domain/campaign/body-question.ts';
import { day } from './format.fr.ts';

export const STATE: Readonly<Record<BodyQuestionState['kind'], string>> = {
  asked: 'question posée',
  silent: 'sans réponse',
  accepted: 'acceptée',
  refused: 'refusée',
};

/** « sans réponse depuis le 12 mai 2026 ». */
export function stateLine(state: BodyQuestionState): string {
  switch (state.kind) {
    case 'asked':
      return `question posée le ${day(state.since)}, réponse attendue`;
    case 'silent':
      return `sans réponse depuis le ${day(state.since)}`;
    case 'accepted':
      return `acceptée le ${day(state.on)}`;
    case 'refused':
      return `refusée le ${day(state.on)}`;
  }
}

export const BROUGHT_BY: Readonly<Record<BodyAnswer['as'], string>> = {
  body: 'réponse publiée par l’intercommunalité',
  collective: 'réponse rapportée par le collectif',
  'national-team': 'réponse rapportée par l’équipe nationale',
};

export const QUESTIONS = 'Ce qui lui a été demandé';
export const ASKED_BODY = 'Demandé à l’intercommunalité';
export const NOTHING_ASKED = 'Aucun collectif ne le lui a encore demandé ici.';
export const READ = 'Lire la question';
export function measureOf(measure: number, level: number | null): string {
  return level === null ? `mesure ${measure}` : `mesure ${measure}, niveau ${level}`;
}

export function questionTitle(grouping: string, measure: number): string {
  return `Question à ${grouping}, mesure ${measure}`;
}
export function questionLede(collective: string, askedOn: string): string {
  return `Le collectif « ${collective} » demande à cette intercommunalité si elle prend une mesure qu’un pacte lui laisse. Question posée le ${day(askedOn)}.`;
}
export const THE_QUESTION = 'La question';
export const THE_ANSWER = 'La réponse';
export const NO_ANSWER = 'Aucune réponse n’est connue.';
export const NO_WORDS = 'Aucun texte n’accompagne cette réponse.';
export const REPLY = 'Publier la réponse';
export const REPLY_WHO = '(l’intercommunalité, ou le collectif qui l’a reçue)';

export const ASK_TITLE = 'Demander à l’intercommunalité';
export const ASK_LEDE =
  'Un pacte d’ici laisse cette mesure à une autre autorité. Votre collectif peut la lui demander : la question, sa date et la réponse, ou le silence, sont publics.';
export const ASK_WHO = 'Seule la coordination d’un collectif de cette commune peut poser cette question.';
export const TO_WHOM = 'À quelle intercommunalité ?';
export const LEVEL = 'Quel niveau ?';
export const WHOLE = 'Toute la mesure';
export function levelName(level: number): string {
  return `Niveau ${level}`;
}
export const TEXT = 'La question, telle que vous l’avez envoyée';
export const ASKED_ON = 'Jour de l’envoi';
export const PUBLISH_QUESTION = 'Publier la question';
export const NOT_PUBLISHED = 'Rien n’est publié';

export const ANSWER = 'Sa réponse';
export const YES = 'Oui, elle prend cette mesure';
export const NO = 'Non, elle ne la prend pas';
export const ANSWERED_ON = 'Jour de la réponse';
export const ANSWER_TEXT = 'Ses mots (facultatif)';
export const PUBLISH_ANSWER = 'Publier la réponse';
export const ANSWER_WHO =
  'Seules les personnes confirmées pour cette intercommunalité, la coordination du collectif qui a demandé et l’équipe nationale peuvent publier la réponse.';
export const ASK_LINK = 'Poser la question à l’intercommunalité';
export const ASK_LINK_WHO = '(coordination d’un collectif d’ici)';
