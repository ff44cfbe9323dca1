import { describe, expect, test } from 'vitest';
import { makeRawDocx, inList, wp, wr } from '../testing/make-raw-docx.ts';
import { extracted, textOf } from '../testing/text-of.ts';

function docx(body: string, parts: Omit<Parameters<typeof makeRawDocx>[0], 'body'> = {}): Promise<string> {
  return textOf(makeRawDocx({ body, ...parts }), 'pacte.docx');
}

function level(at: number, text: string, { format = 'decimal', more = '' } = {}): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

const NUMBERS = `<w:abstractNum w:abstractNumId="0">${level(0, '%1.')}${level(1, '%1.%2)')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, '\uf0b7', { format: 'bullet' })}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>`;

describe('the numbers that Word does not store', () => {
  test('are computed level by level, and go on after a paragraph outside of the list', async () => {
    const text = await docx(
      wp('Achats', inList(1)) +
        wp('Schéma', inList(1, 1)) +
        wp('Formation', inList(1, 1)) +
        wp('Entre deux') +
        wp('Finance', inList(1)) +
        wp('Prêts', inList(1, 1)),
      { numbering: NUMBERS },
    );
    expect(text).toBe('1. Achats\n1.1) Schéma\n1.2) Formation\nEntre deux\n2. Finance\n2.1) Prêts\n');
  });

  test('start again where the list says so', async () => {
    const text = await docx(wp('un', inList(1)) + wp('sept', inList(2)) + wp('huit', inList(2)), {
      numbering: NUMBERS,
    });
    expect(text).toBe('1. un\n7. sept\n8. huit\n');
  });

  test('come from the paragraph style when the paragraph says nothing', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="Mesure"><w:name w:val="Mesure"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
    const numbered = '<w:pStyle w:val="Mesure"/>';
    const text = await docx(
      wp('Achats', numbered) +
        wp('Sans numéro', `${numbered}<w:numPr><w:numId w:val="0"/></w:numPr>`) +
        wp('Prêts', numbered),
      {
        numbering: NUMBERS,
        styles,
      },
    );
    expect(text).toBe('1. Achats\nSans numéro\n2. Prêts\n');
  });

  test('are bullets when the list draws them, whatever the symbol font', async () => {
    const text = await docx(wp('Réemploi', inList(3)), { numbering: NUMBERS });
    expect(text).toBe('• Réemploi\n');
  });
});

