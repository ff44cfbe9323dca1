/** Words of a cell as they are kept: one kind of line end, no control character. */
export function cellText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
}
