/** Styles of an ODS, for what they say of a value: which days are shown as months, which numbers are euros, which tabs are hidden. */
import { childElements, childNamed, textOf } from '../extract/archive/xml-query.ts';
import { parseXmlBranches, type XmlElement } from '../extract/archive/xml.ts';
import type { DayPrecision } from './workbook.ts';

/** Elements that `learn` wants. */
export const STYLE_ELEMENTS: readonly string[] = [
  'style:style',
  'number:date-style',
  'number:number-style',
  'number:currency-style',
];

export type OdsStyles = {
  /** A style or a format, in the order of the file: formats come before the styles that name them. */
  readonly learn: (element: XmlElement) => void;
  /** Null: this style is none of days. */
  readonly precision: (styleName: string | undefined) => DayPrecision | null;
  readonly isEuros: (styleName: string | undefined) => boolean;
  readonly isHidden: (styleName: string | undefined) => boolean;
};

/** `common` is `styles.xml`: LibreOffice keeps most formats there, the styles that name them with the cells. */
export function odsStyles(common: Uint8Array | null): OdsStyles {
  const dates = new Map<string, DayPrecision>();
  const euros = new Set<string>();
  const formats = new Map<string, string>();
  const hidden = new Set<string>();
  const formatOf = (styleName: string | undefined) => formats.get(styleName ?? '') ?? '';
  const learn = (element: XmlElement): void => {
    const name = element.attributes['style:name'] ?? '';
    if (element.name === 'number:date-style') dates.set(name, precisionOf(element));
    else if (element.name !== 'style:style') {
      if (textOf(element).includes('€')) euros.add(name);
    } else {
      const format = element.attributes['style:data-style-name'];
      if (format !== undefined) formats.set(name, format);
      if (childNamed(element, 'style:table-properties')?.attributes['table:display'] === 'false') hidden.add(name);
    }
  };
  if (common !== null) parseXmlBranches(common, { parents: [], named: STYLE_ELEMENTS, onBranch: learn });
  return {
    learn,
    precision: (styleName) => dates.get(formatOf(styleName)) ?? null,
    isEuros: (styleName) => euros.has(formatOf(styleName)),
    isHidden: (styleName) => hidden.has(styleName ?? ''),
  };
}

function precisionOf(style: XmlElement): DayPrecision {
  const parts = new Set(childElements(style).map(({ name }) => name));
  if (parts.has('number:day')) return 'day';
  return parts.has('number:month') ? 'month' : 'year';
}
