import { strToU8, zipSync } from 'fflate';
import type { SourceBlock } from './source-document.ts';

/** An OpenDocument text as LibreOffice writes it: spans, blanks as elements, lists, tables. */
export function makeOdt(blocks: readonly SourceBlock[]): Uint8Array {
  return makeOdtFrom({ body: blocks.map((block, at) => element(block, blocks[at - 1], blocks[at + 1])).join('') });
}

export type OdtParts = {
  /** Inside of office:text. */
  readonly body: string;
  /** Inside of office:automatic-styles. */
  readonly automaticStyles?: string;
  /** Inside of office:styles. */
  readonly styles?: string;
  /** Inside of office:master-styles. */
  readonly masterStyles?: string;
};

const NAMESPACES = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"`;

const BULLETS = `<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>`;

export function makeOdtFrom({ body, automaticStyles = '', styles = '', masterStyles = '' }: OdtParts): Uint8Array {
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES} office:version="1.3"><office:automatic-styles>${BULLETS}${automaticStyles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const stylesPart = `<?xml version="1.0" encoding="UTF-8"?><office:document-styles ${NAMESPACES}><office:styles>${styles}</office:styles><office:master-styles>${masterStyles}</office:master-styles></office:document-styles>`;
  const manifest = `<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>`;
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(content),
    'styles.xml': strToU8(stylesPart),
    'META-INF/manifest.xml': strToU8(manifest),
  });
}

function element(block: SourceBlock, before: SourceBlock | undefined, after: SourceBlock | undefined): string {
  switch (block.kind) {
    case 'heading':
      return `<text:h text:outline-level="2">${spans(block.text)}</text:h>`;
    case 'paragraph':
      return `<text:p>${spans(block.text)}</text:p>`;
    case 'bullet': {
      const opens = before?.kind === 'bullet' ? '' : '<text:list text:style-name="L1">';
      const closes = after?.kind === 'bullet' ? '' : '</text:list>';
      return `${opens}<text:list-item><text:p>${spans(block.text)}</text:p></text:list-item>${closes}`;
    }
    case 'blank':
      return '<text:p/>';
    case 'table':
      return `<table:table><table:table-column table:number-columns-repeated="${block.rows[0]?.length ?? 1}"/>${block.rows
        .map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`)
        .join('')}</table:table>`;
  }
}

function cell(text: string): string {
  return `<table:table-cell office:value-type="string"><text:p>${spans(text)}</text:p></table:table-cell>`;
}

function spans(text: string): string {
  const half = Math.floor(text.length / 2);
  return `${characters(text.slice(0, half))}<text:span text:style-name="T1">${characters(text.slice(half))}</text:span>`;
}

function characters(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/ {2,}/gu, (blanks) => ` <text:s text:c="${blanks.length - 1}"/>`)
    .replaceAll(/^ | $/gu, '<text:s/>');
}
