import { strToU8, zipSync, type Zippable } from 'fflate';

export type DocxParts = {
  /** Inside of w:body. */
  readonly body: string;
  /** Inside of w:styles, w:numbering, w:footnotes, w:hdr. */
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly header?: string;
  /** Before the root element of the main part. */
  readonly prolog?: string;
  /** More parts, by name. */
  readonly more?: Zippable;
};

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word document from its XML, to place each trap exactly. */
export function makeRawDocx({ body, prolog = '', more = {}, ...parts }: DocxParts): Uint8Array {
  const others = { styles: 'styles', numbering: 'numbering', footnotes: 'footnotes', header: 'hdr' } as const;
  const files: Zippable = {
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/document.xml': strToU8(`${prolog}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`),
  };
  const named: [string, string][] = [];
  for (const [part, root] of Object.entries(others)) {
    const content = parts[part as keyof typeof others];
    if (content === undefined) continue;
    files[`word/${part}.xml`] = strToU8(`<w:${root} ${NAMESPACES}>${content}</w:${root}>`);
    named.push([part, `${part}.xml`]);
  }
  files['word/_rels/document.xml.rels'] = relations(named);
  return zipSync({ ...files, ...more });
}

function relations(targets: readonly (readonly [string, string])[]): Uint8Array {
  const list = targets.map(
    ([type, target], at) => `<Relationship Id="r${at}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`,
  );
}

/** A paragraph of plain text. */
export function wp(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${wr(text)}</w:p>`;
}

/** A run of plain text. */
export function wr(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export function inList(numId: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;
}
