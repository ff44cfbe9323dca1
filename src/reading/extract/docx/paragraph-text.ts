/**
 * The characters of one Word paragraph: what a person sees of it, nothing that is hidden,
 * deleted or only said to the printer.
 */
import type { XmlElement } from '../archive/xml.ts';
import { childElements, childNamed, descendantsNamed, integerAttribute, textOf } from '../archive/xml-query.ts';
import { InlineText } from '../blocks/inline-text.ts';
import { CHECKED, isSymbolFont, symbolCharacter, UNCHECKED, withoutPrivateUse } from '../blocks/symbol-fonts.ts';
import { isOn, type RunStyle, type Styles } from './styles.ts';

export type ParagraphText = {
  readonly text: string;
  /** `w:txbxContent` elements anchored here, each once. */
  readonly textBoxes: readonly XmlElement[];
  readonly notes: readonly NoteReference[];
  readonly struckPassages: number;
};

export type NoteReference = { readonly kind: 'footnote' | 'endnote'; readonly id: string };

export type ParagraphReader = {
  readonly styles: Styles;
  /** The mark of a note in the text, such as `[1]`. */
  readonly noteMark: (note: NoteReference) => string;
  /** Fields left out with their result, such as the page number of a header. */
  readonly dropField?: RegExp;
};

/** A field may span several paragraphs (a table of contents does), so its state outlives one. */
export type FieldState = { readonly stage: 'code' | 'result'; readonly code: string };

export function readParagraph(paragraph: XmlElement, reader: ParagraphReader, fields: FieldState[]): ParagraphText {
  // A code that its paragraph never closed is damage: it must not swallow the rest of the document.
  for (let at = fields.length - 1; at >= 0; at -= 1) if (fields[at]?.stage === 'code') fields.splice(at, 1);
  const walk = new ParagraphWalk(reader, fields);
  walk.paragraphStyle = childNamed(childNamed(paragraph, 'w:pPr'), 'w:pStyle')?.attributes['w:val'];
  walk.content(paragraph);
  return walk.result();
}

const LEFT_OUT = new Set([
  'w:del',
  'w:moveFrom',
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:rt',
  'w:instrText',
  'w:delText',
]);

class ParagraphWalk {
  readonly #reader: ParagraphReader;
  readonly #fields: FieldState[];
  readonly #inline = new InlineText();
  readonly #textBoxes: XmlElement[] = [];
  readonly #notes: NoteReference[] = [];
  paragraphStyle: string | undefined;

  constructor(reader: ParagraphReader, fields: FieldState[]) {
    this.#reader = reader;
    this.#fields = fields;
  }

