/** Form fields and typed notes of a page: they are drawn over the text, and their state is the answer. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { CHECKED, UNCHECKED } from '../blocks/symbol-fonts.ts';
import type { Fragment } from './fragment.ts';
import { multiply } from './matrix.ts';

type Annotation = {
  readonly subtype?: string;
  readonly rect?: readonly number[];
  readonly hidden?: boolean;
  readonly fieldType?: string;
  readonly fieldValue?: unknown;
  readonly checkBox?: boolean;
  readonly radioButton?: boolean;
  readonly exportValue?: string;
  readonly buttonValue?: string;
  readonly contentsObj?: { readonly str?: string };
};

export type DrawnOver = {
  readonly fragments: readonly Fragment[];
  /** Where somebody drew by hand or put a stamp: what stands below may be answered there. */
  readonly strokes: readonly Box[];
};

export async function readDrawnOver(page: PDFPageProxy, transform: readonly number[]): Promise<DrawnOver> {
  const annotations = (await page.getAnnotations({ intent: 'display' })) as readonly Annotation[];
  const placed = annotations
    .filter((annotation) => annotation.hidden !== true)
    .map((annotation) => ({ annotation, box: boxOf(annotation, transform) }));
  return {
    fragments: placed.flatMap(({ annotation, box }) => (box === null ? [] : linesOf(shownBy(annotation), box))),
    strokes: placed.flatMap(({ annotation, box }) =>
      box !== null && BY_HAND.has(annotation.subtype ?? '') ? [box] : [],
    ),
  };
}

const BY_HAND = new Set(['Ink', 'Stamp', 'Line', 'PolyLine', 'Polygon', 'Square', 'Circle', 'Highlight', 'StrikeOut']);

function boxOf({ rect }: Annotation, transform: readonly number[]): Box | null {
  const [x1, y1, x2, y2] = rect ?? [];
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return null;
  const [, , , , left, bottom] = multiply(transform, [1, 0, 0, 1, x1, y1]);
  const [, , , , right, top] = multiply(transform, [1, 0, 0, 1, x2, y2]);
  return {
    left: Math.min(left, right),
    right: Math.max(left, right),
    top: Math.min(top, bottom),
    bottom: Math.max(top, bottom),
  };
}

function shownBy(annotation: Annotation): string {
  if (annotation.subtype === 'FreeText') return annotation.contentsObj?.str ?? '';
  if (annotation.subtype !== 'Widget') return '';
  const value = annotation.fieldValue;
  if (annotation.checkBox === true) {
    const on = annotation.exportValue ?? '';
    return value === on || (on === '' && value !== 'Off' && value !== null && value !== undefined)
      ? CHECKED
      : UNCHECKED;
  }
  if (annotation.radioButton === true) {
    return value !== null && value !== undefined && value === annotation.buttonValue ? CHECKED : UNCHECKED;
  }
  if (annotation.fieldType !== 'Tx' && annotation.fieldType !== 'Ch') return '';
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join(', ');
  return typeof value === 'string' ? value : '';
}

export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** One fragment a line; a single one sits on the line of the label beside it. */
function linesOf(text: string, box: Box): readonly Fragment[] {
  const lines = text.split(/\r\n?|\n/u).filter((line) => line.trim() !== '');
  const step = (box.bottom - box.top) / Math.max(lines.length, 1);
  return lines.map((line, at) => {
    const size = Math.min(Math.max(step * 0.8, 4), 11);
    const baseline = box.top + step * (at + 0.5) + size * 0.35;
    const right = Math.min(box.right, box.left + line.length * size * 0.6);
    return { text: line.trim(), left: box.left, right: Math.max(right, box.left + 1), baseline, size, font: 'form' };
  });
}
