/**
 * A list of any length as a download: read page by page from the database, sent as it comes, so that the whole
 * country never stands in memory. A reader who goes away stops the reading.
 */
import type { Columns } from '#publishing/open-data/column.ts';
import { csvHeader, csvLine } from '#publishing/spreadsheet/csv.ts';

/** `After`: where a page ends, whatever tells it. */
type ReadPage<Row, After> = (
  after: After | undefined,
) => Promise<{ readonly rows: readonly Row[]; readonly next: After | null }>;

export function streamedCsv<Row, After = number>(
  name: string,
  columns: Columns<Row>,
  read: ReadPage<Row, After>,
): Response {
  const shown = Object.values(columns);
  const lines = {
    before: csvHeader(Object.keys(columns)),
    each: (row: Row) => csvLine(shown.map(({ cell }) => cell(row))),
    after: '',
  };
  return streamed(read, lines, { type: 'text/csv; charset=utf-8', name: `${name}.csv` });
}

/** An array of the same objects as the pages see, one a line. */
export function streamedJson<Row>(name: string, read: ReadPage<Row, number>): Response {
  let first = true;
  const each = (row: Row): string => {
    const comma = first ? '\n' : ',\n';
    first = false;
    return comma + JSON.stringify(row);
  };
  return streamed(
    read,
    { before: '[', each, after: '\n]\n' },
    { type: 'application/json; charset=utf-8', name: `${name}.json` },
  );
}

function streamed<Row, After>(
  read: ReadPage<Row, After>,
  { before, each, after }: { before: string; each: (row: Row) => string; after: string },
  { type, name }: { type: string; name: string },
): Response {
  const bytes = new TextEncoder();
  let next: After | null | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes.encode(before)),
    async pull(controller) {
      const page = await read(next ?? undefined);
      const text = page.rows.map(each).join('');
      if (text !== '') controller.enqueue(bytes.encode(text));
      next = page.next;
      if (next !== null) return;
      if (after !== '') controller.enqueue(bytes.encode(after));
      controller.close();
    },
  });
  return new Response(body, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  });
}
