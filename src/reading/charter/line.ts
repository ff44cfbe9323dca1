/**
 * The lines of a text, each with where it stands in it.
 *
 * A line here is never blank: blank lines say nothing that the reader relies on, because
 * conversions add and remove them freely. Offsets are UTF-16 positions in the whole text.
 */
export type Line = {
  /** First and one past the last non-blank character. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

/** Every line that holds something, in order. Knows LF, CRLF, CR, form feeds and Unicode separators. Linear. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\n\r\f\v\u0085\u2028\u2029]+/g)) {
    const raw = match[0];
    const trimmedStart = raw.trimStart();
    if (trimmedStart === '') continue;
    const start = match.index + raw.length - trimmedStart.length;
    const content = trimmedStart.trimEnd();
    lines.push({ start, end: start + content.length, text: content });
  }
  return lines;
}
