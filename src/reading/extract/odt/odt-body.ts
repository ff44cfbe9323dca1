/** The blocks of an OpenDocument body, cell, note or header. */
import type { XmlElement } from '../archive/xml.ts';
import { childElements, childNamed, integerAttribute, textOf } from '../archive/xml-query.ts';
import type { Block, Cell } from '../blocks/block.ts';
import type { FormStates } from './form-states.ts';
import type { ListCounters, OpenList } from './list-counters.ts';
import { readOdtParagraph } from './odt-paragraph.ts';
import type { OdtStyles } from './odt-styles.ts';

export type OdtNote = { readonly mark: string; readonly body: XmlElement };

export type OdtContext = {
  readonly styles: OdtStyles;
  readonly lists: ListCounters;
  readonly forms: FormStates;
  /** Filled while the text is read, in the order in which it calls them. */
  readonly notes: OdtNote[];
  /** In headers and footers, page numbers are left out. */
  readonly inMargin: boolean;
};

/** Where in a list a paragraph stands; `marker` is spent by the first paragraph of an item. */
type Place = { readonly list: OpenList; readonly level: number; marker: (() => string) | null };

const LEFT_OUT =
  /^(?:text:(?:tracked-changes|sequence-decls|variable-decls|user-field-decls|soft-page-break|number|.*-source|alphabetical-index-auto-mark-file)|office:(?:forms|annotation|annotation-end|binary-data|event-listeners)|table:(?:shapes|named-expressions|title|desc)|svg:.*|draw:image)$/u;

const MAX_REPEATED = 100;

export class OdtBody {
  readonly #context: OdtContext;
  readonly #blocks: Block[] = [];
  #previous: { readonly style: string | undefined; readonly contextual: boolean } | null = null;
  struckPassages = 0;

  constructor(context: OdtContext) {
    this.#context = context;
  }

  read(element: XmlElement, place: Place | null = null): void {
    if (LEFT_OUT.test(element.name)) return;
    switch (element.name) {
      case 'text:p':
      case 'text:h':
        return this.#paragraph(element, place);
      case 'text:list':
        return this.#list(element, place);
      case 'text:numbered-paragraph':
        return this.#numberedParagraph(element);
      case 'table:table':
        return this.#table(element);
      case 'text:section':
        if (element.attributes['text:display'] === 'none') return;
        break;
      case 'draw:frame': {
        const box = childNamed(element, 'draw:text-box');
        if (box !== undefined) this.#blocks.push(...this.#inside(box));
        return;
      }
      case 'draw:control':
        this.#blocks.push(plain(this.#context.forms.get(element.attributes['draw:control'] ?? '') ?? ''));
        return;
    }
    for (const child of childElements(element)) this.read(child, place);
  }

  finish(): readonly Block[] {
    return this.#blocks;
  }

