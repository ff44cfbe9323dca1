/** Words of the lists behind the figures. */
import type { AssessmentStatus, Voice } from '#domain/follow-up/assessment.ts';
import type { Listed } from '#domain/observatory/listed.ts';
import type { Stance } from '#domain/pact/stance.ts';
import { departmentOf } from '#domain/territory/department-of.ts';
import { DONE_WORD } from './done.fr.ts';
import { count, day, figure, heading } from './format.fr.ts';
import { clauseName, itemName } from './observatory-overview.fr.ts';

const TAKES: Readonly<Record<Stance | 'promised', string>> = {
  promised: 'qui prennent, en tout ou en partie,',
  accepted: 'qui prennent',
  partial: 'qui prennent en partie',
  refused: 'qui refusent',
  delegated: 'qui laissent à une autre collectivité',
  unspecified: 'qui ne disent rien de',
  unknown: 'dont on a perdu la position sur',
};
const SAID: Readonly<Record<Voice, string>> = { collective: 'le collectif', 'town-hall': 'la mairie' };

export function listTitle(listed: Listed): string {
  switch (listed.kind) {
    case 'pacts':
      return 'Les pactes';
    case 'places':
      return {
        signed: 'Les communes et intercommunalités signataires',
        assessed: 'Les signataires évalués',
        reviewed: 'Les signataires avec un bilan publié',
      }[listed.looked];
    case 'stance':
      return `Les pactes ${TAKES[listed.stance]} ${itemInSentence(listed.item, listed.level)}`;
    case 'amended':
      return `Les pactes qui prennent la mesure ${listed.measure} avec d’autres mots`;
    case 'clause':
      return listed.apart === 'excepted'
        ? `Les pactes qui laissent de côté : ${clauseName(listed.measure, listed.level, listed.clause)}`
        : `Les pactes qui reformulent : ${clauseName(listed.measure, listed.level, listed.clause)}`;
    case 'body':
      return 'Les promesses qui citent une autre collectivité';
    case 'done':
      return `${itemName(listed.item)} : ${statusWord(listed.status, listed.beforeMandate)}, selon ${SAID[listed.voice]}`;
  }
}

function statusWord(status: AssessmentStatus, beforeMandate: boolean): string {
  const word = DONE_WORD[status].toLowerCase();
  return beforeMandate ? `${word}, déjà fait avant le mandat` : word;
}

function itemInSentence(item: string, level: number): string {
  if (item.startsWith('p')) return `le principe ${item.slice(1)}`;
  const measure = `la mesure ${item.slice(1)}`;
  return level === 0 ? measure : `le niveau ${level} de ${measure}`;
}

/** « 12 pactes sur 40. » `whole`: as `wholeOf` says it. */
export function listLength(listed: Listed, length: number, whole: number): string {
  const pacts = count(length, 'pacte', 'pactes');
  switch (listed.kind) {
    case 'places': {
      const what = count(length, 'commune ou intercommunalité', 'communes ou intercommunalités');
      return listed.looked === 'signed' ? `${what}.` : `${what} sur ${count(whole, 'signataire', 'signataires')}.`;
    }
    case 'pacts':
      return length === whole ? `${pacts}.` : `${pacts} sur ${figure(whole)}.`;
    case 'stance':
      return `${pacts} sur ${figure(whole)}.`;
    case 'body':
      return `${count(length, 'promesse', 'promesses')} sur ${figure(whole)} ${length < 2 ? 'cite' : 'citent'} cette collectivité.`;
    case 'clause':
      return `${pacts}, sur ${figure(whole)} qui ${whole < 2 ? 'prend' : 'prennent'} ${listed.level === 0 ? 'la mesure' : 'ce niveau'}.`;
    case 'amended':
    case 'done':
      return `${pacts}, sur ${figure(whole)} qui ${whole < 2 ? 'l’a promis' : 'l’ont promis'}.`;
  }
}

export const LIST_DESCRIPTION =
  'La liste de ce que compte un chiffre de l’observatoire : chaque pacte, sa commune, sa position.';
export const NOBODY = 'Aucun pacte ne correspond.';
export const MORE = 'Suite de la liste';
export const FROM_START = 'Revenir au début';
export const pactsHere = (pacts: number): string => count(pacts, 'pacte', 'pactes');
export const withBody = (name: string): string => `Cité : ${name}`;
export const measureNamed = (number: number, title: string): string => `Mesure ${number} : ${heading(title)}`;
export const principleNamed = (letter: string, title: string): string => `Principe ${letter} : ${heading(title)}`;

export function signedAnd(
  { from, to }: { readonly from: number; readonly to: number },
  signedOn: string | null,
): string {
  return `${from}–${to}, ${signedOn === null ? 'jour de signature inconnu' : `signé le ${day(signedOn)}`}`;
}
export function measureAndBody(measure: number, asWritten: string): string {
  return ` · mesure ${measure} : « ${asWritten} »`;
}

type Place = { readonly kind: 'municipality'; readonly code: string } | { readonly kind: 'grouping' };
/** After a name that other communes may have: « (01) ». */
export function inDepartment(place: Place): string {
  return place.kind === 'municipality' ? ` (${departmentOf(place.code)})` : '';
}
