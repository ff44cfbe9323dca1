/** The characters of one OpenDocument paragraph: what a person sees of it. */
import type { XmlElement } from '../archive/xml.ts';
import { childElements, childNamed, integerAttribute, textOf } from '../archive/xml-query.ts';
import { InlineText } from '../blocks/inline-text.ts';
import { CHECKED, isSymbolFont, symbolCharacter, UNCHECKED, withoutPrivateUse } from '../blocks/symbol-fonts.ts';
import type { OdtContext } from './odt-body.ts';
import type { OdtParagraphStyle } from './odt-styles.ts';

export type OdtParagraphText = {
  readonly text: string;
  /** Text boxes and shapes anchored here. */
  readonly boxes: readonly XmlElement[];
  readonly struckPassages: number;
};

export function readOdtParagraph(paragraph: XmlElement, context: OdtContext): OdtParagraphText {
  const walk = new Walk(context);
  const style = context.styles.style('paragraph', paragraph.attributes['text:style-name']);
  walk.content(paragraph, style);
  return walk.result();
}

const LEFT_OUT =
  /^(?:office:annotation(?:-end)?|text:(?:soft-page-break|number|script|tracked-changes|ruby-text|note-citation)|svg:.*|draw:(?:image|object|object-ole|glue-point)|office:(?:event-listeners|binary-data))$/u;

/** More blanks or columns than a page is wide are an attack, not a layout. */
const MAX_REPEATED = 500;

class Walk {
  readonly #context: OdtContext;
  readonly #inline = new InlineText();
  readonly #boxes: XmlElement[] = [];
  #endsWithBlank = true;

  constructor(context: OdtContext) {
    this.#context = context;
  }

  result(): OdtParagraphText {
    const struckPassages = this.#inline.struckPassages;
    return { text: this.#inline.finish(), boxes: this.#boxes, struckPassages };
  }

  content(element: XmlElement, style: OdtParagraphStyle): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.#text(child, style);
      else this.#child(child, style);
    }
  }

  /** Blanks in the file are layout of the XML: one at most, none at the start (ODF 1.3, 6.1.2). */
  #text(text: string, style: OdtParagraphStyle): void {
    if (style.hidden) return;
    const collapsed = text.replaceAll(/[ \t\r\n]+/gu, ' ').replaceAll('\u00ad', '');
    const shown = this.#endsWithBlank && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
    if (shown === '') return;
    const drawn = isSymbolFont(style.font)
      ? shown.replaceAll(/\S/gu, (c) => symbolCharacter(style.font, c.charCodeAt(0)) ?? c)
      : shown;
    this.#add(withoutPrivateUse(drawn), style);
    this.#endsWithBlank = shown.endsWith(' ');
  }

  #add(text: string, style: OdtParagraphStyle): void {
    if (style.hidden) return;
    this.#inline.add(text, style.struck);
    this.#endsWithBlank = false;
  }

  #child(child: XmlElement, style: OdtParagraphStyle): void {
    if (LEFT_OUT.test(child.name)) return;
    switch (child.name) {
      case 'text:span':
        return this.content(child, this.#spanStyle(child, style));
      case 'text:s':
        return this.#add(' '.repeat(Math.min(integerAttribute(child, 'text:c') ?? 1, MAX_REPEATED)), style);
      case 'text:tab':
        return this.#add('\t', style);
      case 'text:line-break':
        this.#add('\n', style);
        this.#endsWithBlank = true;
        return;
      case 'text:note':
        return this.#note(child, style);
      case 'text:page-number':
      case 'text:page-count':
        if (!this.#context.inMargin) this.content(child, style);
        return;
      case 'text:hidden-text':
        if (child.attributes['text:is-hidden'] === 'false')
          this.#add(child.attributes['text:string-value'] ?? '', style);
        return;
      case 'draw:control':
        return this.#add(this.#context.forms.get(child.attributes['draw:control'] ?? '') ?? '', style);
      case 'field:fieldmark':
        return this.#fieldMark(child, style);
      case 'loext:content-control':
        if (child.attributes['loext:checkbox'] !== 'true') return this.content(child, style);
        return this.#add(child.attributes['loext:checked'] === 'true' ? CHECKED : UNCHECKED, style);
      case 'draw:frame':
        return this.#frame(child);
      default:
        if (/^draw:(?:g|a)$/u.test(child.name)) this.content(child, style);
        else if (child.name.startsWith('draw:')) this.#boxes.push(child);
        else this.content(child, style);
    }
  }

  #spanStyle(span: XmlElement, outer: OdtParagraphStyle): OdtParagraphStyle {
    const own = this.#context.styles.style('text', span.attributes['text:style-name']);
    return {
      ...outer,
      hidden: outer.hidden || own.hidden,
      struck: outer.struck || own.struck,
      font: own.font ?? outer.font,
    };
  }

  #frame(frame: XmlElement): void {
    for (const child of childElements(frame)) {
      if (child.name === 'draw:text-box') this.#boxes.push(child);
    }
  }

  #note(note: XmlElement, style: OdtParagraphStyle): void {
    const citation = childNamed(note, 'text:note-citation');
    const body = childNamed(note, 'text:note-body');
    const written = citation === undefined ? '' : textOf(citation).trim();
    const mark = `[${written === '' ? this.#context.notes.length + 1 : written}]`;
    this.#add(mark, style);
    if (body !== undefined) this.#context.notes.push({ mark, body });
  }

  /** Boxes and menus that came from old Word forms. */
  #fieldMark(mark: XmlElement, style: OdtParagraphStyle): void {
    const parameters = childElements(mark).filter((child) => child.name === 'field:param');
    const value = (name: string): string | undefined =>
      parameters.find((one) => one.attributes['field:name'] === name)?.attributes['field:value'];
    const type = mark.attributes['field:type'] ?? '';
    if (type.endsWith('FORMCHECKBOX')) {
      return this.#add(/^(?:true|1)$/u.test(value('Checkbox_Checked') ?? '') ? CHECKED : UNCHECKED, style);
    }
    if (type.endsWith('FORMDROPDOWN')) {
      const entries = parameters.filter((one) => one.attributes['field:name'] === 'Dropdown_ListEntry');
      const chosen = entries[Number.parseInt(value('Dropdown_Selected') ?? '0', 10)];
      this.#add(chosen?.attributes['field:value'] ?? '', style);
    }
  }
}