  #paragraph(element: XmlElement, place: Place | null): void {
    const name = element.attributes['text:style-name'];
    const style = this.#context.styles.style('paragraph', name);
    const { text, boxes, struckPassages } = readOdtParagraph(element, this.#context);
    this.struckPassages += struckPassages;
    const heading = element.name === 'text:h';
    const same = this.#previous !== null && this.#previous.style === name;
    if (same && this.#previous?.contextual === true) this.#closeUp();
    this.#blocks.push({
      kind: 'paragraph',
      text: this.#marker(element, place) + text,
      heading,
      spaceBefore: same && style.contextual ? 0 : style.before,
      spaceAfter: style.after,
    });
    this.#previous = { style: name, contextual: style.contextual };
    for (const box of boxes) this.#blocks.push(...this.#inside(box));
  }

  #marker(element: XmlElement, place: Place | null): string {
    if (place !== null) {
      const marker = place.marker?.() ?? '';
      place.marker = null;
      return marker;
    }
    if (element.name !== 'text:h' || element.attributes['text:is-list-header'] === 'true') return '';
    return this.#context.lists.nextHeading((integerAttribute(element, 'text:outline-level') ?? 1) - 1);
  }

  #closeUp(): void {
    const last = this.#blocks.at(-1);
    if (last?.kind === 'paragraph') this.#blocks[this.#blocks.length - 1] = { ...last, spaceAfter: 0 };
  }

  #list(element: XmlElement, outer: Place | null): void {
    const attributes = element.attributes;
    const list =
      outer === null
        ? this.#context.lists.open({
            style: attributes['text:style-name'] ?? this.#styleOfFirstParagraph(element),
            id: attributes['xml:id'] ?? attributes['text:id'],
            continues: attributes['text:continue-numbering'] === 'true',
            continuesId: attributes['text:continue-list'],
          })
        : { style: attributes['text:style-name'] ?? outer.list.style, counts: outer.list.counts };
    const level = outer === null ? 0 : outer.level + 1;
    for (const item of childElements(element)) {
      const startValue = integerAttribute(item, 'text:start-value');
      const written = childNamed(item, 'text:number');
      const next = (): string => {
        const computed = this.#context.lists.next(list, { level, startValue });
        return written === undefined ? computed : `${textOf(written).trim()} `.trimStart();
      };
      const place: Place = { list, level, marker: item.name === 'text:list-item' ? next : null };
      for (const child of childElements(item)) this.read(child, place);
    }
  }

  /** A list without a style of its own takes the one of its paragraphs. */
  #styleOfFirstParagraph(list: XmlElement): string | undefined {
    const item = childNamed(list, 'text:list-item');
    const paragraph = childNamed(item, 'text:p') ?? childNamed(item, 'text:h');
    if (paragraph === undefined) return undefined;
    return this.#context.styles.style('paragraph', paragraph.attributes['text:style-name']).listStyle;
  }

  #numberedParagraph(element: XmlElement): void {
    const level = (integerAttribute(element, 'text:level') ?? 1) - 1;
    const list = this.#context.lists.open({
      style: element.attributes['text:style-name'],
      id: element.attributes['text:list-id'],
      continues: true,
      continuesId: element.attributes['text:list-id'],
    });
    const startValue = integerAttribute(element, 'text:start-value');
    const place: Place = { list, level, marker: () => this.#context.lists.next(list, { level, startValue }) };
    for (const child of childElements(element)) this.read(child, place);
  }

  #inside(element: XmlElement): Cell {
    const reader = new OdtBody(this.#context);
    for (const child of childElements(element)) reader.read(child);
    this.struckPassages += reader.struckPassages;
    return reader.finish();
  }

  #table(table: XmlElement): void {
    const rows: Cell[][] = [];
    this.#rows(table, rows);
    this.#blocks.push({ kind: 'table', rows });
    this.#previous = null;
  }

  #rows(parent: XmlElement, rows: Cell[][]): void {
    for (const child of childElements(parent)) {
      if (child.name === 'table:table-row') {
        const row = this.#row(child);
        const filled = row.some((cell) => cell.some((block) => block.kind === 'table' || block.text !== ''));
        const times = filled ? Math.min(integerAttribute(child, 'table:number-rows-repeated') ?? 1, MAX_REPEATED) : 1;
        for (let time = 0; time < times; time += 1) rows.push(row);
      } else if (/^table:table-(?:header-rows|rows|row-group)$/u.test(child.name)) this.#rows(child, rows);
    }
  }

  #row(row: XmlElement): Cell[] {
    const cells: Cell[] = [];
    /** Cells still covered by a wide one on their left: they are part of it, not empty. */
    let covered = 0;
    for (const cell of childElements(row)) {
      const times = Math.min(integerAttribute(cell, 'table:number-columns-repeated') ?? 1, MAX_REPEATED);
      if (cell.name === 'table:table-cell') {
        const content = this.#inside(cell);
        for (let time = 0; time < times; time += 1) cells.push(content);
        covered = (integerAttribute(cell, 'table:number-columns-spanned') ?? 1) - 1;
      } else if (cell.name === 'table:covered-table-cell') {
        for (let time = 0; time < times; time += 1) {
          if (covered > 0) covered -= 1;
          else cells.push([]);
        }
      }
    }
    return cells;
  }
}

function plain(text: string): Block {
  return { kind: 'paragraph', text, heading: false, spaceBefore: 0, spaceAfter: 0 };
}
