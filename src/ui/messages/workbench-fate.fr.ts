/** On public pages: what a measure became in a later edition, and what it comes from. */
import type { Change } from '#domain/workbench/change.ts';
import type { EditionWithdrawal } from '#domain/workbench/withdrawal.ts';
import { count, dayOf, listOf } from './format.fr.ts';

export const BECAME_TITLE = 'Ce que cette mesure est devenue';
export const FROM_TITLE = 'D’où vient cette mesure';
export const PACTS_KEEP = 'Les pactes signés avec cette édition gardent ces mots : ils ne changent pas.';

const BECAME: Readonly<Record<Change, string>> = {
  kept: 'reprise telle quelle',
  modified: 'modifiée',
  merged: 'réunie avec d’autres',
  split: 'scindée',
  removed: 'retirée',
  added: '',
};

/** "Dans « Pacte 2032 », cette mesure est devenue (scindée) :", followed by links. */
export function becameIn(edition: string, change: Change): string {
  return change === 'removed'
    ? `Cette mesure n’est plus dans « ${edition} ».`
    : `Dans « ${edition} », cette mesure est devenue (${BECAME[change]}) :`;
}

const COMES: Readonly<Record<Change, string>> = {
  kept: 'reprise telle quelle',
  modified: 'modifiée',
  merged: 'fusion de plusieurs',
  split: 'issue d’une scission',
  removed: '',
  added: '',
};

export const ADDED_HERE = 'Elle est nouvelle dans cette édition.';
export function comesFromIn(edition: string, change: Change): string {
  return `Elle vient de « ${edition} » (${COMES[change]}) :`;
}
/** In the edition of a collective: it changes nothing of the measure that it starts from. */
export function localVersionOf(edition: string, change: Change): string {
  return `Version locale de « ${edition} » (${COMES[change]}) :`;
}
export function measureLink(number: number, title: string | null): string {
  return title === null ? `mesure ${number}` : `mesure ${number}, ${title}`;
}
export function because(reason: string): string {
  return `Pourquoi : ${reason}`;
}

export const CHANGES_TITLE = 'Ce qui change avec cette édition';
export function changesLine(counted: Readonly<Partial<Record<Change, number>>>, from: string): string {
  const said: readonly [Change, string, string][] = [
    ['kept', 'mesure gardée', 'mesures gardées'],
    ['modified', 'modifiée', 'modifiées'],
    ['merged', 'née d’une fusion', 'nées d’une fusion'],
    ['split', 'née d’une scission', 'nées d’une scission'],
    ['added', 'ajoutée', 'ajoutées'],
    ['removed', 'retirée', 'retirées'],
  ];
  const parts = said.flatMap(([change, one, many]) => {
    const number = counted[change] ?? 0;
    return number === 0 ? [] : [count(number, one, many)];
  });
  return `Par rapport à « ${from} » : ${listOf(parts)}.`;
}
export const REMOVED_LIST = 'Mesures retirées';
export const LOCAL_EDITIONS = 'Éditions locales';
export const LOCAL_EDITIONS_NOTE =
  'Écrites par un collectif, qui seul les propose : leurs mesures et leurs numéros sont les leurs.';
export function localOf(collective: string): string {
  return `Édition locale du collectif ${collective}, qui seul la propose.`;
}
export function withdrawnLine({ at, by }: EditionWithdrawal): string {
  const who = by === 'country' ? 'l’équipe nationale' : 'son collectif';
  return `Depuis le ${dayOf(at)}, ${who} ne propose plus cette édition à la signature. Elle reste ici, avec ses pactes.`;
}
export const NOT_OFFERED = 'n’est plus proposée à la signature';
/** Of editions of collectives that the country withdrew: they are in no list. */
export function withdrawnLocals(editions: number): string {
  return `${count(editions, 'édition locale, que l’équipe nationale ne propose plus, n’est', 'éditions locales, que l’équipe nationale ne propose plus, ne sont')} pas dans cette liste. Chacune garde son adresse, où le motif est dit.`;
}
export function hashOf(sha256: string): string {
  return `Figée à sa publication ; empreinte SHA-256 de son texte canonique : ${sha256}.`;
}
