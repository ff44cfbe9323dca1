/**
 * Deadlines as a plan writes them: "3ème trimestre 2021", "le 3 mai 2021", "A définir", "Court terme", "Début 2022".
 *
 * Only words that are written; `day` only when they name one day that exists. Linear in the field.
 */
import type { DateFinding } from '#reading/contract.ts';
import { foldKeepingLength } from './fold.ts';
import { type Plain, sourceSpans } from './plain-text.ts';

const MONTHS = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ');
const MONTH = String.raw`(?:${MONTHS.join('|')}|janv\.?|fevr?\.?|avr\.?|juil\.?|sept\.?|oct\.?|nov\.?|dec\.?)(?!\p{L})`;
const YEAR = String.raw`(?:19|20)\d{2}(?!\d)`;
const YEARS = String.raw`${YEAR}(?: ?(?:-|–|/|a|et) ?(?:${YEAR}|\d{2}(?!\d)))?`;
const ORDINAL = String.raw`(?:\d ?(?:er|ere|e|eme|nd|nde|de)|premiere?|seconde?|deuxieme|troisieme|quatrieme|dernier|derniere)`;
const PART = String.raw`(?:trimestres?|semestres?|quadrimestre|moitie|semaine|quinzaine)`;
const WHEN = String.raw`(?:des|d'ici(?: a)?|avant|apres|a partir de|jusqu'(?:en|a|au)|depuis|courant|debut|mi|fin|en|pour|horizon|a l'horizon|rentree|saison|ete|automne|hiver|printemps|annee|annees)`;
const DAY = String.raw`(?:(?:le|du|au|des le|avant le|d'ici le) )?(?:\d{1,2}|1er) (?:${MONTH}) ${YEAR}`;
const NUMERIC_DAY = String.raw`(?:(?:le|du|au) )?(?<!\d)\d{1,2}[/.]\d{1,2}[/.]${YEAR}|(?<!\d)${YEAR}-\d{2}-\d{2}(?!\d)`;
const QUARTER = String.raw`(?:(?:(?:fin|debut|milieu|courant)(?: du| de la)? )?${ORDINAL} (?:et ${ORDINAL} )?${PART}(?: (?:de|du|de la|pour la|d'|de l'))?(?: ?(?:rentree|annee|mois de))?(?: ?${MONTH})?(?: ${YEARS})?|(?<!\p{L})[ts][1-4](?: ?[-/] ?[ts]?[1-4])?[ -]?${YEARS})`;
const MONTHLY = String.raw`(?:(?:${WHEN}|de) )?(?:l'|de |d')?${MONTH}(?: ${YEAR})?(?: ?(?:-|–|/|a|et) ?${MONTH})?(?: ${YEAR})?`;
const YEARLY = String.raw`(?:(?:${WHEN})(?: |-| d'| de l'| l'| de | du )){0,3}${YEARS}`;
const TERM = String.raw`(?:a |sur le )?(?:tres )?(?:court|moyen|long)(?: ?(?:/|et|a|-|,) ?(?:court|moyen|long))? termes?(?!\p{L})`;
const OPEN_END = String.raw`(?:a (?:definir|determiner|preciser|venir|confirmer|planifier|programmer|etudier)|non defini|en cours(?: de \p{L}+)?|en continu|au fil de l'eau|permanente?|continue?|annuel(?:le)?(?:ment)?|chaque annee|tous les ans|(?:action )?recurrente?|(?:deja )?realisee?|termine|immediate?|des que possible|duree du mandat|sur (?:la duree|toute la duree) du mandat|fin de mandat)(?!\p{L})`;
const DATE = new RegExp(
  `(?<![\\p{L}\\d])(?:(?<day>${DAY}|${NUMERIC_DAY})|${QUARTER}|${YEARLY}|${MONTHLY}|${TERM}|${OPEN_END})`,
  'gu',
);
const SHORT = 80;

/** Every deadline that `field`, the calendar of a sheet, names, in order. */
export function datesIn(field: Plain): DateFinding[] {
  const folded = foldKeepingLength(field.text);
  const found: DateFinding[] = [];
  for (const match of folded.matchAll(DATE)) {
    const length = match[0].trimEnd().length;
    const text = field.text.slice(match.index, match.index + length);
    if (text === '' || isLoneMonth(match[0])) continue;
    const day = match.groups?.day === undefined ? null : dayNamed(match[0]);
    found.push({ text, day, spans: sourceSpans(field, match.index, match.index + length) });
  }
  if (found.length > 0) return found;
  // "Une année après l'exposition" is a deadline in words that no pattern knows.
  const short = field.text !== '' && field.text.length <= SHORT && !field.text.includes('\n');
  return short ? [{ text: field.text, day: null, spans: sourceSpans(field, 0, field.text.length) }] : [];
}

/** "mai" without a year is a deadline only with a word before it; "mars" may be a planet. */
function isLoneMonth(text: string): boolean {
  return new RegExp(`^(?:l'|de |d')?${MONTH}$`, 'u').test(text.trim()) && text.trim().length < 4;
}

function dayNamed(text: string): string | null {
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (iso) return existingDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = /(\d{1,2})[/.](\d{1,2})[/.](\d{4})/.exec(text);
  if (numeric) return existingDay(Number(numeric[3]), Number(numeric[2]), Number(numeric[1]));
  const written = /(\d{1,2})(?:er)? (\p{L}+)\.? (\d{4})/u.exec(text);
  const month = MONTHS.findIndex((name) => written?.[2] !== undefined && name.startsWith(written[2]));
  return written ? existingDay(Number(written[3]), month + 1, Number(written[1])) : null;
}

function existingDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
