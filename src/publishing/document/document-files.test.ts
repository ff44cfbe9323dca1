import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { SaxesParser } from 'saxes';
import { textOf } from '#reading/extract/testing/text-of.ts';
import { documentDocx } from './document-docx.ts';
import { documentOdt } from './document-odt.ts';
import { documentPdf } from './document-pdf.ts';
import type { PrintedDocument } from './document.ts';

const NOTICE: PrintedDocument = {
  title: 'Notice explicative : le plan « climat »',
  subtitle: 'Saint-Maur, conseil du 3 juin 2029',
  footer: 'Parole tenue · parole.example',
  madeAt: new Date('2029-06-03T10:00:00.123Z'),
  blocks: [
    { kind: 'page-break' },
    { kind: 'heading', level: 2, text: 'Axe 1' },
    {
      kind: 'paragraph',
      inlines: [
        { text: 'Avant ' },
        { text: 'gras', style: 'strong' },
        { text: ', puis ' },
        { text: 'la page', href: 'https://parole.example/?a=1&b="2"' },
        { text: ' et ' },
        { text: 'un piège', href: 'javascript:alert(1)' },
      ],
    },
    { kind: 'list', ordered: false, items: [[{ text: 'vélo' }], [{ text: 'marche' }]] },
    { kind: 'list', ordered: true, items: [[{ text: 'premier' }], [{ text: 'second' }]] },
    { kind: 'list', ordered: true, items: [[{ text: 'encore' }], [{ text: 'toujours' }]] },
    { kind: 'heading', level: 3, text: 'Fiche 1.1' },
    {
      kind: 'facts',
      facts: [
        { label: 'Pilote', inlines: [{ text: 'Service des espaces verts' }] },
        { label: 'Contexte', inlines: [{ text: 'Une ligne\nune autre' }] },
      ],
    },
    {
      kind: 'table',
      caption: 'Budget par année',
      header: ['Année', 'Dépense'],
      widths: [1, 3],
      rows: [[[{ text: '2028' }], [{ text: '10 000 €' }]], [[{ text: '2029' }]]],
    },
    { kind: 'quotation', who: 'Le collectif', inlines: [{ text: 'Rien n’a commencé.' }] },
    { kind: 'page-break' },
    { kind: 'page-break' },
    { kind: 'writing-lines', label: 'Vos remarques', lines: 3 },
    { kind: 'facts', facts: [] },
    { kind: 'list', ordered: true, items: [] },
    { kind: 'page-break' },
  ],
};
const HOSTILE = '<script>&"\' #eval("1") =1+1 un\u202edeux\u0000trois\u200b\ufffe \ud800 🚲 ]]> {{x}}';

const withText = (text: string): PrintedDocument => ({
  ...NOTICE,
  title: text,
  subtitle: text,
  footer: text,
  blocks: [
    { kind: 'heading', level: 1, text },
    { kind: 'paragraph', inlines: [{ text, style: 'emphasis' }] },
    { kind: 'list', ordered: false, items: [[{ text }]] },
    { kind: 'facts', facts: [{ label: text, inlines: [{ text }] }] },
    { kind: 'table', caption: text, header: [text, text], widths: [], rows: [[[{ text }], [{ text }]]] },
    { kind: 'quotation', who: text, inlines: [{ text }] },
    { kind: 'writing-lines', label: text, lines: 1 },
  ],
});

const spaced = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ');

const OFFICE = [
  { name: 'notice.odt', make: (document: PrintedDocument) => Promise.resolve(documentOdt(document)) },
  { name: 'notice.docx', make: documentDocx },
] as const;

