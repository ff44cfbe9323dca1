/** The blocks of a parsed page, in document order. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Block, Cell } from '../blocks/block.ts';
import { InlineText } from '../blocks/inline-text.ts';
import { trimBlanksEnd } from '../blocks/trim-blanks.ts';
import { CHECKED, UNCHECKED } from '../blocks/symbol-fonts.ts';
import { attribute, has, isElement, isHidden, isPreformatted, isStruck, styleMargin } from './html-attributes.ts';
import { listMarker, wordListMarker } from './html-lists.ts';

/** Elements that start and end a line of their own, with the space that browsers put around them (points). */
const BLOCKS: Readonly<Record<string, number>> = {
  ...{ p: 12, h1: 12, h2: 12, h3: 12, h4: 12, h5: 12, h6: 12, ul: 12, ol: 12, menu: 12, dl: 12 },
  ...{ blockquote: 12, pre: 12, figure: 12, hr: 6, table: 6 },
  ...{ address: 0, article: 0, aside: 0, body: 0, caption: 0, center: 0, dd: 0, details: 0, dialog: 0, div: 0 },
  ...{ dt: 0, fieldset: 0, figcaption: 0, footer: 0, form: 0, header: 0, hgroup: 0, html: 0, legend: 0, li: 0 },
  ...{ main: 0, nav: 0, optgroup: 0, search: 0, section: 0, summary: 0, tbody: 0, td: 0, tfoot: 0, th: 0 },
  ...{ thead: 0, tr: 0 },
};

const NOT_SHOWN = new Set([
  ...['audio', 'canvas', 'datalist', 'embed', 'head', 'iframe', 'link', 'meta', 'noscript', 'object', 'script'],
  ...['style', 'svg', 'template', 'title', 'video'],
]);

type Context = {
  readonly struck: boolean;
  readonly preformatted: boolean;
  readonly heading: boolean;
  readonly inList: boolean;
};

const PLAIN: Context = { struck: false, preformatted: false, heading: false, inList: false };

export class HtmlBlocks {
  readonly #blocks: Block[] = [];
  #inline = new InlineText();
  #endsWithBlank = true;
  #heading = false;
  #spaceBefore = 0;
  /** The bullet or number that waits for the first words of its item. */
  #marker = '';
  struckPassages = 0;

  read(node: Tree.ParentNode): void {
    this.#children(node, PLAIN);
  }

  finish(): readonly Block[] {
    this.#endLine();
    return this.#blocks;
  }

