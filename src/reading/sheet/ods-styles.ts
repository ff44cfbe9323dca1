/** Styles of an ODS, for what they say of a value: which days are shown as months, which tabs are hidden. */
import { childElements, childNamed } from '../extract/archive/xml-query.ts';
import type { XmlElement } from '../extract/archive/xml.ts';
import type { DayPrecision } from './workbook.ts';

export type OdsStyles = {
  /** A style or a format of dates, in the order of the file: styles come before what they dress. */
  readonly learn: (element: XmlElement) => void;
  /** Null: this style is none of days. */
  readonly precision: (styleName: string | undefined) => DayPrecision | null;
  readonly isHidden: (styleName: string | undefined) => boolean;
};

export function odsStyles(): OdsStyles {
  const dates = new Map<string, DayPrecision>();
  const formats = new Map<string, string>();
  const hidden = new Set<string>();
  return {
    learn: (element) => {
      const name = element.attributes['style:name'] ?? '';
      if (element.name === 'number:date-style') dates.set(name, precisionOf(element));
      if (element.name !== 'style:style') return;
      const format = element.attributes['style:data-style-name'];
      if (format !== undefined) formats.set(name, format);
      if (childNamed(element, 'style:table-properties')?.attributes['table:display'] === 'false') hidden.add(name);
    },
    precision: (styleName) => dates.get(formats.get(styleName ?? '') ?? '') ?? null,
    isHidden: (styleName) => hidden.has(styleName ?? ''),
  };
}

function precisionOf(style: XmlElement): DayPrecision {
  const parts = new Set(childElements(style).map(({ name }) => name));
  if (parts.has('number:day')) return 'day';
  return parts.has('number:month') ? 'month' : 'year';
}