describe('what changed hands', () => {
  test('a tracked deletion is left out, a tracked insertion is kept', async () => {
    const text = await docx(
      `<w:p>${wr('Au moins ')}<w:del><w:r><w:delText>75</w:delText></w:r></w:del><w:ins>${wr('50')}</w:ins>${wr(' % de bio')}</w:p>`,
    );
    expect(text).toBe('Au moins 50 % de bio\n');
  });

  test('a paragraph whose end was deleted flows into the next one', async () => {
    const text = await docx(
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${wr('Une phrase ')}</w:p>${wp('entière.')}`,
    );
    expect(text).toBe('Une phrase entière.\n');
  });

  test('a deleted row is left out', async () => {
    const cell = (text: string): string => `<w:tc>${wp(text)}</w:tc><w:tc>${wp('x')}</w:tc>`;
    const text = await docx(
      `<w:tbl><w:tr>${cell('a')}</w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('b')}</w:tr></w:tbl>`,
    );
    expect(text).toBe('a\tx\n');
  });

  test('what is struck through by hand stays, marked, with a warning', async () => {
    const body = `<w:p>${wr('N1 et ')}${wr('N2', '<w:strike/>')}${wr(' retenus')}</w:p>`;
    const read = await extracted(makeRawDocx({ body }), { filename: 'pacte.docx' });
    expect(read.text).toBe('N1 et ~~N2~~ retenus\n');
    expect(read.warnings).toEqual([{ kind: 'struck-text', count: 1 }]);
  });

  test('hidden text and comments are left out, their neighbours are kept', async () => {
    const text = await docx(
      `<w:p>${wr('Visible')}${wr(' caché', '<w:vanish/>')}${wr(' aussi', '<w:vanish w:val="0"/>')}<w:r><w:commentReference w:id="0"/></w:r></w:p>`,
    );
    expect(text).toBe('Visible aussi\n');
  });
});

describe('boxes', () => {
  test('of content controls give their state, whatever glyph was saved with them', async () => {
    const box = (state: string): string =>
      `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${state}"/></w14:checkbox></w:sdtPr><w:sdtContent>${wr('?')}</w:sdtContent></w:sdt>`;
    expect(await docx(`<w:p>${box('1')}${wr(' N1 ')}${box('0')}${wr(' N2')}</w:p>`)).toBe('☒ N1 ☐ N2\n');
  });

  test('of old forms give what was ticked, or else their default', async () => {
    const field = (state: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:sizeAuto/>${state}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body = `<w:p>${field('<w:default w:val="0"/><w:checked/>')}${wr(' N1 ')}${field('<w:default w:val="0"/>')}${wr(' N2')}</w:p>`;
    expect(await docx(body)).toBe('☒ N1 ☐ N2\n');
  });

  test('drawn in Wingdings are boxes', async () => {
    const body = `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>${wr(' N1 ')}${wr('o', '<w:rFonts w:ascii="Wingdings"/>')}${wr(' N2')}</w:p>`;
    expect(await docx(body)).toBe('☒ N1 ☐ N2\n');
  });
});

describe('tables', () => {
  const cell = (inside: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;

  test('give a line a row, with a TAB between cells and a blank between the paragraphs of a cell', async () => {
    const row = `<w:tr>${cell(wp('Pilotes') + wp('partenaires'))}${cell(wp('CCAS'))}</w:tr>`;
    expect(await docx(`${wp('Avant')}<w:tbl>${row}${row}</w:tbl>${wp('Après')}`)).toBe(
      'Avant\n\nPilotes partenaires\tCCAS\nPilotes partenaires\tCCAS\n\nAprès\n',
    );
  });

  test('of one cell are a frame: each paragraph keeps its line', async () => {
    expect(await docx(`<w:tbl><w:tr>${cell(wp('Un') + wp('Deux'))}</w:tr></w:tbl>`)).toBe('Un\nDeux\n');
  });

  test('keep the columns in place where a tall cell goes on', async () => {
    const first = `<w:tr>${cell(wp('AXE 1'), '<w:vMerge w:val="restart"/>')}${cell(wp('1.1'))}</w:tr>`;
    const second = `<w:tr>${cell('<w:p/>', '<w:vMerge/>')}${cell(wp('1.2'))}</w:tr>`;
    expect(await docx(`<w:tbl>${first}${second}</w:tbl>`)).toBe('AXE 1\t1.1\n\t1.2\n');
  });

  test('in a cell of a table stay in the line of that cell', async () => {
    const inner = `<w:tbl><w:tr>${cell(wp('a'))}${cell(wp('b'))}</w:tr><w:tr>${cell(wp('c'))}${cell(wp('d'))}</w:tr></w:tbl>`;
    expect(await docx(`<w:tbl><w:tr>${cell(wp('Moyens'))}${cell(inner + wp(''))}</w:tr></w:tbl>`)).toBe(
      'Moyens\ta b c d\n',
    );
  });
});

describe('around the text', () => {
  test('soft line breaks and tabs are kept', async () => {
    expect(await docx(`<w:p><w:r><w:t>Un</w:t><w:br/><w:t>Deux</w:t><w:tab/><w:t>Trois</w:t></w:r></w:p>`)).toBe(
      'Un\nDeux\tTrois\n',
    );
  });

  test('text boxes come after their paragraph, once', async () => {
    const box = `<w:txbxContent>${wp('Encadré')}</w:txbxContent>`;
    const body = `<w:p>${wr('Texte')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(await docx(body)).toBe('Texte\nEncadré\n');
  });

  test('footnotes come after the text, with their mark in both places', async () => {
    const text = await docx(`<w:p>${wr('Bio')}<w:r><w:footnoteReference w:id="4"/></w:r>${wr(' et local')}</w:p>`, {
      footnotes: `<w:footnote w:id="-1" w:type="separator">${wp('')}</w:footnote><w:footnote w:id="4"><w:p><w:r><w:footnoteRef/></w:r>${wr(' Label AB.')}</w:p></w:footnote>`,
    });
    expect(text).toBe('Bio[1] et local\n[1] Label AB.\n');
  });

  test('headers come last, without page numbers', async () => {
    const text = await docx(wp('Corps'), {
      header: `${wp('Liste Champigny')}<w:p>${wr('Page ')}<w:fldSimple w:instr=" PAGE ">${wr('3')}</w:fldSimple></w:p>`,
    });
    expect(text).toBe('Corps\n\nListe Champigny\n');
  });

  test('the code of a field is left out, its result is kept; a broken one swallows nothing', async () => {
    const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const body = `<w:p>${mark('begin')}${code(' HYPERLINK "x" ')}${mark('separate')}${wr('voir ici')}${mark('end')}</w:p><w:p>${mark('begin')}${code('TOC')}</w:p>${wp('La suite')}`;
    expect(await docx(body)).toBe('voir ici\n\nLa suite\n');
  });

  test('space between paragraphs shows as a blank line, unless the style closes up its own', async () => {
    const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:spacing w:after="160"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="L"><w:basedOn w:val="N"/><w:pPr><w:contextualSpacing/></w:pPr></w:style>`;
    const item = '<w:pStyle w:val="L"/>';
    expect(await docx(wp('Un') + wp('Deux', item) + wp('Trois', item) + wp('Quatre'), { styles })).toBe(
      'Un\n\nDeux\nTrois\n\nQuatre\n',
    );
  });

  test('other namespace prefixes and the strict format are read', async () => {
    const bytes = makeRawDocx({
      body: '',
      more: {
        'word/document.xml': new TextEncoder().encode(
          '<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><body><p><r><t>Strict</t></r></p></body></document>',
        ),
      },
    });
    expect(await textOf(bytes, 'pacte.docx')).toBe('Strict\n');
  });
});
