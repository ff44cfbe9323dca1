/** The addresses of this site that a page links to, without fragments, in the order of the page. */
import type { DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

export function linksOf(node: Node): string[] {
  const links: string[] = [];
  collect(node, links);
  return [...new Set(links)];
}

function collect(node: Node, links: string[]): void {
  if ('attrs' in node && node.tagName === 'a') {
    const href = node.attrs.find((attribute) => attribute.name === 'href')?.value ?? '';
    const address = href.split('#')[0] ?? '';
    if (address.startsWith('/') && !address.startsWith('//')) links.push(address);
  }
  if ('childNodes' in node) for (const child of node.childNodes) collect(child, links);
}
