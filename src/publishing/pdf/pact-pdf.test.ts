import { createHash } from 'node:crypto';
import { PDF } from '@libpdf/core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { canonicalBytes, type AgreedText } from '#domain/pact/agreed-text.ts';
import { champignyAgreedText } from '#domain/pact/testing/champigny-agreed-text.ts';
import { renderPact, TEXT_FILE } from './pact-pdf.ts';
import { TypstFailure } from './typst-process.ts';

const AT = { address: 'https://parole.example' };
const TEXT = champignyAgreedText();
const PDF_BYTES = await renderPact(TEXT, AT);

type Read = { readonly pages: readonly string[]; readonly words: string };

async function open(pdf: Uint8Array) {
  return await getDocument({ data: pdf.slice(), useSystemFonts: false, verbosity: 0 }).promise;
}

async function read(pdf: Uint8Array): Promise<Read> {
  const document = await open(pdf);
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''));
  }
  return { pages, words: spaced(pages.join(' ')) };
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ');

describe('the PDF of an agreed text', () => {
  test('is the same bytes for the same text, and others for another address', async () => {
    const again = await renderPact(champignyAgreedText(), AT);
    expect(Buffer.compare(again, PDF_BYTES)).toBe(0);
    const elsewhere = await renderPact(TEXT, { address: 'https://autre.example' });
    expect(Buffer.compare(elsewhere, PDF_BYTES)).not.toBe(0);
  });

  test('says that it is tagged PDF/UA-1, in French, with its title', async () => {
    const document = await open(PDF_BYTES);
    const { info, metadata } = await document.getMetadata();
    expect(info).toMatchObject({ Title: 'Pacte pour la Transition à Champigny-sur-Marne', Language: 'fr-FR' });
    expect(String(metadata.get('pdfuaid:part'))).toBe('1');
    expect(await document.getMarkInfo()).toEqual(
      new Map([
        ['Marked', true],
        ['UserProperties', false],
        ['Suspects', false],
      ]),
    );
  });

  test('gives its structure to a screen reader: one heading above all, the others in order, a table whose columns are named', async () => {
    const document = await open(PDF_BYTES);
    const roles: string[] = [];
    const walk = (node: object): void => {
      if ('role' in node && typeof node.role === 'string') roles.push(node.role);
      if ('children' in node && Array.isArray(node.children))
        for (const child of node.children as object[]) walk(child);
    };
    for (let number = 1; number <= document.numPages; number += 1) {
      const tree = await (await document.getPage(number)).getStructTree();
      walk(tree);
    }
    const headings = roles.filter((role) => /^H\d$/.test(role)).map((role) => Number(role.slice(1)));
    headings.forEach((level, index) => expect(level).toBeLessThanOrEqual((headings[index - 1] ?? 0) + 1));
    expect(headings.filter((level) => level === 1)).toHaveLength(1);
    expect(headings.filter((level) => level === 3).length).toBeGreaterThan(TEXT.measures.length);
    expect(roles).toEqual(expect.arrayContaining(['Table', 'TH', 'Figure', 'Link', 'L', 'LI']));
  });

  test('reads in the order of the text, every word of every clause included', async () => {
    const { words } = await read(PDF_BYTES);
    let from = 0;
    for (const measure of TEXT.measures) {
      const title = spaced(measure.title.replace(/\.$/, '')).replace(/ ([;!?:»])/g, ' $1');
      const at = words.indexOf(title, from);
      expect(at, title).toBeGreaterThan(from);
      from = at;
    }
    for (const { levels } of TEXT.measures) {
      for (const { clauses } of levels) {
        for (const clause of clauses) expect(words).toContain(spaced(clause.text).replace(/ ([;!?:»])/g, ' $1'));
      }
    }
  });

  test('carries the code on every page and the exact text inside', async () => {
    const { pages } = await read(PDF_BYTES);
    pages.forEach((page, index) => {
      expect(page).toContain('K7M2P-9XQ4T');
      expect(page).toContain(`page ${index + 1} sur ${pages.length}`);
      expect(page).toContain('https://parole.example/v/K7M2P-9XQ4T');
    });
    const { attachments } = await PDF.load(PDF_BYTES);
    expect(Buffer.compare(attachments.get(TEXT_FILE) ?? new Uint8Array(), canonicalBytes(TEXT))).toBe(0);
    expect(pages[0]).toContain(createHash('sha256').update(canonicalBytes(TEXT)).digest('hex'));
  });

  test('has a page to sign that says by itself what is signed', async () => {
    const { pages } = await read(PDF_BYTES);
    const last = spaced(pages.at(-1) ?? '');
    expect(last).toContain('Pacte pour la Transition à Champigny-sur-Marne');
    expect(last).toContain(createHash('sha256').update(canonicalBytes(TEXT)).digest('hex'));
    expect(last).toContain('Pour Collectif Transition Champigny');
    expect(last).toContain('Pour la liste Champigny Alternance');
    expect(last.match(/Nom et prénom Qualité Date Signature/g)).toHaveLength(2);
  });

  test('shows what was changed beside what the charter says, and what is not promised in words', async () => {
    const { words } = await read(PDF_BYTES);
    expect(words).toContain('texte modifié d’un commun accord');
    expect(words).toContain('Un bilan est publié.');
    expect(words).toContain('excepté : cet alinéa n’est pas promis');
    expect(words).toContain(
      'laissé à une autre collectivité : Établissement public territorial Paris-Est-Marne et Bois',
    );
  });
});

function withLocal(text: string, observation: string | null = null): AgreedText {
  const [first] = TEXT.localMeasures;
  if (first === undefined) throw new Error('no local measure');
  return champignyAgreedText({ localMeasures: [{ ...first, text, observation }] });
}

describe('what people wrote', () => {
  test.each([
    [
      'a program',
      '#eval("1 + 1") #include "/etc/passwd" #sys.version',
      '#eval("1 + 1") #include "/etc/passwd" #sys.version',
    ],
    [
      'markup',
      '= Titre *gras* _penché_ $x^2$ @renvoi <label> \\ // rien /* rien */ - + `code`',
      '= Titre *gras* _penché_ $x^2$ @renvoi <label> \\ // rien /* rien */ - + `code`',
    ],
    ['quotes and braces', '"}]); #panic("!") {{ ${x} %s', '"}]); #panic("'],
    ['words turned around', 'pris\u202erefusé', 'pris[U+202E]refusé'],
    ['hidden words', 'un\u200bdeux\u2060trois', 'un[U+200B]deux[U+2060]trois'],
    ['an emoji and another script', 'vélo 🚲 漢', 'vélo [U+1F6B2] [U+6F22]'],
    [
      'inside a PDF',
      '/ByteRange [0 1 2 3] /Contents <00> endobj %%EOF )',
      '/ByteRange [0 1 2 3] /Contents <00> endobj %%EOF )',
    ],
  ])('is shown and never run: %s', async (_, typed, shown) => {
    expect((await read(await renderPact(withLocal(typed), AT))).words).toContain(shown);
  });

  test('a word without end is broken and loses nothing', async () => {
    const { pages, words } = await read(await renderPact(withLocal('mot', 'x'.repeat(100_000)), AT));
    expect(pages.length).toBeGreaterThan(20);
    expect(words.match(/x/g)?.length ?? 0).toBeGreaterThan(100_000);
  });

  test('a text too long for any meeting is refused, and says why', async () => {
    const huge = renderPact(withLocal('mot '.repeat(1_500_000)), AT);
    await expect(huge).rejects.toThrow(TypstFailure);
    await expect(huge).rejects.toMatchObject({ reason: 'too-large' });
  });
});