  #children(node: Tree.ParentNode, context: Context): void {
    for (const child of node.childNodes) {
      if (child.nodeName === '#text') this.#text((child as Tree.TextNode).value, context);
      else if (isElement(child)) this.#element(child, context);
    }
  }

  #text(value: string, context: Context): void {
    const shown = value.replaceAll(/[\u00ad\u200b\ufeff]/gu, '');
    if (context.preformatted) return this.#add(shown.replaceAll(/\r\n?/gu, '\n'), context);
    const collapsed = shown.replaceAll(/[ \t\r\n\f]+/gu, ' ');
    this.#add(this.#endsWithBlank && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed, context);
  }

  #add(text: string, context: Context): void {
    if (text === '') return;
    if (this.#marker !== '' && /\S/u.test(text)) {
      this.#inline.add(this.#marker);
      this.#marker = '';
    }
    this.#inline.add(text, context.struck);
    this.#heading ||= context.heading;
    this.#endsWithBlank = /[ \n]$/u.test(text);
  }

  #element(element: Tree.Element, context: Context): void {
    const name = element.tagName;
    if (NOT_SHOWN.has(name) || isHidden(element)) return;
    const wordMarker = wordListMarker(element);
    if (wordMarker !== null) return this.#add(wordMarker, context);
    const inner: Context = {
      struck: context.struck || isStruck(element),
      preformatted: context.preformatted || isPreformatted(element),
      heading: context.heading || /^h[1-6]$/u.test(name),
      inList: context.inList || name === 'ul' || name === 'ol',
    };
    if (name === 'br') return this.#break(inner);
    if (name === 'input') return this.#input(element, inner);
    if (name === 'select') return this.#select(element, inner);
    if (name === 'rt' || name === 'rp') return;
    if (name === 'table') return this.#table(element);
    const space = BLOCKS[name];
    if (space === undefined) return this.#children(element, inner);
    this.#block(element, { inner, space: context.inList && (name === 'ul' || name === 'ol') ? 0 : space });
  }

  #break(context: Context): void {
    if (this.#marker === '') this.#add('\n', context);
  }

  #block(element: Tree.Element, { inner, space }: { inner: Context; space: number }): void {
    this.#endLine();
    this.#space(styleMargin(element, 'top') ?? space);
    if (element.tagName === 'li') this.#marker = listMarker(element);
    this.#children(element, inner);
    if (element.tagName === 'p' && this.#inline.isEmpty && this.#marker === '') this.#endsWithBlank = true;
    this.#endLine();
    if (element.tagName === 'li') this.#marker = '';
    this.#space(styleMargin(element, 'bottom') ?? space);
  }

  #space(points: number): void {
    const last = this.#blocks.at(-1);
    if (points > 0 && last?.kind === 'paragraph' && last.spaceAfter < points) {
      this.#blocks[this.#blocks.length - 1] = { ...last, spaceAfter: points };
    } else this.#spaceBefore = Math.max(this.#spaceBefore, points);
  }

  /** Blanks alone are no line, except where a non-breaking one was put to make room. */
  #endLine(): void {
    const raw = this.#inline.finish();
    this.struckPassages += this.#inline.struckPassages;
    const text = trimLines(raw);
    if (text !== '') {
      const shown = /^[\s\u00a0]+$/u.test(text) ? '' : text;
      this.#blocks.push({
        kind: 'paragraph',
        text: shown,
        heading: this.#heading,
        spaceBefore: this.#spaceBefore,
        spaceAfter: 0,
      });
      this.#spaceBefore = 0;
    }
    this.#inline = new InlineText();
    this.#heading = false;
    this.#endsWithBlank = true;
  }

  #input(element: Tree.Element, context: Context): void {
    const type = attribute(element, 'type')?.toLowerCase() ?? 'text';
    if (type === 'checkbox' || type === 'radio') this.#add(has(element, 'checked') ? CHECKED : UNCHECKED, context);
    else if (/^(?:text|search|tel|url|email|number|date|month|week|time)$/u.test(type)) {
      this.#add(attribute(element, 'value') ?? '', context);
    }
  }

  /** A closed menu shows one choice: the chosen one, otherwise the first. */
  #select(element: Tree.Element, context: Context): void {
    const options = optionsOf(element);
    const chosen = options.filter((option) => has(option, 'selected'));
    const shown = chosen.length > 0 ? chosen : has(element, 'multiple') ? [] : options.slice(0, 1);
    shown.forEach((option, at) => {
      if (at > 0) this.#add(' ', context);
      this.#children(option, context);
    });
  }

  #table(table: Tree.Element): void {
    this.#endLine();
    const rows: Cell[][] = [];
    /** For each column, how many rows below are still taken by a tall cell. */
    const taken: number[] = [];
    this.#rows(table, rows, taken);
    this.#blocks.push({ kind: 'table', rows });
    this.#spaceBefore = 0;
  }

  #rows(parent: Tree.Element, rows: Cell[][], taken: number[]): void {
    for (const child of parent.childNodes) {
      if (!isElement(child) || NOT_SHOWN.has(child.tagName) || isHidden(child)) continue;
      if (child.tagName === 'tr') rows.push(this.#row(child, taken));
      else if (/^(?:thead|tbody|tfoot)$/u.test(child.tagName)) this.#rows(child, rows, taken);
      else if (child.tagName === 'caption') this.#element(child, PLAIN);
    }
  }

  #row(row: Tree.Element, taken: number[]): Cell[] {
    const cells: Cell[] = [];
    let column = 0;
    const skipTaken = (): void => {
      while ((taken[column] ?? 0) > 0) {
        taken[column] = (taken[column] ?? 1) - 1;
        column += 1;
        cells.push([]);
      }
    };
    for (const child of row.childNodes) {
      if (!isElement(child) || !/^t[dh]$/u.test(child.tagName) || isHidden(child)) continue;
      skipTaken();
      const inside = new HtmlBlocks();
      inside.#children(child, PLAIN);
      cells.push(inside.finish());
      this.struckPassages += inside.struckPassages;
      const tall = span(child, 'rowspan') - 1;
      for (let wide = span(child, 'colspan'); wide > 0; wide -= 1) taken[column++] = tall;
    }
    skipTaken();
    return cells;
  }
}

function span(cell: Tree.Element, name: 'rowspan' | 'colspan'): number {
  const value = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isInteger(value) ? Math.min(Math.max(value, 1), name === 'colspan' ? 100 : 1_000) : 1;
}

function optionsOf(select: Tree.Element): readonly Tree.Element[] {
  return select.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName === 'option') return [child];
    return child.tagName === 'optgroup' ? optionsOf(child) : [];
  });
}

/** Without blanks at the ends of lines, without empty lines at either end. A non-breaking space is no blank. */
function trimLines(text: string): string {
  const lines = text.split('\n').map(trimBlanksEnd);
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  return lines.join('\n').replace(/^[ \n]+/u, '');
}
