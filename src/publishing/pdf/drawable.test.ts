import { expect, test } from 'vitest';
import { champignyAgreedText } from '#domain/pact/testing/champigny-agreed-text.ts';
import { drawable } from './drawable.ts';
import { renderPact } from './pact-pdf.ts';

test('the compiler draws every sign that is left as it is, upright, bold and slanted', async () => {
  const signs = Array.from({ length: 0xffff }, (_, code) => String.fromCodePoint(code)).filter(
    (sign) => drawable(sign) === sign,
  );
  expect(signs.length).toBeGreaterThan(900);
  const all = signs
    .filter((sign) => sign !== '\n' && sign !== '\r')
    .map((sign) => `a${sign}`)
    .join(' ');
  const text = champignyAgreedText();
  const [local] = text.localMeasures;
  if (local === undefined) throw new Error('no local measure');
  // The text of a local measure is a bold heading; an observation is slanted; a name is upright.
  const drawn = {
    ...text,
    place: { ...text.place, name: all },
    localMeasures: [{ ...local, text: all, observation: all }],
  };
  await expect(renderPact(drawn, { address: 'https://parole.example' })).resolves.toBeInstanceOf(Uint8Array);
});

test('keeps French as it is, and joins an accent to its letter', () => {
  const text = 'Œuvre « à » 20 % — l’été, 1er, m², 3 € ; élu·es…';
  expect(drawable(text)).toBe(text);
  expect(drawable('e\u0301te\u0301')).toBe('été');
});

test('lets a line break in a word without end, and only there', () => {
  expect(drawable('a'.repeat(59))).toBe('a'.repeat(59));
  expect(drawable('a'.repeat(100))).toBe(`${'a'.repeat(40)}\u200b${'a'.repeat(40)}\u200b${'a'.repeat(20)}`);
});
