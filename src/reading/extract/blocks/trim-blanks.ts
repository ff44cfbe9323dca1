/**
 * Trimming without regular expressions: `/ +$/` looks at a long run of blanks once for each of them,
 * and a hostile file can hold millions.
 */

/** Without the blanks and tabs at its end. */
export function trimBlanksEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Without the blanks and tabs at both ends. */
export function trimBlanks(text: string): string {
  let start = 0;
  while (start < text.length && isBlank(text.charCodeAt(start))) start += 1;
  return trimBlanksEnd(text.slice(start));
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
