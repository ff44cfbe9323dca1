/** What the attributes and inline styles of an element say about what is seen. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

export function isElement(node: Tree.ChildNode): node is Tree.Element {
  return 'tagName' in node;
}

export function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

export function has(element: Tree.Element, name: string): boolean {
  return element.attrs.some((one) => one.name === name);
}

export function styleOf(element: Tree.Element): string {
  return (attribute(element, 'style') ?? '').toLowerCase().replaceAll(/\s+/gu, '');
}

/** Closed `<details>` and `hidden="until-found"` open on a click or a search: their words count. */
export function isHidden(element: Tree.Element): boolean {
  if (element.attrs.length === 0) return element.tagName === 'dialog';
  if (has(element, 'hidden') && attribute(element, 'hidden') !== 'until-found') return true;
  if (element.tagName === 'dialog' && !has(element, 'open')) return true;
  if (element.tagName === 'input' && attribute(element, 'type')?.toLowerCase() === 'hidden') return true;
  return /(?:^|;)(?:display:none|visibility:hidden|mso-hide:all)/u.test(styleOf(element));
}

/** `<del>` too: on a published page it is shown, struck through. */
export function isStruck(element: Tree.Element): boolean {
  if (/^(?:s|strike|del)$/u.test(element.tagName)) return true;
  return element.attrs.length > 0 && /text-decoration(?:-line)?:[^;]*line-through/u.test(styleOf(element));
}

export function isPreformatted(element: Tree.Element): boolean {
  if (/^(?:pre|textarea|listing)$/u.test(element.tagName)) return true;
  return element.attrs.length > 0 && /white-space:(?:pre|pre-wrap|break-spaces)(?:;|$)/u.test(styleOf(element));
}

/** Points; null when the style does not say. Only zero and plain units are understood. */
export function styleMargin(element: Tree.Element, side: 'top' | 'bottom'): number | null {
  if (element.attrs.length === 0) return null;
  const style = (attribute(element, 'style') ?? '').toLowerCase();
  const own = new RegExp(`(?:^|;)\\s*margin-${side}\\s*:\\s*([^;]+)`, 'u').exec(style)?.[1];
  const all = /(?:^|;)\s*margin\s*:\s*([^;]+)/u.exec(style)?.[1]?.trim().split(/\s+/u);
  const value = own ?? (all === undefined ? undefined : side === 'top' ? all[0] : (all[2] ?? all[0]));
  const size = /^([\d.]+)(pt|px|cm|mm|em|rem|)$/u.exec(value?.trim().replace('!important', '') ?? '');
  if (size === null) return null;
  const factor = { pt: 1, px: 0.75, cm: 28.35, mm: 2.835, em: 12, rem: 12, '': 0 }[size[2] ?? ''] ?? 0;
  return Number(size[1]) * factor;
}
