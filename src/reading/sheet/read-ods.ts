/**
 * An ODS as rows of typed cells (OpenDocument 1.3, 9). Rows and columns that the file says to repeat are repeated as far as
 * our limits go, no further: one line of XML can claim a million rows.
 */
import { childElements, integerAttribute } from '../extract/archive/xml-query.ts';
import { parseXmlBranches, type XmlElement } from '../extract/archive/xml.ts';
import { odsCell } from './ods-cell.ts';
import { odsStyles, STYLE_ELEMENTS, type OdsStyles } from './ods-styles.ts';
import { SheetRefused } from './sheet-refused.ts';
import { cellAllowance, tabBuilder, type TabBuilder } from './tab-builder.ts';
import { COLUMNS_LIMIT, ROWS_LIMIT, TABS_LIMIT, type SheetCell, type Tab } from './workbook.ts';

export type OdsParts = { readonly content: Uint8Array; readonly styles: Uint8Array | null };

export function readOds(parts: OdsParts): readonly Tab[] {
  const tabs: OpenTab[] = [];
  const styles = odsStyles(parts.styles);
  const allow = cellAllowance();
  parseXmlBranches(parts.content, {
    parents: [],
    named: ['table:table-row', ...STYLE_ELEMENTS],
    onOpen: (element) => {
      if (element.name !== 'table:table') return;
      if (tabs.length >= TABS_LIMIT) throw new SheetRefused({ kind: 'too-many-tabs', limit: TABS_LIMIT });
      const { attributes } = element;
      tabs.push({
        builder: tabBuilder(
          { name: attributes['table:name'] ?? '', hidden: styles.isHidden(attributes['table:style-name']) },
          allow,
        ),
        nextRow: 1,
      });
    },
    onBranch: (branch) => {
      const tab = tabs.at(-1);
      if (branch.name !== 'table:table-row') styles.learn(branch);
      else if (tab !== undefined) readRow(branch, { tab, styles });
    },
  });
  return tabs.map(({ builder }) => builder.tab());
}

type OpenTab = { readonly builder: TabBuilder; nextRow: number };

function readRow(element: XmlElement, { tab, styles }: { readonly tab: OpenTab; readonly styles: OdsStyles }): void {
  const first = tab.nextRow;
  const repeated = Math.max(integerAttribute(element, 'table:number-rows-repeated') ?? 1, 1);
  tab.nextRow += repeated;
  const cells = new Map<number, SheetCell>();
  let column = 0;
  for (const child of childElements(element)) {
    if (child.name !== 'table:table-cell' && child.name !== 'table:covered-table-cell') continue;
    const times = Math.max(integerAttribute(child, 'table:number-columns-repeated') ?? 1, 1);
    const cell = child.name === 'table:table-cell' ? odsCell(child, styles) : null;
    if (cell !== null) {
      // One past the limit is enough to say that something stands there.
      const last = Math.min(column + times, Math.max(COLUMNS_LIMIT, column) + 1);
      for (let at = column; at < last; at += 1) cells.set(at, cell);
      addSpan(tab.builder, { child, row: first, column });
    }
    column += times;
  }
  if (cells.size === 0) return;
  const isHidden = /^(?:collapse|filter)$/.test(element.attributes['table:visibility'] ?? '');
  for (let row = first; row < first + Math.min(repeated, ROWS_LIMIT + 1); row += 1) {
    if (isHidden) tab.builder.hideRow();
    tab.builder.addRow(row, cells);
  }
}

function addSpan(
  builder: TabBuilder,
  { child, row, column }: { readonly child: XmlElement; readonly row: number; readonly column: number },
): void {
  const columns = integerAttribute(child, 'table:number-columns-spanned') ?? 1;
  const rows = integerAttribute(child, 'table:number-rows-spanned') ?? 1;
  if (columns > 1 || rows > 1)
    builder.addArea({ top: row, bottom: row + rows - 1, left: column, right: column + columns - 1 });
}
