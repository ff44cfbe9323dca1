/**
 * Other sheets that a sheet speaks of: "fiche action 4.1", "fiches 3.1, 3.2 et 3.4", "cf. action MOB-03".
 *
 * Only numbers of sheets that the plan has are kept: "action 12 de la loi" is not one of them. Linear in the sheet.
 */
import type { Plain } from './plain-text.ts';

const NUMBER = String.raw`(?:[A-Z]{1,5}[ .-]?)?\d{1,3}(?:\.\d{1,3}){0,3}(?![\d%€]|\s?(?:€|%|ans?\b|mois\b))`;
const MENTION = new RegExp(
  String.raw`(?<!\p{L})(?:fiches?(?:[ -]actions?)?|actions?|axes?|mesures?)\s+(?:liées?\s+)?(?:n\s?[°ºo]s?\s?)?(?<list>${NUMBER}(?:(?:\s*,\s*|\s+et\s+|\s*[/;&]\s*)(?:n\s?[°ºo]\s?)?${NUMBER})*)`,
  'giu',
);
/** A code needs no noun before it: "voir MOB-03". */
const CODE = /(?<![\p{L}\p{N}])[A-Z]{2,5}[ -]?\d{1,3}(?![\p{L}\p{N}])/gu;
const EACH = new RegExp(NUMBER, 'g');

/** Numbers named in `texts`, each once, in order; `known` maps a number without its zeros and blanks to the action's own. */
export function relatedIn(texts: readonly Plain[], known: ReadonlyMap<string, string>): string[] {
  const found = new Set<string>();
  for (const { text } of texts) {
    for (const match of text.matchAll(MENTION)) addNumbers(found, match.groups?.list ?? '', known);
    for (const [code] of text.matchAll(CODE)) addNumbers(found, code, known);
  }
  return [...found];
}

/** The same for a row that only lists them: "Actions liées : 1.2, 3.4". */
export function listedIn(texts: readonly Plain[], known: ReadonlyMap<string, string>): string[] {
  const found = new Set<string>();
  for (const { text } of texts) addNumbers(found, text, known);
  return [...found];
}

/** "04.1", "MOB 03" and "mob-3" are one number. */
export function numberKey(number: string): string {
  return number
    .toLowerCase()
    .replace(/[^a-z0-9.]/g, '')
    .replace(/(?<!\d)0+(?=\d)/g, '');
}

function addNumbers(found: Set<string>, list: string, known: ReadonlyMap<string, string>): void {
  for (const [number] of list.matchAll(EACH)) {
    const action = known.get(numberKey(number));
    if (action !== undefined) found.add(action);
  }
}
