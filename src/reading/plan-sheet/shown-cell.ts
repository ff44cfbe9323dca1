/** A cell as the person sees it in the spreadsheet, or near enough to keep as words. */
import { dayAsWritten } from '#domain/plan/exchange/days.ts';
import type { CellValue } from '../sheet/workbook.ts';

/** Trimmed; empty for what has no value. */
export function shownCell(cell: CellValue | null): string {
  if (cell === null) return '';
  switch (cell.kind) {
    case 'text':
      return cell.text.trim();
    case 'number':
      return numberShown(cell);
    case 'day':
      return dayShown(cell);
    case 'truth':
      return cell.value ? 'Oui' : 'Non';
    case 'error':
      return cell.code;
    case 'no-result':
      return '';
  }
}

/** « mars 2027 » is 03/2027: what is not known to the day is not written as one. */
export function dayShown({ day, precision }: Extract<CellValue, { kind: 'day' }>): string {
  if (precision === 'year') return day.slice(0, 4);
  return precision === 'month' ? `${day.slice(5, 7)}/${day.slice(0, 4)}` : dayAsWritten(day);
}

function numberShown({ value, unit }: Extract<CellValue, { kind: 'number' }>): string {
  const shown = (number: number) => String(Math.round(number * 1e9) / 1e9).replace('.', ',');
  if (unit === '%') return `${shown(value * 100)} %`;
  return unit === '€' ? `${shown(value)} €` : shown(value);
}
