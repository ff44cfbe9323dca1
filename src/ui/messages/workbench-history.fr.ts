/** Who of those who write an edition changed what, and when. */
import type { HeadPart, MeasurePart } from '#domain/workbench/draft-history.ts';
import { count, listOf, momentOf } from './format.fr.ts';

export const HISTORY_TITLE = 'Qui a changé quoi';
export const HISTORY_LEDE =
  'Chaque enregistrement, du plus récent au plus ancien, tel que le journal l’a gardé. Cette page n’est vue que de celles et ceux qui écrivent l’édition.';
export const NO_HISTORY = 'Rien n’est encore enregistré.';
export const OLDER = 'Plus ancien';
export const SEE_WORDS = 'Voir les mots changés';

const ROLE: Readonly<Record<string, string>> = {
  'national-team': 'équipe nationale',
  'collective-coordinator': 'coordination du collectif',
  operator: 'qui tient le site',
  job: 'le site',
};
export const YOU = 'vous';
export function whoAndWhen(
  at: Date,
  { name, role, isYou }: { readonly name: string | null; readonly role: string; readonly isYou: boolean },
): string {
  const as = ROLE[role] ?? role;
  return `${momentOf(at)}, ${isYou ? YOU : name === null ? as : `${name} (${as})`}`;
}

const ACT: Readonly<Record<string, string>> = {
  'open-edition': 'Édition commencée',
  'open-local-edition': 'Édition commencée',
  'write-edition': 'Changement',
  'abandon-edition': 'Édition abandonnée',
  'publish-edition': 'Édition publiée',
  'offer-edition': 'Retirée, ou proposée à nouveau',
};
export function actLine(act: string): string {
  return ACT[act] ?? 'Changement';
}

const MEASURE_PART: Readonly<Record<MeasurePart, string>> = {
  number: 'numéro',
  origins: 'mesures dont elle vient',
  words: 'mots',
  themes: 'thème',
  reason: 'raison',
};
/** No part: saved as it was, or notes alone. */
export function measureLine(name: string, parts: readonly MeasurePart[]): string {
  return `${name} : ${parts.length === 0 ? 'enregistrée sans autre changement que ses notes' : listOf(parts.map((part) => MEASURE_PART[part]))}`;
}

const HEAD_PART: Readonly<Record<HeadPart, string>> = {
  editionId: 'adresse',
  title: 'titre',
  year: 'année',
  publisher: 'qui la publie',
  note: 'note',
  preamble: 'préambule',
  principles: 'principes',
  rules: 'règles',
  carriers: 'qui porte la charte',
  groupings: 'thèmes',
  reason: 'raison',
};
export function headLine(parts: readonly HeadPart[]): string {
  return `Titre, principes et règles : ${parts.length === 0 ? 'rien n’a changé' : listOf(parts.map((part) => HEAD_PART[part]))}`;
}
export const added = (name: string): string => `${name} : ajoutée`;
export const split = (name: string, into: string): string => `${name} : scindée, l’autre partie est « ${into} »`;
export const merged = (name: string, into: string): string => `${name} : fusionnée dans « ${into} »`;
export const removed = (name: string): string => `${name} : retirée`;
export const restored = (name: string): string => `${name} : remise`;
export const doubtSettled = (words: string): string => `Doute de la lecture réglé : ${words}`;
export function numbersLine(changed: readonly { readonly was: number | null; readonly now: number | null }[]): string {
  const some = changed
    .slice(0, 12)
    .map(({ was, now }) => `${was ?? 'sans numéro'} devient ${now ?? 'sans numéro'}`)
    .join(', ');
  const more = changed.length > 12 ? '…' : '';
  return changed.length === 0
    ? 'Numéros : rien n’a changé'
    : `${count(changed.length, 'numéro changé', 'numéros changés')} : ${some}${more}`;
}
