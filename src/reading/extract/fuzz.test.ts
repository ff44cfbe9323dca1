/** Whatever the bytes, a result comes back: text or a refusal, never an exception, never a hang. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractText } from './extract-text.ts';
import { makeDocx } from './testing/make-docx.ts';
import { makeHtml } from './testing/make-html.ts';
import { makeOdt } from './testing/make-odt.ts';
import { makePdf } from './testing/make-pdf.ts';
import { sourceDocument } from './testing/source-document.ts';

const SOURCE = sourceDocument(
  'PACTE POUR LA TRANSITION\n\n1 – Se doter d’une politique d’achats publics\nN1 • Adopter un schéma\n• Former les agent·es\n\nPilotes\tCCAS\nCalendrier\t2021\n',
);
const DOCUMENTS = [
  { filename: 'a.html', bytes: makeHtml(SOURCE) },
  { filename: 'a.docx', bytes: await makeDocx(SOURCE) },
  { filename: 'a.odt', bytes: makeOdt(SOURCE) },
  { filename: 'a.pdf', bytes: await makePdf(SOURCE) },
] as const;

describe.for(DOCUMENTS)('$filename', ({ filename, bytes }) => {
  test('cut at every fiftieth gives a result', async () => {
    for (let part = 0; part < 50; part += 1) {
      const result = await extractText(bytes.subarray(0, Math.floor((bytes.length * part) / 50)), { filename });
      expect(typeof result.ok).toBe('boolean');
    }
  });

  test('with changed bytes gives a result', async () => {
    const change = fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const changed = Uint8Array.from(bytes);
        for (const [at, byte] of changes) changed[at] = byte;
        const result = await extractText(changed, { filename });
        expect(typeof result.ok).toBe('boolean');
      }),
      { numRuns: 60 },
    );
  });

  test('is not changed by being read, and gives the same text twice', async () => {
    const before = Uint8Array.from(bytes);
    const first = await extractText(bytes, { filename });
    const second = await extractText(bytes, { filename });
    expect(bytes).toEqual(before);
    expect(second).toEqual(first);
  });
});

test('a million blanks cost their length, not its square', async () => {
  const blanks = ' '.repeat(1_000_000);
  const body = `<p>a${blanks}b<br>${blanks}c</p><pre>d${blanks}e</pre><table><tr><td>f${blanks}g<td>h</table>`;
  const result = await extractText(new TextEncoder().encode(`<html>${body}`), { filename: 'a.html' });
  expect(result.ok && result.value.text).toMatch(/^a b\nc\n\nd +e\n\nf g\th\n$/u);
});

test('random bytes under any name give a result', async () => {
  const starts = ['', '%PDF-1.7\n', 'PK\u0003\u0004', '{\\rtf', '<!DOCTYPE html>', '\u00d0\u00cf\u0011\u00e0'].map(
    (start) => Uint8Array.from(start, (letter) => letter.charCodeAt(0)),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...starts),
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom('a.txt', 'a.html', 'a.docx', 'a.odt', 'a.pdf', undefined),
      async (start, rest, filename) => {
        const result = await extractText(Buffer.concat([start, rest]), filename === undefined ? {} : { filename });
        expect(typeof result.ok).toBe('boolean');
      },
    ),
    { numRuns: 300 },
  );
});
