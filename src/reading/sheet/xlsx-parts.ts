/** What an XLSX keeps once for all its tabs: words and formats. */
import { childNamed, childrenNamed, integerAttribute, textOf } from '../extract/archive/xml-query.ts';
import { parseXmlBranches, parseXmlTree, type XmlElement } from '../extract/archive/xml.ts';
import { builtInFormat, formatWritten, type NumberFormat } from './number-format.ts';

export function sharedStrings(bytes: Uint8Array | null): readonly string[] {
  const strings: string[] = [];
  if (bytes === null) return strings;
  parseXmlBranches(bytes, { parents: ['x:sst'], onBranch: (item) => strings.push(stringItem(item)) });
  return strings;
}

/** Words of an item, in runs or in one piece; how a word is pronounced (`rPh`) is left out. */
export function stringItem(item: XmlElement | undefined): string {
  if (item === undefined) return '';
  const runs = item.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === 'x:t') return [textOf(child)];
    return child.name === 'x:r' ? childrenNamed(child, 'x:t').map(textOf) : [];
  });
  // `_x000D_` stands for a character that XML cannot hold, `_x005F_` for a low line before such a group.
  return runs
    .join('')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** By number of cell style. */
export function cellFormats(bytes: Uint8Array | null): readonly NumberFormat[] {
  if (bytes === null) return [];
  const sheet = parseXmlTree(bytes);
  const written = new Map(
    childrenNamed(childNamed(sheet, 'x:numFmts') ?? sheet, 'x:numFmt').map((format) => [
      integerAttribute(format, 'numFmtId'),
      formatWritten(format.attributes['formatCode'] ?? ''),
    ]),
  );
  return childrenNamed(childNamed(sheet, 'x:cellXfs') ?? sheet, 'x:xf').map((style) => {
    const id = integerAttribute(style, 'numFmtId') ?? 0;
    return written.get(id) ?? builtInFormat(id);
  });
}
