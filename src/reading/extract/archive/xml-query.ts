/** Looking into a small XML tree. */
import type { XmlElement } from './xml.ts';

export function childNamed(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element === undefined) return undefined;
  for (const child of element.children) if (typeof child !== 'string' && child.name === name) return child;
  return undefined;
}

export function childrenNamed(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return childElements(element).filter((child) => child.name === name);
}

export function childElements(element: XmlElement | undefined): readonly XmlElement[] {
  if (element === undefined) return [];
  return element.children.filter((child): child is XmlElement => typeof child !== 'string');
}

/** Every element of that name below, outermost first. */
export function* descendantsNamed(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of childElements(element)) {
    if (child.name === name) yield child;
    yield* descendantsNamed(child, name);
  }
}

/** All characters below, as they are. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** `null` when the attribute is absent or no integer. */
export function integerAttribute(element: XmlElement | undefined, name: string): number | null {
  const value = Number.parseInt(element?.attributes[name] ?? '', 10);
  return Number.isSafeInteger(value) ? value : null;
}
