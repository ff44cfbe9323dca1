/**
 * Words and addresses as the three renderers of a document may write them. What people typed is never markup: an office
 * file gets it escaped here, the PDF gets it as data (../pdf/drawable.ts).
 */
import { asMarkup } from '#domain/shared/markup.ts';
import { signName, withHiddenSigns } from '#domain/shared/shown-signs.ts';
import { withFrenchSpaces } from '#ui/typography.ts';
import type { Inline } from './document.ts';

/** With French spaces, accents on their letters, and signs that hide or turn words around written out, as `[U+202E]`. */
export function printable(text: string): string {
  return withFrenchSpaces(
    withHiddenSigns(text.replace(/\r\n?/g, '\n').normalize('NFC')).replace(NEVER_IN_XML, signName),
  );
}

/** Ready to stand in an XML element or attribute. */
export function xmlOf(text: string): string {
  return asMarkup(printable(text));
}

/** Null when it is not an address of the web or of a person: nothing else is made something to press. */
export function safeHref({ href }: Inline): string | null {
  if (href === undefined || !URL.canParse(href)) return null;
  const { protocol, href: whole } = new URL(href);
  return ['https:', 'http:', 'mailto:'].includes(protocol) ? whole : null;
}

/** What is left of them once ./shown-signs wrote the hidden ones: signs that are none. */
const NEVER_IN_XML = /[\ufffe\uffff]/g;