describe.each(OFFICE)('$name', ({ name, make }) => {
  test('says everything, in order, as headings, lists and tables', async () => {
    const text = spaced(await textOf(await make(NOTICE), name));
    const order = [
      'Notice explicative : le plan « climat »',
      'Saint-Maur, conseil du 3 juin 2029',
      'Axe 1',
      'Avant gras, puis la page et un piège',
      'vélo',
      'marche',
      '1. premier',
      '2. second',
      '1. encore',
      'Pilote',
      'Service des espaces verts',
      'Une ligne une autre',
      'Budget par année',
      'Année',
      '2028',
      '10 000 €',
      '2029',
      'Le collectif',
      'Rien n’a commencé.',
      'Vos remarques',
    ];
    let from = 0;
    for (const words of order) {
      const at = text.indexOf(words, from);
      expect(at, `${words} in ${text}`).toBeGreaterThanOrEqual(from);
      from = at;
    }
  });

  test('gives the same bytes for the same document, and others for another day', async () => {
    const [once, again] = [await make(NOTICE), await make(NOTICE)];
    expect(Buffer.compare(once, again)).toBe(0);
    const later = await make({ ...NOTICE, madeAt: new Date('2030-01-01T00:00:00Z') });
    expect(Buffer.compare(once, later)).not.toBe(0);
  });

  test('is well-formed whatever people wrote, and hides none of it', async () => {
    const bytes = await make(withText(HOSTILE));
    for (const [path, part] of Object.entries(unzipSync(bytes))) {
      if (path !== 'mimetype') expect(() => parsed(strFromU8(part)), path).not.toThrow();
    }
    const text = await textOf(bytes, name);
    expect(text).toContain('<script>&"');
    expect(text).toContain('un[U+202E]deux[U+0000]trois[U+200B][U+FFFE]');
    expect(text).toContain('[U+D800] 🚲 ]]>');
  });

  test('leads to addresses of the web alone', async () => {
    const parts = Object.values(unzipSync(await make(NOTICE))).map((part) => strFromU8(part));
    expect(parts.join('')).toContain('https://parole.example/?a=1&amp;b=%222%22');
    expect(parts.join('')).not.toContain('javascript:');
  });

  test('breaks a page once, and leaves no empty one', async () => {
    const parts = Object.values(unzipSync(await make(NOTICE))).map((part) => strFromU8(part));
    expect(parts.join('').match(/<w:pageBreakBefore\/>|text:style-name="New_Page"/g)).toHaveLength(1);
  });
});

test('an ODT tells its type before anything else, uncompressed', () => {
  const bytes = documentOdt(NOTICE);
  expect(strFromU8(bytes.slice(30, 77))).toBe('mimetypeapplication/vnd.oasis.opendocument.text');
});

test('an ODT tells which cells name columns and rows, and that it is in French', () => {
  const parts = unzipSync(documentOdt(NOTICE));
  const content = strFromU8(parts['content.xml'] ?? new Uint8Array());
  expect(content.match(/<table:table-header-rows>/g)).toHaveLength(1);
  expect(content.match(/<table:table-header-columns>/g)).toHaveLength(2);
  expect(content.match(/<text:h [^>]*outline-level="(\d)"/g)?.map((tag) => tag.at(-2))).toEqual(['1', '2']);
  expect(strFromU8(parts['styles.xml'] ?? new Uint8Array())).toContain('fo:language="fr" fo:country="FR"');
});

test('a DOCX repeats the names of columns on every page, and names every style and list that it uses', async () => {
  const parts = unzipSync(await documentDocx(NOTICE));
  const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  const document = part('word/document.xml');
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  for (const [, style] of document.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"/g)) {
    expect(part('word/styles.xml')).toContain(`w:styleId="${style}"`);
  }
  const lists = new Set([...document.matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id));
  expect(lists.size).toBe(3);
  for (const list of lists) expect(part('word/numbering.xml')).toContain(`<w:num w:numId="${list}">`);
  for (const [, link] of document.matchAll(/r:id="([^"]+)"/g)) {
    expect(part('word/_rels/document.xml.rels')).toContain(`Id="${link}"`);
  }
  expect(part('word/styles.xml')).toContain('<w:lang w:val="fr-FR"');
});

