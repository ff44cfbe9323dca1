/** Paragraph, character and list styles of an OpenDocument text, with what they inherit. */
import type { XmlElement } from '../archive/xml.ts';
import { childElements, childNamed, integerAttribute } from '../archive/xml-query.ts';
import { bulletCharacter } from '../blocks/symbol-fonts.ts';

export type OdtParagraphStyle = {
  /** Points. */
  readonly before: number;
  readonly after: number;
  readonly contextual: boolean;
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly font: string | undefined;
  readonly listStyle: string | undefined;
};

export type ListLevel =
  | { readonly kind: 'bullet'; readonly bullet: string }
  | {
      readonly kind: 'number';
      readonly format: string;
      readonly prefix: string;
      readonly suffix: string;
      readonly start: number;
      /** How many levels the marker shows, this one included. */
      readonly shownLevels: number;
      /** ODF 1.3, such as `%1%.%2%)`; it wins over the parts above. */
      readonly pattern: string | undefined;
    };

const NO_STYLE: OdtParagraphStyle = {
  before: 0,
  after: 0,
  contextual: false,
  hidden: false,
  struck: false,
  font: undefined,
  listStyle: undefined,
};

/** The list style name under which the numbering of headings is kept. */
export const OUTLINE = 'Outline';

export class OdtStyles {
  readonly #styles = new Map<string, XmlElement>();
  readonly #resolved = new Map<string, OdtParagraphStyle>();
  readonly #lists = new Map<string, readonly (ListLevel | undefined)[]>();

  add(element: XmlElement): void {
    const name = element.attributes['style:name'] ?? '';
    if (element.name === 'style:style') this.#styles.set(`${element.attributes['style:family']} ${name}`, element);
    else if (element.name === 'style:default-style')
      this.#styles.set(`${element.attributes['style:family']} `, element);
    else if (element.name === 'text:list-style') this.#lists.set(name, readLevels(element));
    else if (element.name === 'text:outline-style') this.#lists.set(OUTLINE, readLevels(element));
  }

  style(family: 'paragraph' | 'text', name: string | undefined): OdtParagraphStyle {
    const key = `${family} ${name ?? ''}`;
    let known = this.#resolved.get(key);
    if (known === undefined) {
      known = this.#resolve(family, name);
      this.#resolved.set(key, known);
    }
    return known;
  }

  listLevel(list: string | undefined, level: number): ListLevel | undefined {
    return this.#lists.get(list ?? '')?.[level];
  }

  #resolve(family: 'paragraph' | 'text', name: string | undefined): OdtParagraphStyle {
    const chain: XmlElement[] = [];
    let style = this.#styles.get(`${family} ${name ?? 'Standard'}`);
    while (style !== undefined && !chain.includes(style) && chain.length < 20) {
      chain.unshift(style);
      style = this.#styles.get(`${family} ${style.attributes['style:parent-style-name'] ?? '?'}`);
    }
    const base = this.#styles.get(`${family} `);
    if (base !== undefined) chain.unshift(base);
    return chain.reduce(withProperties, NO_STYLE);
  }
}

function withProperties(style: OdtParagraphStyle, element: XmlElement): OdtParagraphStyle {
  const paragraph = childNamed(element, 'style:paragraph-properties')?.attributes ?? {};
  const text = childNamed(element, 'style:text-properties')?.attributes ?? {};
  const display = text['text:display'];
  const line = text['style:text-line-through-style'] ?? text['style:text-line-through-type'];
  const contextual = paragraph['style:contextual-spacing'];
  return {
    before: points(paragraph['fo:margin-top'] ?? paragraph['fo:margin']) ?? style.before,
    after: points(paragraph['fo:margin-bottom'] ?? paragraph['fo:margin']) ?? style.after,
    contextual: contextual === undefined ? style.contextual : contextual === 'true',
    hidden: display === undefined ? style.hidden : display === 'none',
    struck: line === undefined ? style.struck : line !== 'none',
    font: text['style:font-name'] ?? text['fo:font-family'] ?? style.font,
    listStyle: element.attributes['style:list-style-name'] ?? style.listStyle,
  };
}

const POINTS_PER_UNIT: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 28.35, mm: 2.835, px: 0.75, pc: 12 };

function points(length: string | undefined): number | null {
  const parts = /^(-?[\d.]+)([a-z]+)$/u.exec(length ?? '');
  return parts === null ? null : Number(parts[1]) * (POINTS_PER_UNIT[parts[2] ?? ''] ?? 0);
}

const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '1st': 'ordinal',
  '': 'none',
};

function readLevels(list: XmlElement): readonly (ListLevel | undefined)[] {
  const levels: (ListLevel | undefined)[] = [];
  for (const level of childElements(list)) {
    const at = (integerAttribute(level, 'text:level') ?? 1) - 1;
    if (at >= 0 && at < 10) levels[at] = readLevel(level);
  }
  return levels;
}

function readLevel(level: XmlElement): ListLevel | undefined {
  const attributes = level.attributes;
  if (/^text:(?:list-level-style-number|outline-level-style)$/u.test(level.name)) {
    return {
      kind: 'number',
      format: FORMATS[attributes['style:num-format'] ?? ''] ?? 'decimal',
      prefix: attributes['style:num-prefix'] ?? attributes['loext:num-prefix'] ?? '',
      suffix: attributes['style:num-suffix'] ?? attributes['loext:num-suffix'] ?? '',
      start: integerAttribute(level, 'text:start-value') ?? 1,
      shownLevels: integerAttribute(level, 'text:display-levels') ?? 1,
      pattern: attributes['style:num-list-format'] ?? attributes['loext:num-list-format'],
    };
  }
  const font = childNamed(level, 'style:text-properties')?.attributes;
  const bullet = attributes['text:bullet-char'] ?? '•';
  return { kind: 'bullet', bullet: bulletCharacter(bullet, font?.['style:font-name'] ?? font?.['fo:font-family']) };
}
