import iconv from 'iconv-lite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, looksBinary } from './decode-text.ts';

const FRENCH =
  'L’élu·e s’engage : 40 % d’économies, « cœur » de ville — où, déjà, naïvement, ça coûte 25 € à Noël…\r\nFin.';
const OLD_FRENCH = "L'élue s'engage : où, déjà, naïvement, ça coûte à Noël, « été », Évry, N° 3\r\nFin.";

describe('a text is decoded as it was written', () => {
  test('in UTF-8, with or without its mark', () => {
    expect(decodeText(new TextEncoder().encode(FRENCH))).toBe(FRENCH);
    expect(decodeText(new TextEncoder().encode(`\ufeff${FRENCH}`))).toBe(FRENCH);
  });

  test('in UTF-16 of both orders, with or without its mark', () => {
    for (const encoding of ['utf-16le', 'utf-16be']) {
      expect(decodeText(iconv.encode(FRENCH, encoding, { addBOM: true }))).toBe(FRENCH);
      expect(decodeText(iconv.encode(FRENCH, encoding, { addBOM: false }))).toBe(FRENCH);
    }
  });

  test('in Windows-1252, with its apostrophes, dashes and œ', () => {
    expect(decodeText(iconv.encode(FRENCH, 'windows-1252'))).toBe(FRENCH);
  });

  test('in ISO-8859-1', () => {
    expect(decodeText(iconv.encode(OLD_FRENCH, 'iso-8859-1'))).toBe(OLD_FRENCH);
  });

  test('in ISO-8859-15, where € and œ stand at other places', () => {
    const text = "Le cœur de la ville coûte 25 € à l'année, sœurs et frères réunis.";
    expect(decodeText(iconv.encode(text, 'iso-8859-15'))).toBe(text);
  });

  test('in the encoding of old Macintoshes and of MS-DOS', () => {
    expect(decodeText(iconv.encode(OLD_FRENCH, 'macintosh'))).toBe(OLD_FRENCH);
    const plain = 'Décision prise à la majorité, même après délai : très nécessaire.';
    expect(decodeText(iconv.encode(plain, 'cp850'))).toBe(plain);
  });
});

test('line ends are kept as they are', () => {
  expect(decodeText(new TextEncoder().encode('a\r\nb\rc\n'))).toBe('a\r\nb\rc\n');
});

test('any text in UTF-8 comes back unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      fc.pre(!text.startsWith('\ufeff') && text.isWellFormed() && !text.includes('\0'));
      expect(decodeText(new TextEncoder().encode(text))).toBe(text);
    }),
  );
});

describe('bytes that are no text', () => {
  test('are recognised by their zeros and control codes, or by noise', () => {
    expect(looksBinary(Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0))).toBe(true);
    const noise = Uint8Array.from({ length: 4096 }, (_, at) => ((at * 2654435761) >>> 13) & 0xff).map(
      (byte) => byte || 1,
    );
    expect(looksBinary(noise)).toBe(true);
  });

  test('are never seen in French, whatever the encoding', () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh', 'cp850']) {
      expect(looksBinary(iconv.encode(OLD_FRENCH, encoding)), encoding).toBe(false);
    }
  });

  test('a long text cut in the middle of a character by the sample is still text', () => {
    expect(looksBinary(new TextEncoder().encode(`a${'é'.repeat(40_000)}`))).toBe(false);
  });
});