test('a DOCX has its title, its language and its instant, says each page, and a table says what it is', async () => {
  const parts = unzipSync(await documentDocx({ ...NOTICE, title: 'Le plan « climat »\n& la suite' }));
  const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  expect(spaced(part('docProps/core.xml'))).toContain(
    'climat » &amp; la suite</dc:title><dc:language>fr-FR</dc:language>',
  );
  expect(part('docProps/core.xml').match(/2029-06-03T10:00:00Z/g)).toHaveLength(2);
  expect(part('word/footer1.xml').match(/(?<=<w:instrText[^>]*>)\w+/g)).toEqual(['PAGE', 'NUMPAGES']);
  expect(part('word/document.xml')).toContain('<w:tblCaption w:val="Budget par année"/>');
  expect(part('word/document.xml').match(/(?<=w:pStyle w:val=")Heading\d/g)).toEqual(['Heading1', 'Heading2']);
});

describe('the PDF', async () => {
  const bytes = await documentPdf(NOTICE);
  const open = (pdf: Uint8Array) => getDocument({ data: pdf.slice(), useSystemFonts: false, verbosity: 0 }).promise;

  test('is tagged PDF/UA-1, in French, with its title, and the same bytes each time', async () => {
    const pdf = await open(bytes);
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({ Language: 'fr-FR' });
    expect(spaced(String((info as { Title?: string }).Title))).toBe(NOTICE.title);
    expect(String(metadata.get('pdfuaid:part'))).toBe('1');
    expect(Buffer.compare(await documentPdf(NOTICE), bytes)).toBe(0);
  });

  test('gives its structure to a screen reader, and says its page on each', async () => {
    const pdf = await open(bytes);
    const roles: string[] = [];
    const walk = (node: object): void => {
      if ('role' in node && typeof node.role === 'string') roles.push(node.role);
      if ('children' in node && Array.isArray(node.children))
        for (const child of node.children as object[]) walk(child);
    };
    expect(pdf.numPages).toBe(2);
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      walk(await page.getStructTree());
      const { items } = await page.getTextContent();
      const words = spaced(items.map((item) => ('str' in item ? item.str : '')).join(' '));
      expect(words).toContain(`page ${number} sur 2`);
      expect(words).toContain('Parole tenue · parole.example');
    }
    expect(roles.filter((role) => /^H\d$/.test(role))).toEqual(['H1', 'H2', 'H3']);
    expect(roles).toEqual(expect.arrayContaining(['Table', 'TH', 'L', 'LI', 'Lbl', 'LBody', 'Link', 'BlockQuote']));
  });

  test('never runs what people wrote', async () => {
    const pdf = await open(await documentPdf(withText(HOSTILE)));
    const { items } = await (await pdf.getPage(1)).getTextContent();
    const words = spaced(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''));
    expect(words).toContain('#eval("1") =1+1');
    expect(words).toContain('[U+202E]');
  });
});

function parsed(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

test('on paper nobody is named at the foot of a page for words of the next one, and a label keeps its lines', async () => {
  const blocks = Array.from({ length: 40 }, (_, n): PrintedDocument['blocks'] => [
    {
      kind: 'quotation',
      who: `Voix ${String(n)}`,
      inlines: [{ text: 'La piste est ouverte, le reste attend encore un vote. '.repeat((n % 5) + 1) }],
    },
    ...(n % 3 === 0 ? [{ kind: 'writing-lines', label: `Notes ${String(n)}`, lines: 5 } as const] : []),
  ]).flat();
  const pdf = await getDocument({ data: await documentPdf({ ...NOTICE, blocks }), verbosity: 0 }).promise;
  expect(pdf.numPages).toBeGreaterThan(5);
  for (const page of Array.from({ length: pdf.numPages }, (_, index) => index + 1)) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    const shown = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
    const body = shown.filter(({ str, transform }) => Number(transform[5]) > FOOT && str !== '');
    const last = body.at(-1);
    expect(last?.str, `page ${String(page)}`).not.toMatch(/^Voix/);
    // Room for at least one line of 9 mm under a label.
    if (last?.str.startsWith('Notes') === true) expect(Number(last.transform[5])).toBeGreaterThan(FOOT + 4 * 25.5);
  }
});

/** Height of the foot of a page, in points. */
const FOOT = 66;
