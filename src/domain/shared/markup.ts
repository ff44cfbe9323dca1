/** Words as they stand in HTML or XML, between tags or between double quotes: never markup, whatever people typed. */
export function asMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