  result(): ParagraphText {
    const struckPassages = this.#inline.struckPassages;
    return { text: this.#inline.finish(), textBoxes: this.#textBoxes, notes: this.#notes, struckPassages };
  }

  content(element: XmlElement): void {
    for (const child of childElements(element)) this.#child(child);
  }

  #child(child: XmlElement): void {
    if (LEFT_OUT.has(child.name)) return;
    switch (child.name) {
      case 'w:r':
        return this.#run(child);
      case 'w:sdt':
        return this.#control(child);
      case 'w:fldSimple':
        if (this.#reader.dropField?.test(child.attributes['w:instr'] ?? '') !== true) this.content(child);
        return;
      case 'm:oMath':
      case 'm:oMathPara':
        for (const text of descendantsNamed(child, 'm:t')) this.#inline.add(textOf(text));
        return;
      case 'mc:AlternateContent':
        return this.#alternatives(child, (branch) => this.content(branch));
      default:
        // Links, insertions, smart tags, text directions: all are wrappers.
        return this.content(child);
    }
  }

  #run(run: XmlElement): void {
    const properties = childNamed(run, 'w:rPr');
    const runStyle = childNamed(properties, 'w:rStyle')?.attributes['w:val'];
    const style = this.#reader.styles.run([this.paragraphStyle, runStyle], properties);
    for (const child of childElements(run)) {
      if (child.name === 'w:fldChar') this.#fieldMark(child);
      else if (child.name === 'w:instrText') this.#fieldCode(textOf(child));
      else if (!style.hidden && !this.#inFieldCode()) this.#runChild(child, style);
    }
  }

  #runChild(child: XmlElement, style: RunStyle): void {
    const add = (text: string): void => this.#inline.add(text, style.struck);
    switch (child.name) {
      case 'w:t':
        return add(shownText(child, style.font));
      case 'w:tab':
      case 'w:ptab':
        return add('\t');
      case 'w:br':
      case 'w:cr':
        return add('\n');
      case 'w:noBreakHyphen':
        return add('-');
      case 'w:sym':
        return add(symbol(child));
      case 'w:footnoteReference':
        return this.#note({ kind: 'footnote', id: child.attributes['w:id'] ?? '' }, child);
      case 'w:endnoteReference':
        return this.#note({ kind: 'endnote', id: child.attributes['w:id'] ?? '' }, child);
      case 'mc:AlternateContent':
        return this.#alternatives(child, (branch) => {
          for (const inner of childElements(branch)) this.#runChild(inner, style);
        });
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.#collectTextBoxes(child);
      case 'w:ruby': {
        const base = childNamed(child, 'w:rubyBase');
        if (base !== undefined) this.content(base);
        return;
      }
      default:
        return;
    }
  }

  /** Word writes the same drawing twice, for new and old readers: the first that holds text counts. */
  #alternatives(element: XmlElement, read: (branch: XmlElement) => void): void {
    const branches = childElements(element).filter((e) => e.name === 'mc:Choice' || e.name === 'mc:Fallback');
    const chosen = branches.find((branch) => /\S/u.test(textOf(branch))) ?? branches[0];
    if (chosen !== undefined) read(chosen);
  }

  #collectTextBoxes(drawing: XmlElement): void {
    for (const child of childElements(drawing)) {
      if (child.name === 'w:txbxContent') this.#textBoxes.push(child);
      else if (child.name === 'mc:AlternateContent')
        this.#alternatives(child, (branch) => this.#collectTextBoxes(branch));
      else this.#collectTextBoxes(child);
    }
  }

  #note(note: NoteReference, reference: XmlElement): void {
    // A mark that the author typed stands in the text already.
    if (!isOn(reference.attributes['w:customMarkFollows'])) this.#inline.add(this.#reader.noteMark(note));
    this.#notes.push(note);
  }

  #control(control: XmlElement): void {
    const box = childNamed(childNamed(control, 'w:sdtPr'), 'w14:checkbox');
    if (box !== undefined) {
      this.#inline.add(isOn(childNamed(box, 'w14:checked')?.attributes['w14:val']) ? CHECKED : UNCHECKED);
      return;
    }
    const content = childNamed(control, 'w:sdtContent');
    if (content !== undefined) this.content(content);
  }

  #fieldMark(mark: XmlElement): void {
    const type = mark.attributes['w:fldCharType'];
    if (type === 'begin') {
      this.#fields.push({ stage: 'code', code: '' });
      this.#formField(childNamed(mark, 'w:ffData'));
    } else if (type === 'separate') {
      const field = this.#fields.pop();
      if (field !== undefined) this.#fields.push({ stage: 'result', code: field.code });
    } else if (type === 'end') this.#fields.pop();
  }

  #fieldCode(code: string): void {
    const field = this.#fields.at(-1);
    if (field?.stage === 'code') this.#fields[this.#fields.length - 1] = { stage: 'code', code: field.code + code };
  }

  #inFieldCode(): boolean {
    return this.#fields.some((field) => field.stage === 'code' || this.#reader.dropField?.test(field.code) === true);
  }

  /** Boxes and menus of old forms keep their state beside the text. */
  #formField(data: XmlElement | undefined): void {
    const box = childNamed(data, 'w:checkBox');
    if (box !== undefined) {
      const state = childNamed(box, 'w:checked') ?? childNamed(box, 'w:default');
      this.#inline.add(state !== undefined && isOn(state.attributes['w:val'] ?? '1') ? CHECKED : UNCHECKED);
    }
    const menu = childNamed(data, 'w:ddList');
    if (menu !== undefined) {
      const chosen = integerAttribute(childNamed(menu, 'w:result') ?? childNamed(menu, 'w:default'), 'w:val') ?? 0;
      const entries = childElements(menu).filter((entry) => entry.name === 'w:listEntry');
      this.#inline.add(entries[chosen]?.attributes['w:val'] ?? '');
    }
  }
}

function shownText(element: XmlElement, font: string | undefined): string {
  const text = textOf(element);
  const shown = element.attributes['xml:space'] === 'preserve' ? text : text.trim();
  const symbols = isSymbolFont(font)
    ? shown.replaceAll(/\S/gu, (c) => symbolCharacter(font, c.charCodeAt(0)) ?? c)
    : shown;
  return withoutPrivateUse(symbols)
    .replaceAll('\u00ad', '')
    .replaceAll(/[\r\n]+/gu, ' ');
}

function symbol(element: XmlElement): string {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16);
  if (!Number.isInteger(code) || code <= 0 || code > 0xffff) return '';
  const drawn = symbolCharacter(element.attributes['w:font'], code);
  return drawn ?? withoutPrivateUse(String.fromCharCode(code));
}
