/** Deadlines in words: what is due, by when, and where it is written. */
import type { Deadline } from '#domain/deadlines/deadline.ts';
import { commitmentKeyOf } from '#domain/follow-up/commitment-key.ts';
import { count, day, de, dePlace, heading, monthIn } from '../format.fr.ts';

export const DEADLINES = 'Échéances';
export function deadlinesTitle(place: string): string {
  return `Les échéances ${dePlace(place)}`;
}
export function deadlinesDescription(place: string): string {
  return `Les dates écrites dans la charte, le pacte, le plan d’action et les décisions ${dePlace(place)} : ce qui arrive, ce qui est passé.`;
}
export const DEADLINES_LEDE =
  'Les dates que la charte, le pacte, le plan, les lettres et les comptes rendus approuvés fixent déjà. Rien n’est ajouté : chaque date dit où elle est écrite.';
export const NO_DEADLINE = 'Rien encore : aucune date n’est écrite dans ce qui est public ici.';
export const TO_COME = 'À venir';
export const NOTHING_TO_COME = 'Plus aucune date à venir.';
export const OVER = 'Passées, ou closes';
export const SETTLED = 'close';
export const CALENDAR = 'Ajouter à votre agenda (iCal)';
export const CALENDAR_NAME = (place: string): string => `Échéances ${dePlace(place)}`;
export const REMINDERS = 'Recevoir un rappel par mail';

/** « 31 décembre 2030 », « fin juin 2030 », « fin 2030 », « à partir de 2030 », « à partir du 1er mai 2030 », « en 2032 ». */
export function whenLine({ on, precision, about }: Pick<Deadline, 'on' | 'precision' | 'about'>): string {
  const isFrom = 'from' in about && about.from === true;
  if (precision === 'day') return isFrom ? `à partir du ${day(on)}` : day(on);
  const period = precision === 'month' ? monthIn(on) : on.slice(0, 4);
  if (isFrom) return `à partir ${de(period)}`;
  return about.kind === 'mandate-end' ? `en ${period}` : `fin ${period}`;
}

/** What is due, without its day. */
export function deadlineTitle(about: Deadline['about']): string {
  switch (about.kind) {
    case 'charter-target':
      return `Mesure ${about.measure}, niveau ${about.level} : « ${heading(about.quote)} »`;
    case 'pact-words':
      return `${itemName(about.item)} : « ${heading(about.quote)} »`;
    case 'mandate-end':
      return `Fin du mandat ${about.from}–${about.to}`;
    case 'action-end':
      return `Fin prévue de l’action ${about.number} : ${heading(about.title)}`;
    case 'step-end':
      return `Étape « ${heading(about.step)} », action ${about.number}`;
    case 'funding-call':
      return `Appel à projets ${about.call === '' ? '' : `« ${heading(about.call)} », `}action ${about.number} : dernier jour`;
    case 'decision':
      return `Décision du comité : ${heading(about.words)}`;
    case 'letter-reply':
      return `Réponse demandée à la lettre « ${heading(about.title)} »`;
    case 'meeting':
      return 'Séance du comité de suivi, ouverte à toutes et tous';
  }
}

/** Where it is written, and by whom. */
export function deadlineSource(about: Deadline['about']): string {
  switch (about.kind) {
    case 'charter-target':
      return about.list === null ? 'charte, niveau promis' : `charte, niveau promis par « ${about.list} »`;
    case 'pact-words':
      return about.list === null ? 'mots du pacte' : `mots du pacte de « ${about.list} »`;
    case 'mandate-end':
      return 'élections municipales';
    case 'action-end':
    case 'step-end':
      return `plan « ${heading(about.plan.title)} »`;
    case 'funding-call':
      return about.funder === null
        ? `plan « ${heading(about.plan.title)} »`
        : `plan « ${heading(about.plan.title)} », ${about.funder}`;
    case 'decision':
      return about.who === ''
        ? 'compte rendu approuvé par les deux parties'
        : `compte rendu approuvé par les deux parties ; ${about.who}`;
    case 'letter-reply':
      return 'lettre du collectif';
    case 'meeting':
      return about.location;
  }
}

function itemName(item: string): string {
  const key = commitmentKeyOf(item);
  if (key?.kind === 'measure') return `Mesure ${key.measure}`;
  return key?.kind === 'principle' ? `Principe ${key.letter}` : 'Engagement local';
}

export function inDays(days: number): string {
  if (days === 0) return 'aujourd’hui';
  return days === 1 ? 'demain' : `dans ${count(days, 'jour', 'jours')}`;
}

export function followTitle(place: string): string {
  return `Rappels d’échéances ${dePlace(place)}`;
}
export const FOLLOW_LEDE =
  'Un mail un mois avant chaque date, un autre une semaine avant, et un si une date dont vous aviez été prévenu·e change. Jamais deux fois le même.';
export const FOLLOW_NOTES: readonly string[] = [
  'Votre adresse sert à cela, n’est montrée à personne, et s’efface d’un lien au pied de chaque mail.',
  'Pas besoin de compte : un code prouve que l’adresse est la vôtre.',
];
export const FOLLOW_BUTTON = 'Recevoir les rappels';
export function followWith(email: string): string {
  return `Recevoir les rappels à ${email}`;
}
export const CONFIRM_TITLE = 'Recopiez votre code';
export const CONFIRM_BUTTON = 'Confirmer';
export const FOLLOWED = 'C’est noté : vous recevrez les rappels.';
export const FOLLOWED_ALREADY = 'Vous receviez déjà ces rappels.';
export const STOP_TITLE = 'Ne plus recevoir de rappels';
export function stopLede(place: string): string {
  return `Plus aucun rappel ${dePlace(place)} ne vous sera envoyé, et votre adresse sera effacée.`;
}
export const STOP_BUTTON = 'Arrêter et effacer mon adresse';
export const STOPPED = 'C’est fait : votre adresse est effacée, vous ne recevrez plus de rappels.';
export const UNKNOWN_FOLLOWING = 'Ce lien a déjà servi : votre adresse est effacée.';
export const NOT_ACCEPTED = 'Ce n’est pas enregistré';
export const UNKNOWN_PLACE = 'Nous ne trouvons pas cette commune.';
export const NOT_ALLOWED = 'Vous ne pouvez pas faire cela ici.';
