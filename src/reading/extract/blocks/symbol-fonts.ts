/**
 * Pictures that documents draw with letters of a symbol font, as the characters that a person sees.
 *
 * What counts is boxes, ticks and bullets: the position of a list hangs on a box in Wingdings.
 */

export const UNCHECKED = '☐';
export const CHECKED = '☒';

const WINGDINGS: Readonly<Record<number, string>> = {
  0x6c: '•',
  0x6d: '•',
  0x6e: '▪',
  0x6f: UNCHECKED,
  0x70: UNCHECKED,
  0x71: UNCHECKED,
  0x72: UNCHECKED,
  0x73: '•',
  0x74: '•',
  0x75: '•',
  0x76: '•',
  0x77: '•',
  0x78: CHECKED,
  0x9f: '•',
  0xa0: '•',
  0xa1: '○',
  0xa7: '▪',
  0xa8: UNCHECKED,
  0xd8: '➢',
  0xdc: '➲',
  0xe0: '→',
  0xe8: '➔',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: CHECKED,
  0xfe: CHECKED,
};

const WINGDINGS_2: Readonly<Record<number, string>> = {
  0x4f: '✗',
  0x50: '✓',
  0x51: CHECKED,
  0x52: CHECKED,
  0x53: CHECKED,
  0x54: CHECKED,
  0x2a: UNCHECKED,
  0x30: UNCHECKED,
  0x96: '•',
  0x97: '•',
  0x98: '•',
  0xa2: UNCHECKED,
  0xa3: UNCHECKED,
};

const WEBDINGS: Readonly<Record<number, string>> = { 0x61: '✓', 0x63: UNCHECKED, 0x67: '▪', 0x6e: '•', 0x72: '✗' };

const SYMBOL: Readonly<Record<number, string>> = {
  0xb7: '•',
  0xa8: '•',
  0xb0: '°',
  0xae: '→',
  0xde: '⇒',
  0xa3: '≤',
  0xb3: '≥',
  0xb1: '±',
  0xb4: '×',
  0x2d: '−',
  0xa0: '€',
};

const ZAPF_DINGBATS: Readonly<Record<number, string>> = {
  0x33: '✓',
  0x34: '✓',
  0x35: '✗',
  0x36: '✗',
  0x37: '✗',
  0x38: '✗',
  0x6c: '•',
  0x6e: '▪',
  0x6f: UNCHECKED,
  0x70: UNCHECKED,
  0x71: UNCHECKED,
  0x72: UNCHECKED,
  0xd4: '➔',
  0xe4: '➤',
};

/**
 * The character that a symbol font shows for a code (either plain or in the private zone
 * U+F000–F0FF where Word puts it); null when the font is no symbol font or the picture is unknown.
 */
export function symbolCharacter(font: string | undefined, code: number): string | null {
  const table = tableOf(font);
  return table?.[code & 0xff] ?? null;
}

export function isSymbolFont(font: string | undefined): boolean {
  return tableOf(font) !== null;
}

function tableOf(font: string | undefined): Readonly<Record<number, string>> | null {
  const name = (font ?? '').toLowerCase().replaceAll(/[^a-z0-9]/gu, '');
  if (/wingdings[23]/u.test(name)) return WINGDINGS_2;
  if (name.includes('wingdings')) return WINGDINGS;
  if (name.includes('webdings')) return WEBDINGS;
  if (name.includes('dingbats')) return ZAPF_DINGBATS;
  return /(?:^|\+)(?:symbol(?:mt|ps)?|standardsymbols\w*)$/u.test(name) || name.endsWith('symbolmt') ? SYMBOL : null;
}

/**
 * Private-use characters whose font is unknown: Symbol and Wingdings bullets are by far the most frequent
 * and boxes never collide with them. Others are left as they are.
 */
export function withoutPrivateUse(text: string): string {
  if (!/[\uf000-\uf0ff]/u.test(text)) return text;
  return text.replaceAll(/[\uf000-\uf0ff]/gu, (character) => {
    const code = character.charCodeAt(0) & 0xff;
    if (code === 0xb7) return '•';
    return WINGDINGS[code] ?? character;
  });
}

/** The marker before a list item, as plain text shows it: any drawn bullet is `•`, what has a meaning stays. */
export function bulletCharacter(shown: string, font: string | undefined): string {
  const first = String.fromCodePoint(shown.codePointAt(0) ?? 0x2022);
  const code = first.codePointAt(0) ?? 0;
  if (isSymbolFont(font) || (code >= 0xf000 && code <= 0xf0ff)) {
    const drawn = symbolCharacter(isSymbolFont(font) ? font : code === 0xf0b7 ? 'Symbol' : 'Wingdings', code);
    return drawn === null || drawn === '▪' || drawn === '○' ? '•' : drawn;
  }
  if (/^[-–—☐☑☒✓✔✗✘➢➤►▶→⇒➔*]$/u.test(first)) return first;
  return '•';
}
