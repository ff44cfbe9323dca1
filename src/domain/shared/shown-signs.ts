/**
 * What somebody typed, with its invisible signs made visible, as `[U+202E]`: a text that people sign must hold nothing
 * that turns words around, hides some, or stops a line. Line breaks and tabs stay; joiners inside emoji too.
 */
export function withHiddenSigns(text: string): string {
  return text.replace(HIDDEN, signName);
}

/** `[U+1F600]`. */
export function signName(sign: string): string {
  return `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/**
 * Controls, format signs (directions, zero widths, tags), line and paragraph separators, lone surrogates, private use.
 * The zero-width joiner is left where it joins emoji.
 */
const HIDDEN =
  /(?<!\p{Extended_Pictographic}\ufe0f?)\u200d|(?![\t\n\r\u00ad\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
