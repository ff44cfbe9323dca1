/**
 * Words as the font of our PDFs can draw them (Libertinus Serif, carried by the compiler, OFL).
 *
 * PDF/UA wants every sign drawn. One that the font does not have, an emoji for example, is written `[U+1F600]`, and so is
 * one that hides or turns words around; the attached text has it as it was typed. Changes nothing else, but for accents
 * put on their letter (NFC).
 */
import { signName } from '#domain/shared/shown-signs.ts';

export function drawable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\n\r\t]/gu, (sign) => (DRAWN.test(sign) ? sign : signName(sign)))
    .replace(LONG_WORD, (part) => `${part}${BREAK}`);
}

/** A word without end would run off the page: a line may break in it, without a sign that was not there. */
const LONG_WORD = /\S{40}(?=\S{20})/g;
const BREAK = '\u200b';

/** Read from the fonts themselves, in the faces that our templates use; drawable.test.ts draws them all. */
const DRAWN =
  /[\u0020-\u007e\u00a0-\u00ac\u00ad\u00ae-\u017f\u01cd-\u01e3\u01fa-\u021b\u0300-\u0331\u0386-\u0388\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u0401\u0403-\u0451\u0453\u0455-\u0458\u045c-\u045e\u1e00-\u1e9b\u1e9e\u1ea0-\u1ef9\u2000-\u200a\u2010-\u2027\u202f-\u2037\u2039-\u203e\u2044\u2070-\u2071\u2074-\u208e\u20ac\u2116\u2122\u2126\u2153-\u215e\u2190-\u2199\u2212\u221e\u2260\u2264-\u2265\u25a0-\u25a1\u25c6-\u25c7\u25cf\u2605\u2639-\u263b\u2660\u2663\u2665-\u2666\ufffd]/u;
