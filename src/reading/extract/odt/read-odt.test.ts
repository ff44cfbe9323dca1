import { describe, expect, test } from 'vitest';
import { makeOdtFrom, type OdtParts } from '../testing/make-odt.ts';
import { extracted, textOf } from '../testing/text-of.ts';

function odt(body: string, parts: Omit<OdtParts, 'body'> = {}): Promise<string> {
  return textOf(makeOdtFrom({ body, ...parts }), 'pacte.odt');
}

const p = (text: string, style = ''): string =>
  `<text:p${style === '' ? '' : ` text:style-name="${style}"`}>${text}</text:p>`;
const item = (inside: string): string => `<text:list-item>${inside}</text:list-item>`;
const list = (items: string, attributes = 'text:style-name="N"'): string =>
  `<text:list ${attributes}>${items}</text:list>`;

const NUMBERS = `<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>`;

describe('the numbers that OpenDocument does not store', () => {
  test('are computed level by level and start again in a new list', async () => {
    const body =
      list(item(p('Achats') + list(item(p('Schéma')) + item(p('Formation')))) + item(p('Prêts'))) +
      list(item(p('Autre')));
    expect(await odt(body, { automaticStyles: NUMBERS })).toBe(
      '1. Achats\na) Schéma\nb) Formation\n2. Prêts\n1. Autre\n',
    );
  });

  test('go on when the list says that it continues', async () => {
    const body = `${list(item(p('Un')))}${p('Entre deux')}${list(item(p('Deux')), 'text:style-name="N" text:continue-numbering="true"')}`;
    expect(await odt(body, { automaticStyles: NUMBERS })).toBe('1. Un\nEntre deux\n2. Deux\n');
  });

  test('are shown once an item, whatever its paragraphs, and never by a list header', async () => {
    const body = list(
      `<text:list-header>${p('Titre')}</text:list-header>${item(p('Un') + p('suite'))}${item(p('Deux'))}`,
    );
    expect(await odt(body, { automaticStyles: NUMBERS })).toBe('Titre\n1. Un\nsuite\n2. Deux\n');
  });

  test('of headings come from the outline', async () => {
    const styles = `<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/></text:outline-style>`;
    const h = (text: string): string => `<text:h text:outline-level="1">${text}</text:h>`;
    expect(await odt(h('Se nourrir') + h('Se déplacer'), { styles })).toBe('I. Se nourrir\nII. Se déplacer\n');
  });
});

describe('characters', () => {
  test('blanks, tabs and line breaks are what a person sees, not how the file is laid out', async () => {
    expect(await odt(p('\n  a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>\n d  e'))).toBe('a  b\tc\nd e\n');
  });

  test('hidden text, comments and deletions are left out', async () => {
    const automaticStyles = `<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>`;
    const body = `<text:tracked-changes><text:changed-region><text:deletion>${p('supprimé')}</text:deletion></text:changed-region></text:tracked-changes>${p(
      'Vu<text:span text:style-name="H"> caché</text:span><office:annotation><dc:creator>x</dc:creator><text:p>remarque</text:p></office:annotation><text:change text:change-id="c"/> aussi',
    )}`;
    expect(await odt(body, { automaticStyles })).toBe('Vu aussi\n');
  });

  test('what is struck through stays, marked, with a warning', async () => {
    const automaticStyles = `<style:style style:name="S" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>`;
    const bytes = makeOdtFrom({
      body: p('N1 et <text:span text:style-name="S">N2 </text:span>retenus'),
      automaticStyles,
    });
    const read = await extracted(bytes, { filename: 'a.odt' });
    expect(read.text).toBe('N1 et ~~N2~~ retenus\n');
    expect(read.warnings).toEqual([{ kind: 'struck-text', count: 1 }]);
  });

  test('notes come after the text with their mark', async () => {
    const note = `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p('Label AB.')}</text:note-body></text:note>`;
    expect(await odt(p(`Bio${note} et local`))).toBe('Bio[1] et local\n\n[1] Label AB.\n');
  });
});

describe('boxes', () => {
  test('of forms give their state where they are drawn', async () => {
    const forms = `<office:forms><form:form><form:checkbox form:id="a" form:label="N1" form:current-state="checked"/><form:checkbox form:id="b" form:label="N2"/></form:form></office:forms>`;
    expect(await odt(`${forms}${p('<draw:control draw:control="a"/> <draw:control draw:control="b"/>')}`)).toBe(
      '☒ N1 ☐ N2\n',
    );
  });

  test('of content controls and of old Word forms give their state', async () => {
    const control = `<loext:content-control loext:checkbox="true" loext:checked="true">?</loext:content-control>`;
    const field = `<field:fieldmark field:type="vnd.oasis.opendocument.field.FORMCHECKBOX"><field:param field:name="Checkbox_Checked" field:value="false"/></field:fieldmark>`;
    expect(await odt(p(`${control} N1 ${field} N2`))).toBe('☒ N1 ☐ N2\n');
  });
});

describe('tables and frames', () => {
  const cell = (text: string, attributes = ''): string =>
    `<table:table-cell ${attributes}>${p(text)}</table:table-cell>`;

  test('a row is a line; covered cells are empty below a tall cell and absent beside a wide one', async () => {
    const rows = `<table:table-row>${cell('AXE 1', 'table:number-rows-spanned="2"')}${cell('1.1')}</table:table-row><table:table-row><table:covered-table-cell/>${cell('1.2')}</table:table-row><table:table-row>${cell('Total', 'table:number-columns-spanned="2"')}<table:covered-table-cell/></table:table-row>`;
    expect(await odt(`<table:table>${rows}</table:table>`)).toBe('AXE 1\t1.1\n\t1.2\nTotal\n');
  });

  test('a million repeated rows are an attack, not a table', async () => {
    const text = await odt(
      `<table:table><table:table-row table:number-rows-repeated="1000000">${cell('a')}${cell('b')}</table:table-row></table:table>`,
    );
    expect(text.split('\n').length).toBeLessThan(200);
  });

  test('a text box comes after its paragraph, a hidden section not at all', async () => {
    const body = `${p(`Texte<draw:frame><draw:text-box>${p('Encadré')}</draw:text-box></draw:frame>`)}<text:section text:display="none">${p('caché')}</text:section>`;
    expect(await odt(body)).toBe('Texte\nEncadré\n');
  });

  test('headers come last, without page numbers', async () => {
    const masterStyles = `<style:master-page style:name="S"><style:header>${p('Liste Champigny')}</style:header><style:footer>${p('Page <text:page-number>3</text:page-number>')}</style:footer></style:master-page>`;
    expect(await odt(p('Corps'), { masterStyles })).toBe('Corps\n\nListe Champigny\n');
  });

  test('the templates of a table of contents are no text, its lines are', async () => {
    const body = `<text:table-of-content><text:table-of-content-source><text:index-title-template>Modèle</text:index-title-template></text:table-of-content-source><text:index-body>${p('Mesure 1<text:tab/>3')}</text:index-body></text:table-of-content>`;
    expect(await odt(body)).toBe('Mesure 1\t3\n');
  });
});
