/** One cell of an ODS (OpenDocument 1.3, 9.1.4): its value as typed, its words as written. */
import { integerAttribute } from '../extract/archive/xml-query.ts';
import type { XmlElement } from '../extract/archive/xml.ts';
import { cellText } from './cell-text.ts';
import { serialDay } from './number-format.ts';
import type { OdsStyles } from './ods-styles.ts';
import type { CellValue, SheetCell } from './workbook.ts';

/** Null: nothing is written there. */
export function odsCell(element: XmlElement, styles: OdsStyles): SheetCell | null {
  const value = valueOf(element, styles);
  const formula = element.attributes['table:formula'];
  // A formula may well give no words at all: that is a result.
  if (formula === undefined || (value === null && element.attributes['office:value-type'] !== undefined)) return value;
  return { ...(value ?? { kind: 'no-result' }), formula: formula.replace(/^(?:of|oooc|msoxl):/, '').slice(0, 200) };
}

function valueOf({ attributes, children }: XmlElement, styles: OdsStyles): CellValue | null {
  const paragraphs = children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (child.name === 'text:p' || child.name === 'text:h'),
  );
  const words = cellText(paragraphs.map(paragraphText).join('\n'));
  const value = Number(attributes['office:value'] ?? 'none');
  const isEuros = attributes['office:currency'] === 'EUR' || styles.isEuros(attributes['table:style-name']);
  const sum = (amount: number): CellValue => ({ kind: 'number', value: amount, ...(isEuros ? { unit: '€' } : {}) });
  // What a spreadsheet shows for a formula that failed.
  if (/^(?:#[\p{L}\d/]+[!?]?|(?:Err|Erreur) ?:\d+)$/u.test(words) && attributes['table:formula'] !== undefined)
    return { kind: 'error', code: words };
  switch (attributes['office:value-type']) {
    case 'float': {
      if (!Number.isFinite(value)) return text(words);
      // Some programs write the days counted, and leave to the style that they are a day.
      const precision = styles.precision(attributes['table:style-name']);
      const day = precision === null ? null : serialDay(value, 1900);
      return precision === null || day === null ? sum(value) : { kind: 'day', day, precision };
    }
    case 'currency':
      return Number.isFinite(value) ? sum(value) : text(words);
    case 'percentage':
      return Number.isFinite(value) ? { kind: 'number', value, unit: '%' } : text(words);
    case 'boolean':
      return { kind: 'truth', value: attributes['office:boolean-value'] === 'true' };
    case 'date': {
      const day = /^\d{4}-\d\d-\d\d/.exec(attributes['office:date-value'] ?? '')?.[0];
      if (day === undefined) return text(words);
      return { kind: 'day', day, precision: styles.precision(attributes['table:style-name']) ?? 'day' };
    }
    default:
      return text(
        attributes['office:string-value'] === undefined ? words : cellText(attributes['office:string-value']),
      );
  }
}

/** White space folds, as in HTML; what counts is written as elements. */
function paragraphText(paragraph: XmlElement): string {
  return piecesOf(paragraph)
    .replace(/[ \t\r\n]+/g, ' ')
    .replaceAll(KEPT_SPACE, ' ')
    .replaceAll(KEPT_TAB, '\t')
    .replaceAll(KEPT_BREAK, '\n');
}

/** Private characters that stand for white space written as elements, while the other is folded. */
const [KEPT_SPACE, KEPT_TAB, KEPT_BREAK] = ['\ue0f0', '\ue0f1', '\ue0f2'] as const;

function piecesOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : pieceOf(child))).join('');
}

function pieceOf(element: XmlElement): string {
  switch (element.name) {
    case 'text:s':
      return KEPT_SPACE.repeat(Math.min(Math.max(integerAttribute(element, 'text:c') ?? 1, 1), 1_000));
    case 'text:tab':
      return KEPT_TAB;
    case 'text:line-break':
      return KEPT_BREAK;
    case 'office:annotation':
    case 'text:note':
      return '';
    default:
      return piecesOf(element);
  }
}

function text(words: string): CellValue | null {
  return words === '' ? null : { kind: 'text', text: words };
}
