/**
 * Sums of money as a plan writes them: "650€", "entre 1 300 et 2 100€ par mois", "50 k€ HT / an", "1,5 million d'euros", "€€".
 *
 * `euros` is given only when the words name one exact sum: a range, an estimate ("environ") and a rate ("par poste") have none. Linear.
 */
import type { AmountFinding } from '#reading/contract.ts';
import { foldKeepingLength } from './fold.ts';
import { type Plain, sourceSpans } from './plain-text.ts';

const SUM = String.raw`(?:\d{1,3}(?:[ .]\d{3})+(?!\d)(?:,\d{1,2})?|\d{1,9}(?:[.,]\d{1,3})?)`;
const UNIT = String.raw`(?:(?:k|m|md|mds) ?€|(?:k|m) ?euros?\b|€|euros?\b|eur\b|(?:milliers?|millions?|milliards?)(?: d'| de | )?(?:euros?\b|€))`;
const ABOUT = String.raw`(?:environ|env\.|pres de|plus de|moins de|jusqu'a|au moins|au plus|au maximum|maximum|minimum|max\.?|min\.?|de l'ordre de|a partir de|a hauteur de|approximativement|[~≈<>≤≥])`;
const LINK = String.raw`(?:et|a|ou|[-–—/])`;
const TAXES = String.raw`(?: ?(?:ht|ttc|h\.t\.|t\.t\.c\.?)(?![\p{L}\d]))?`;
const RATE = String.raw`(?:(?: ?/ ?|(?: et)? par )[\p{L}²][\p{L}²'.]*| annuels?(?!\p{L})| mensuels?(?!\p{L})){0,3}`;
const DURATION = String.raw`(?: (?:sur|pendant|pour) \d{1,3} (?:mois|ans?|annees?|semaines?))?`;
const AMOUNT = new RegExp(
  String.raw`(?<about>${ABOUT} ?)?(?<open>(?:entre|de) )?(?<![\d.,])(?<sum>${SUM})(?:(?: ?${UNIT})?${TAXES}(?<range> ?${LINK} ?)${SUM})? ?(?<unit>${UNIT})${TAXES}(?<rate>${RATE})${DURATION}`,
  'gu',
);
/** A scale instead of a sum, as in "Coût : €€". */
const SCALE = /(?<![\p{L}\p{N}€]\s?)€{1,5}(?![\p{L}\p{N}€])/gu;
const BARE_SUM = /^\d{1,3}(?:[ .]?\d{3})*(?:,\d{1,2})?$/;

/** Every sum that `field` names, in order. */
export function amountsIn(field: Plain): AmountFinding[] {
  if (!/€|euro|\beur\b/iu.test(field.text)) return [];
  const folded = foldKeepingLength(field.text);
  const found: { from: number; to: number; euros: number | null }[] = [];
  for (const match of folded.matchAll(AMOUNT)) {
    const { about, open, sum = '', range, unit = '', rate = '' } = match.groups ?? {};
    // "de 650 €" is one sum after a word of the sentence; "de 10 000 à 20 000 €" is a range.
    const from = match.index + (open && !range && !about ? open.length : 0);
    const exact = !about && !range && rate === '';
    found.push({ from, to: match.index + match[0].length, euros: exact ? inEuros(sum, unit) : null });
  }
  for (const match of folded.matchAll(SCALE)) {
    const alone = match[0].length > 1 || field.text.trim() === '€';
    if (alone) found.push({ from: match.index, to: match.index + match[0].length, euros: null });
  }
  return found
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, to, euros }) => {
      const text = field.text.slice(from, to);
      const end = to - (text.length - text.trimEnd().length);
      return { text: text.trim(), euros, spans: sourceSpans(field, from, end) };
    });
}

/** A cell that is a sum without its unit, under a label that gives it ("Montant € HT | 12 000"). */
export function bareAmount(field: Plain, label: string): AmountFinding | null {
  if (!label.includes('€') || /k ?€|m ?€/i.test(label) || !BARE_SUM.test(field.text)) return null;
  return { text: field.text, euros: inEuros(field.text, '€'), spans: sourceSpans(field, 0, field.text.length) };
}

function inEuros(sum: string, unit: string): number | null {
  const grouped = /^\d{1,3}(?:[ .]\d{3})+(?:,\d+)?$/.test(sum);
  const value = Number((grouped ? sum.replace(/[ .]/g, '') : sum).replace(',', '.'));
  const cents = Math.round(value * scaleOf(unit) * 100);
  return Number.isSafeInteger(cents) ? cents / 100 : null;
}

function scaleOf(unit: string): number {
  if (/^k|^millier/.test(unit)) return 1_000;
  if (/^md|^milliard/.test(unit)) return 1_000_000_000;
  return /^m/.test(unit) ? 1_000_000 : 1;
}
