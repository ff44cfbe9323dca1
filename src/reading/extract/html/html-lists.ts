/** The marker that a browser draws before a list item and that is not in the text. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { bulletCharacter } from '../blocks/symbol-fonts.ts';
import { formatOrdinal } from '../blocks/number-formats.ts';
import { attribute, has, isElement, styleOf } from './html-attributes.ts';

const FORMATS: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'decimal-leading-zero': 'decimalZero',
};

/** With its space; `''` when the style shows none. */
export function listMarker(item: Tree.Element): string {
  const list = item.parentNode;
  if (list === null || !('tagName' in list)) return '• ';
  const kind = /list-style(?:-type)?:([a-z-]+)/u.exec(styleOf(item) || styleOf(list))?.[1];
  if (kind === 'none') return '';
  if (list.tagName !== 'ol' || /^(?:disc|circle|square)$/u.test(kind ?? '')) return '• ';
  const format = FORMATS[kind ?? ''] ?? FORMATS[attribute(list, 'type') ?? ''] ?? 'decimal';
  return `${formatOrdinal(numberOf(item, list), format)}. `;
}

/** Long lists ask once an item: the numbers of a whole list are counted together. */
const numbers = new WeakMap<Tree.Element, ReadonlyMap<Tree.Element, number>>();

function numberOf(item: Tree.Element, list: Tree.Element): number {
  let known = numbers.get(list);
  if (known === undefined) {
    known = countItems(list);
    numbers.set(list, known);
  }
  return known.get(item) ?? 1;
}

function countItems(list: Tree.Element): ReadonlyMap<Tree.Element, number> {
  const items = list.childNodes.filter(isElement).filter((child) => child.tagName === 'li');
  const step = has(list, 'reversed') ? -1 : 1;
  let next = integer(attribute(list, 'start')) ?? (step < 0 ? items.length : 1);
  const counted = new Map<Tree.Element, number>();
  for (const item of items) {
    next = integer(attribute(item, 'value')) ?? next;
    counted.set(item, next);
    next += step;
  }
  return counted;
}

function integer(value: string | undefined): number | null {
  const parsed = Number.parseInt(value ?? '', 10);
  return Number.isSafeInteger(parsed) ? parsed : null;
}

/**
 * Word saves pages with the marker as text in a symbol font, padded with blanks.
 *
 * @returns null when the element is no such marker.
 */
export function wordListMarker(element: Tree.Element): string | null {
  if (element.tagName !== 'span' || !/mso-list:ignore/u.test(styleOf(element))) return null;
  const shown = visibleText(element).replaceAll(/[\s\u00a0]+/gu, '');
  if (shown === '') return '';
  if (/[\p{L}\p{N}]/u.test(shown) && !/^[o§]$/u.test(shown)) return `${shown} `;
  return `${bulletCharacter(shown === '§' ? '•' : shown, undefined)} `;
}

function visibleText(node: Tree.ParentNode): string {
  return node.childNodes
    .map((child) => {
      if (child.nodeName === '#text') return (child as Tree.TextNode).value;
      return isElement(child) ? visibleText(child) : '';
    })
    .join('');
}
