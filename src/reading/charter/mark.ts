/**
 * What the beginning of a line announces, before anything is decided about its role.
 *
 * `number` is deliberately vague: "1 " opens a measure in one charter, a level in the same
 * charter, an item of a list in another. number-roles.ts decides, by looking at all of them.
 */
export type Mark =
  | { readonly kind: 'principle'; readonly letter: string; readonly length: number }
  | { readonly kind: 'level'; readonly level: number; readonly glyph: string | null; readonly length: number }
  | {
      readonly kind: 'number';
      readonly number: number;
      /** How the number is dressed (`1.`, `#1`, `mesure 1`): one document dresses its measures one way. */
      readonly style: string;
      /** A word, a hash or a count out of a total: nobody writes that by accident. */
      readonly explicit: boolean;
      /** What follows goes on in lower case, as the middle of a sentence does. */
      readonly weak: boolean;
      readonly length: number;
    }
  | { readonly kind: 'heading'; readonly length: number }
  | { readonly kind: 'bullet'; readonly glyph: string; readonly length: number }
  | { readonly kind: 'plain'; readonly length: number };

/** `length` is how many characters of the line the mark takes; the words start there. */
export function markOf(line: string): Mark {
  const decorated = /^(?:#{1,6}\s+|\*\*|__)+(?=\S)/.exec(line)?.[0].length ?? 0;
  const decoration = decorated === line.length ? 0 : decorated;
  const words = line.slice(decoration);
  const mark =
    principle(words) ??
    level(words) ??
    heading(words) ??
    number(words) ??
    listedNumber(words) ??
    bullet(words) ??
    plain();
  return { ...mark, length: mark.length + decoration };
}

const GLYPH = '(?:[●•▪■□◦○‣⁃∙·▶►▸▹➤➢➔→⇒✓✔☑☐❖◆◇◊\\uF0B7\\uF0A7\\uF0D8–—−-]|[*+](?=\\s))';
const BULLETS = new RegExp(`^(?:${GLYPH}\\s*)*(?:(${GLYPH})|(o)(?=\\s))\\s*`, 'u');
/** "N1 •", "Niveau 2 :", "**Niveau 3** – ●": a dash parts the label from its words, it is no glyph of a list. */
const AFTER_LEVEL = new RegExp(
  `^\\s*(?:\\*\\*)?\\s*[:.)]?\\s*(?:\\*\\*)?\\s*(?:[–—−-]\\s*)?(?:(${GLYPH}|o(?=\\s))\\s*)*`,
  'u',
);

function principle(words: string): Mark | null {
  const match = /^principe\s+([A-Z]|\d)(?![\p{L}\d])\s*[:.)–—-]?\s*/iu.exec(words);
  return match === null ? null : { kind: 'principle', letter: (match[1] ?? '').toUpperCase(), length: match[0].length };
}

function level(words: string): Mark | null {
  const before = /^[●•▪◦‣▶►*–—-]\s*/u.exec(words)?.[0].length ?? 0;
  const rest = words.slice(before);
  const single = /^niveau\s+unique(?!\p{L})/iu.exec(rest);
  const numbered =
    /^(?:niveau|niv\.?)\s*(?:n\s*[°º]\s*)?([1-9])(?![\d%])/iu.exec(rest) ??
    /^N\s?([1-9])(?:\s?[-–,/]\s?(?:N\s?)?[1-9])*(?![\p{L}\d%])/u.exec(rest);
  const match = single ?? numbered;
  if (match === null) return null;
  const after = AFTER_LEVEL.exec(rest.slice(match[0].length));
  const several = numbered !== null && /[-–,/]/u.test(numbered[0]);
  return {
    kind: 'level',
    level: single !== null || several ? 1 : Number(numbered?.[1]),
    glyph: after?.[1] ?? null,
    length: before + match[0].length + (after?.[0].length ?? 0),
  };
}

/** Parts of a charter that group measures: never measures themselves, even when numbered. */
function heading(words: string): Mark | null {
  const part = /^(?:th[èée]me|th[ée]matique|axe|partie|chapitre|volet|pilier|annexe)\s+(?:n\s*[°º]\s*)?/iu.exec(words);
  if (part === null || words.length > 160) return null;
  return /^(?:\d{1,2}|[IVX]{1,4}|[A-Z])(?![\p{L}\d])/u.test(words.slice(part[0].length))
    ? { kind: 'heading', length: 0 }
    : null;
}

