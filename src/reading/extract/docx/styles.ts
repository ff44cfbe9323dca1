/** Paragraph and character properties of a DOCX, with what they inherit from their styles. */
import type { XmlElement } from '../archive/xml.ts';
import { childNamed, childrenNamed, integerAttribute } from '../archive/xml-query.ts';

export type ParagraphStyle = {
  /** Points. */
  readonly before: number;
  readonly after: number;
  /** No space between neighbours of the same style, as in lists. */
  readonly contextual: boolean;
  readonly heading: boolean;
  /** `0` means: explicitly in no list. */
  readonly numId: string | undefined;
  readonly level: number | undefined;
};

export type RunStyle = { readonly hidden: boolean; readonly struck: boolean; readonly font: string | undefined };

export type Styles = {
  /** @param id style of the paragraph, undefined for the default one. */
  paragraph(id: string | undefined, own: XmlElement | undefined): ParagraphStyle;
  run(ids: readonly (string | undefined)[], own: XmlElement | undefined): RunStyle;
  /** The paragraph style that is used when none is named. */
  readonly defaultId: string | undefined;
  /** Numbering styles: style id → numId. */
  readonly linkedLists: ReadonlyMap<string, string>;
};

const TWIPS_PER_POINT = 20;
/** What Word shows for `beforeAutospacing`, as a browser would. */
const AUTOMATIC_POINTS = 14;

export function readStyles(part: XmlElement | null): Styles {
  const styles = new Map(childrenNamed(part ?? undefined, 'w:style').map((e) => [e.attributes['w:styleId'] ?? '', e]));
  const defaults = childNamed(part ?? undefined, 'w:docDefaults');
  const defaultParagraph = childNamed(childNamed(defaults, 'w:pPrDefault'), 'w:pPr');
  const defaultRun = childNamed(childNamed(defaults, 'w:rPrDefault'), 'w:rPr');
  const defaultId = [...styles.values()].find(
    (style) => style.attributes['w:type'] === 'paragraph' && isOn(style.attributes['w:default']),
  )?.attributes['w:styleId'];
  const paragraphCache = new Map<string, ParagraphStyle>();

  /** From the most general to the style itself; a style based on itself ends there. */
  const ancestry = (id: string | undefined): readonly XmlElement[] => {
    const chain: XmlElement[] = [];
    let style = styles.get(id ?? '');
    while (style !== undefined && !chain.includes(style) && chain.length < 20) {
      chain.unshift(style);
      style = styles.get(childNamed(style, 'w:basedOn')?.attributes['w:val'] ?? '');
    }
    return chain;
  };

  const styleOf = (id: string): ParagraphStyle => {
    let known = paragraphCache.get(id);
    if (known === undefined) {
      known = withProperties(NO_STYLE, defaultParagraph);
      for (const style of ancestry(id)) {
        const name = childNamed(style, 'w:name')?.attributes['w:val'] ?? '';
        known = withProperties(known, childNamed(style, 'w:pPr'));
        if (/^(?:heading|titre|title)\b/iu.test(name)) known = { ...known, heading: true };
      }
      paragraphCache.set(id, known);
    }
    return known;
  };

  return {
    defaultId,
    linkedLists: new Map(
      [...styles.values()]
        .filter((style) => style.attributes['w:type'] === 'numbering')
        .map((style): [string, string] => [style.attributes['w:styleId'] ?? '', numIdOf(style) ?? '']),
    ),
    paragraph: (id, own) => withProperties(styleOf(id ?? defaultId ?? ''), own),
    run(ids, own) {
      let style = withRunProperties(NO_RUN_STYLE, defaultRun);
      for (const id of ids) {
        if (id === undefined) continue;
        for (const ancestor of ancestry(id)) style = withRunProperties(style, childNamed(ancestor, 'w:rPr'));
      }
      return withRunProperties(style, own);
    },
  };
}

const NO_STYLE: ParagraphStyle = {
  before: 0,
  after: 0,
  contextual: false,
  heading: false,
  numId: undefined,
  level: undefined,
};

const NO_RUN_STYLE: RunStyle = { hidden: false, struck: false, font: undefined };

function withProperties(style: ParagraphStyle, properties: XmlElement | undefined): ParagraphStyle {
  if (properties === undefined) return style;
  const spacing = childNamed(properties, 'w:spacing');
  const contextual = childNamed(properties, 'w:contextualSpacing');
  const outline = integerAttribute(childNamed(properties, 'w:outlineLvl'), 'w:val');
  const list = childNamed(properties, 'w:numPr');
  return {
    before: space(spacing, 'before') ?? style.before,
    after: space(spacing, 'after') ?? style.after,
    contextual: contextual === undefined ? style.contextual : isOn(contextual.attributes['w:val'] ?? '1'),
    heading: outline === null ? style.heading : outline < 9,
    numId: childNamed(list, 'w:numId')?.attributes['w:val'] ?? style.numId,
    level: integerAttribute(childNamed(list, 'w:ilvl'), 'w:val') ?? style.level,
  };
}

function space(spacing: XmlElement | undefined, side: 'before' | 'after'): number | null {
  if (isOn(spacing?.attributes[`w:${side}Autospacing`])) return AUTOMATIC_POINTS;
  const twips = integerAttribute(spacing, `w:${side}`);
  return twips === null ? null : twips / TWIPS_PER_POINT;
}

function withRunProperties(style: RunStyle, properties: XmlElement | undefined): RunStyle {
  if (properties === undefined) return style;
  const fonts = childNamed(properties, 'w:rFonts')?.attributes;
  const strike = toggle(properties, 'w:strike');
  const double = toggle(properties, 'w:dstrike');
  return {
    hidden: toggle(properties, 'w:vanish') ?? style.hidden,
    struck: strike === null && double === null ? style.struck : strike === true || double === true,
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'] ?? style.font,
  };
}

function toggle(properties: XmlElement, name: string): boolean | null {
  const element = childNamed(properties, name);
  return element === undefined ? null : isOn(element.attributes['w:val'] ?? '1');
}

/** The ways of WordprocessingML to say yes. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

function numIdOf(style: XmlElement): string | undefined {
  return childNamed(childNamed(childNamed(style, 'w:pPr'), 'w:numPr'), 'w:numId')?.attributes['w:val'];
}
