/** Prints a text in two columns, as a PDF saved as text shows a leaflet. For tests only. */

const WIDTH = 48;
const GUTTER = 6;

/** The first paragraph stands above both columns; the others fill the left one, then the right one. */
export function sideBySide(text: string): string {
  const [head = '', ...paragraphs] = text.split('\n\n');
  const half = Math.ceil(paragraphs.length / 2);
  const left = column(paragraphs.slice(0, half));
  const right = column(paragraphs.slice(half));
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, row) =>
    `${(left[row] ?? '').padEnd(WIDTH + GUTTER)}${right[row] ?? ''}`.trimEnd(),
  );
  return [head, '', ...rows, ''].join('\n');
}

function column(paragraphs: readonly string[]): string[] {
  return paragraphs
    .join('\n\n')
    .split('\n')
    .flatMap((line) => wrapped(line));
}

function wrapped(line: string): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && `${current} ${word}`.length > WIDTH) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current];
}