const NOT_A_MEASURE = new Set([
  'page',
  'niveau',
  'article',
  'loi',
  'figure',
  'tableau',
  'note',
  'annexe',
  'agenda',
  'horizon',
]);

function number(words: string): Mark | null {
  const out = /^\((\d{1,3})\s*\/\s*\d{1,3}\)\s*[.:–—-]?\s*/u.exec(words);
  if (out !== null) return numberMark(words, { match: out, style: '(n/n)', explicit: true });
  const hash = /^#\s?(\d{1,3})(?!\d)\s*[.:)–—-]?\s*/u.exec(words);
  if (hash !== null) return numberMark(words, { match: hash, style: '#n', explicit: true });
  const noun =
    /^(?:\p{L}{3,20})\s*(?:n\s*[°ºo]\.?\s*|#\s*)?(\d{1,3})(?![\d%€])\s*(?:\/\s*\d{1,3}\s*)?(?:[:.)–—-]\s*|$|\*\*\s*)/iu.exec(
      words,
    );
  if (noun !== null) {
    const word = (/^\p{L}+/u.exec(words)?.[0] ?? '').toLowerCase();
    if (!NOT_A_MEASURE.has(word)) return numberMark(words, { match: noun, style: `${word} n`, explicit: true });
  }
  const measure = /^(?:mesure|proposition|engagement)\s+(?:n\s*[°º]\s*|#\s*)?(\d{1,3})(?!\d)\s+(?=\p{Lu})/iu.exec(
    words,
  );
  if (measure !== null) {
    return numberMark(words, {
      match: measure,
      style: `${(/^\p{L}+/u.exec(words)?.[0] ?? '').toLowerCase()} n`,
      explicit: true,
    });
  }
  const dashed = /^[-–—]\s?(\d{1,3})\s?[-–—]\s*(?=\p{L})/u.exec(words);
  if (dashed !== null) return numberMark(words, { match: dashed, style: '-n-', explicit: false });
  const degree = /^n\s?[°º]\s?(\d{1,3})(?!\d)\s*[.:)–—-]?\s*/iu.exec(words);
  if (degree !== null) return numberMark(words, { match: degree, style: 'n°', explicit: true });
  const bare = /^(\d{1,3})\s?(?:([.):]|°\s?[-–—]?|[-–—])\s*(?=[^\d\s]|$)|(?=\s|$))\s*/u.exec(words);
  if (bare === null || /^\s*[\d%€$/+×=<>]/u.test(words.slice(bare[0].length))) return null;
  return numberMark(words, { match: bare, style: `n${styleOf(bare[2])}`, explicit: false });
}

/** « • #01. Se doter… »: the glyph of a list before a number that nobody writes by accident. */
function listedNumber(words: string): Mark | null {
  const glyph = new RegExp(`^${GLYPH}\\s+`, 'u').exec(words)?.[0].length ?? 0;
  const mark = glyph === 0 ? null : number(words.slice(glyph));
  return mark?.kind === 'number' && mark.explicit ? { ...mark, length: mark.length + glyph } : null;
}

function styleOf(punctuation: string | undefined): string {
  return punctuation === undefined ? '' : /[-–—]/u.test(punctuation) ? '-' : punctuation.trim();
}

function numberMark(
  words: string,
  { match, style, explicit }: { match: RegExpExecArray; style: string; explicit: boolean },
): Mark {
  const rest = words.slice(match[0].length);
  const weak = !explicit && rest !== '' && /^[^\p{L}]*(?:\p{Ll}|$)/u.test(rest);
  return { kind: 'number', number: Number(match[1]), style, explicit, weak, length: match[0].length };
}

function bullet(words: string): Mark | null {
  // "-60% de consommation" and "--- " are not items of a list; "- 30 % de bio" is one.
  if (/^(?:[-–+]\d|−\s?\d)/u.test(words) || /^(?:[-–—*_=]\s?){3,}$/u.test(words)) return null;
  const match = BULLETS.exec(words);
  if (match !== null) return { kind: 'bullet', glyph: match[1] ?? 'o', length: match[0].length };
  // Charters that speak in the first person lose their glyphs and keep their promise.
  return /^(?:je m|nous nous|la liste s|la commune s)['’ ]engage/iu.test(words)
    ? { kind: 'bullet', glyph: 'promise', length: 0 }
    : null;
}

function plain(): Mark {
  return { kind: 'plain', length: 0 };
}
