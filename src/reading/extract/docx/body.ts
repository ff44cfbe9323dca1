/** The blocks of a Word body, cell, note or header: paragraphs, tables, and wrappers around them. */
import type { XmlElement } from '../archive/xml.ts';
import { childElements, childNamed } from '../archive/xml-query.ts';
import type { Block, Cell, Paragraph } from '../blocks/block.ts';
import type { Numbering } from './numbering.ts';
import { readParagraph, type FieldState, type ParagraphReader } from './paragraph-text.ts';
import { isOn } from './styles.ts';

type Context = ParagraphReader & { readonly numbering: Numbering };

type Previous = { readonly style: string | undefined; readonly contextual: boolean };

export class BodyReader {
  readonly #context: Context;
  readonly #blocks: Block[] = [];
  readonly #fields: FieldState[];
  /** Text of paragraphs whose end was deleted by a tracked change: it flows into the next one. */
  #carried = '';
  #previous: Previous | null = null;
  struckPassages = 0;

  constructor(context: Context, fields: FieldState[] = []) {
    this.#context = context;
    this.#fields = fields;
  }

  read(element: XmlElement): void {
    switch (element.name) {
      case 'w:p':
        return this.#paragraph(element);
      case 'w:tbl':
        return this.#table(element);
      case 'w:del':
      case 'w:moveFrom':
      case 'w:sectPr':
      case 'w:sdtPr':
      case 'w:tcPr':
        return;
      case 'mc:AlternateContent': {
        const choice = childNamed(element, 'mc:Choice') ?? childNamed(element, 'mc:Fallback');
        if (choice !== undefined) this.#each(choice);
        return;
      }
      case 'w:r':
      case 'w:hyperlink':
        // Not allowed here, and written by some programs all the same.
        return this.#paragraph({ name: 'w:p', attributes: {}, children: [element] });
      default:
        return this.#each(element);
    }
  }

  finish(): readonly Block[] {
    if (this.#carried !== '') {
      this.#blocks.push({ kind: 'paragraph', text: this.#carried, heading: false, spaceBefore: 0, spaceAfter: 0 });
      this.#carried = '';
    }
    return this.#blocks;
  }

  #each(element: XmlElement): void {
    for (const child of childElements(element)) this.read(child);
  }

  #paragraph(element: XmlElement): void {
    const properties = childNamed(element, 'w:pPr');
    const styleId = childNamed(properties, 'w:pStyle')?.attributes['w:val'];
    const style = this.#context.styles.paragraph(styleId, properties);
    const { text, textBoxes, struckPassages } = readParagraph(element, this.#context, this.#fields);
    this.struckPassages += struckPassages;
    const marks = childNamed(properties, 'w:rPr');
    if (childNamed(marks, 'w:del') !== undefined || childNamed(marks, 'w:moveFrom') !== undefined) {
      this.#carried += text;
    } else {
      const marker = this.#marker(style.numId, style.level, styleId ?? this.#context.styles.defaultId);
      const same = this.#previous !== null && this.#previous.style === styleId;
      if (same && this.#previous?.contextual === true) this.#closeUp();
      this.#blocks.push({
        kind: 'paragraph',
        text: marker + this.#carried + text,
        heading: style.heading,
        spaceBefore: same && style.contextual ? 0 : style.before,
        spaceAfter: style.after,
      });
      this.#carried = '';
      this.#previous = { style: styleId, contextual: style.contextual };
    }
    for (const box of textBoxes) this.#blocks.push(...this.#inside(box));
  }

  #marker(numId: string | undefined, level: number | undefined, styleId: string | undefined): string {
    if (numId === undefined || numId === '0') return '';
    const numbering = this.#context.numbering;
    return numbering.next(numId, level ?? (styleId === undefined ? 0 : numbering.levelOfStyle(numId, styleId)));
  }

  /** The space below the last paragraph, when its neighbour is of the same kind. */
  #closeUp(): void {
    const last = this.#blocks.at(-1);
    if (last?.kind === 'paragraph')
      this.#blocks[this.#blocks.length - 1] = { ...last, spaceAfter: 0 } satisfies Paragraph;
  }

  #inside(element: XmlElement): Cell {
    const reader = new BodyReader(this.#context, this.#fields);
    reader.#each(element);
    const blocks = reader.finish();
    this.struckPassages += reader.struckPassages;
    return blocks;
  }

  #table(table: XmlElement): void {
    const rows = [...nearest(table, 'w:tr')].filter((row) => !isDeleted(childNamed(row, 'w:trPr'), 'w:del'));
    this.#blocks.push({ kind: 'table', rows: rows.map((row) => this.#row(row)) });
    this.#previous = null;
  }

  #row(row: XmlElement): readonly Cell[] {
    return [...nearest(row, 'w:tc')]
      .filter((cell) => !isDeleted(childNamed(cell, 'w:tcPr'), 'w:cellDel'))
      .map((cell) => (isMergedUpwards(cell) ? [] : this.#inside(cell)));
  }
}

function isDeleted(properties: XmlElement | undefined, name: string): boolean {
  return childNamed(properties, name) !== undefined;
}

/** Its text stands in the cell above; an empty cell keeps the columns in place. */
function isMergedUpwards(cell: XmlElement): boolean {
  const merge = childNamed(childNamed(cell, 'w:tcPr'), 'w:vMerge');
  return merge !== undefined && merge.attributes['w:val'] !== 'restart' && !isOn(merge.attributes['w:val']);
}

/** Rows of a table or cells of a row through the wrappers that may stand between, never those of an inner table. */
function* nearest(element: XmlElement, name: 'w:tr' | 'w:tc'): Generator<XmlElement> {
  for (const child of childElements(element)) {
    if (child.name === name) yield child;
    else if (/^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/u.test(child.name)) yield* nearest(child, name);
  }
}
