/** The follow-up committee in words: who sits, when it meets, what both sides agreed was said. */
import type { Quality } from '#domain/committee/committee.ts';
import type { DecisionStanding, DecisionState } from '#domain/committee/decision-state.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import { count, day, dayOf, dePlace } from '../format.fr.ts';
import { spanIn } from '../moments.fr.ts';
import { theTownHall, type PlaceKind } from '../town-hall.fr.ts';

export const COMMITTEE = 'Comité de suivi';
export function committeeTitle(place: string): string {
  return `Le comité de suivi ${dePlace(place)}`;
}
export function committeeDescription(place: string): string {
  return `Qui siège au comité de suivi du pacte ${dePlace(place)}, quand il se réunit, ce qui a été décidé.`;
}
export function committeeLede(place: PlaceKind): string {
  return `Après la signature, le collectif, ${theTownHall(place)} et d’autres se retrouvent autour des engagements. Un compte rendu est public quand les deux parties l’ont approuvé dans les mêmes mots.`;
}
export const NO_COMMITTEE = 'Rien encore : aucun comité de suivi n’existe ici.';
export function noCommitteeNext(place: PlaceKind): string {
  return `Le collectif ou ${theTownHall(place)} peut en proposer un depuis son espace ; il existe dès que l’autre l’accepte.`;
}
export const TO_SPACE = 'Espace du comité';

function who(voice: Voice, place: PlaceKind): string {
  return voice === 'collective' ? 'le collectif' : theTownHall(place);
}
export function proposedLine(
  { by, at }: { readonly by: Voice; readonly at: Date },
  { days, place }: { readonly days: number; readonly place: PlaceKind },
): string {
  const answers = who(by === 'collective' ? 'town-hall' : 'collective', place);
  return `Comité proposé par ${who(by, place)} le ${dayOf(at)}. ${days < 1 ? `La réponse de l’autre partie, ${answers}, est attendue.` : `Sans réponse depuis ${count(days, 'jour', 'jours')} : ${answers} ne s’est pas encore prononcé${by === 'collective' ? 'e' : ''}.`}`;
}
export function activeLine(
  since: Date,
  { collective, place }: { readonly collective: string; readonly place: PlaceKind },
): string {
  return `Entre ${theTownHall(place)} et ${collective}, depuis le ${dayOf(since)}.`;
}
export function closedLine(
  { by, at, reason }: { readonly by: Voice; readonly at: Date; readonly reason: string },
  place: PlaceKind,
): string {
  return `Clos le ${dayOf(at)} par ${who(by, place)}, avec cette raison : « ${reason} »`;
}

export const MEMBERS = 'Qui siège';
export const QUALITY: Readonly<Record<Quality, string>> = {
  collective: 'Membre du collectif',
  elected: 'Élu·e',
  agent: 'Agent·e de la collectivité',
  resident: 'Habitant·e',
  association: 'Association',
};
export function hiddenMembers(number: number): string {
  return number === 1
    ? 'Une autre personne n’a pas choisi de montrer son nom.'
    : `${count(number, 'autre personne', 'autres personnes')} n’ont pas choisi de montrer leur nom.`;
}
export const NO_MEMBER = 'Personne n’est encore nommé.';
export const ERASED_NAME = 'Compte effacé';

export const MEETINGS = 'Séances';
export const NO_MEETING = 'Aucune séance n’est fixée.';
export const OPEN_MEETING = 'ouverte à toutes et tous';
export const CANCELLED = 'annulée';
export function meetingTitle(number: number): string {
  return `Séance ${number}`;
}
export function meetingWhen(meeting: { startsAt: Date; endsAt: Date; zone: string }): string {
  return spanIn(meeting);
}
export const MINUTES_STATE: Readonly<Record<'agreed' | 'pending' | 'none' | 'to-come', string>> = {
  agreed: 'compte rendu approuvé par les deux parties',
  pending: 'compte rendu pas encore approuvé par les deux parties',
  none: 'pas de compte rendu',
  'to-come': 'à venir',
};
export const PUBLIC_DECISIONS = 'Ce qui a été décidé';
export const NO_PUBLIC_DECISION = 'Aucune décision n’est publiée à ce jour.';
export function decisionLine(
  decision: { readonly who: string; readonly dueOn: string | null; readonly standing: DecisionStanding },
  place: PlaceKind,
): string {
  const doer = decision.who === '' ? 'Personne n’est nommé' : decision.who;
  const due = decision.dueOn === null ? 'sans date' : `pour le ${day(decision.dueOn)}`;
  return `${doer} · ${due} · ${standingLine(decision.standing, place)}`;
}
export const DECISION_STATE: Readonly<Record<DecisionState, string>> = {
  'to-do': 'à faire',
  done: 'fait',
  abandoned: 'abandonné',
};
/** « fait (selon la mairie, le 3 juin 2029) » */
export function standingLine({ state, said }: DecisionStanding, place: PlaceKind): string {
  return `${DECISION_STATE[state]}${said === null ? '' : ` (selon ${who(said.voice, place)}, le ${day(said.on)})`}`;
}
export const READ_MINUTES = 'Lire le compte rendu';

export const MINUTES = 'Compte rendu';
export function agreedLine(at: Date, place: PlaceKind): string {
  return `Approuvé par le collectif et par ${theTownHall(place)}, le ${dayOf(at)}. Il ne change plus.`;
}
export const PRESENT = 'Présentes et présents';
export const AGENDA = 'Ordre du jour';
export const NO_AGENDA = 'Aucun point n’est encore inscrit.';
export const DECISIONS = 'Décisions';
export const NO_DECISION = 'Aucune décision.';
export const DECISIONS_TABLE = 'Décisions de la séance';
export const DECISION = 'Décision';
export const WHO_DOES = 'Qui s’en charge';
export const BY_WHEN = 'Pour quand';
export const STANDING = 'Où en est-on';
export const NOBODY = 'personne n’est nommé';
export const NO_DAY = 'sans date';
export function dueLine(dueOn: string | null): string {
  return dueOn === null ? NO_DAY : day(dueOn);
}
export function proposedAs(as: Voice | 'member', place: PlaceKind): string {
  return `demandé par ${as === 'member' ? 'un·e membre' : who(as, place)}`;
}
