/**
 * XML of office files, as small trees of the part that is asked for.
 *
 * No document type is accepted, so no entity is ever declared, expanded or fetched. Prefixes are
 * rewritten to the usual ones, because a file may name its namespaces as it likes.
 */
import { SaxesParser } from 'saxes';
import { decodeMarked, decodeNamed, decodeStrictUtf8 } from '../decode-text.ts';
import { ExtractRefused } from '../extracted.ts';
import { MAX_INFLATED_BYTES } from './open-archive.ts';

export type XmlElement = {
  /** With the usual prefix, such as `w:p` or `text:list`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
};

/** A tree for every element found directly under one of `parents`, or so named; nothing else is kept, so memory stays small. */
export type Branches = {
  readonly parents: readonly string[];
  readonly named?: readonly string[];
  readonly onBranch: (branch: XmlElement, parent: string) => void;
  /** An element outside of every branch opens; it has no children yet. */
  readonly onOpen?: (element: XmlElement) => void;
};

const MAX_DEPTH = 400;
const MAX_ELEMENTS = 3_000_000;

/** The whole part as one tree. Throws on XML that is not well formed. */
export function parseXmlTree(bytes: Uint8Array): XmlElement {
  const holder: { root?: XmlElement } = {};
  parse(bytes, { onRoot: (root) => void (holder.root = root) });
  if (holder.root === undefined) throw new Error('no root element');
  return holder.root;
}

/** Calls `onBranch` in document order, as the elements close. Throws on XML that is not well formed. */
export function parseXmlBranches(bytes: Uint8Array, branches: Branches): void {
  parse(bytes, { branches });
}

function parse(bytes: Uint8Array, wanted: { onRoot?: (root: XmlElement) => void; branches?: Branches }): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const prefixes = new Map<string, string>();
  const open: XmlElement[] = [];
  /** How many of the open elements are below the nearest branch; 0 outside. */
  let inBranch = wanted.branches === undefined ? 1 : 0;
  let elements = 0;
  parser.on('doctype', () => {
    throw new ExtractRefused({ kind: 'forbidden-xml' });
  });
  parser.on('error', (error) => {
    throw error;
  });
  const isBranch = (name: string) =>
    wanted.branches !== undefined &&
    (wanted.branches.parents.includes(open.at(-1)?.name ?? '') || wanted.branches.named?.includes(name) === true);
  parser.on('opentag', (tag) => {
    elements += 1;
    if (elements > MAX_ELEMENTS) {
      throw new ExtractRefused({ kind: 'archive-too-big', limitInBytes: MAX_INFLATED_BYTES });
    }
    if (open.length >= MAX_DEPTH) throw new Error('nested too deep');
    learnPrefixes(tag.attributes, prefixes);
    const element = {
      name: usualName(tag.name, prefixes),
      attributes: usualAttributes(tag.attributes, prefixes),
      children: [],
    };
    if (inBranch > 0 || isBranch(element.name)) {
      if (inBranch > 0) open.at(-1)?.children.push(element);
      inBranch += 1;
    } else wanted.branches?.onOpen?.(element);
    open.push(element);
  });
  const onText = (text: string): void => {
    if (inBranch > 0) open.at(-1)?.children.push(text);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed === undefined || inBranch === 0) return;
    inBranch -= 1;
    if (wanted.branches !== undefined && inBranch === 0) wanted.branches.onBranch(closed, open.at(-1)?.name ?? '');
    if (open.length === 0) wanted.onRoot?.(closed);
  });
  const text = decodeXml(bytes);
  // In slices, so that the parser's own buffer stays small.
  for (let at = 0; at < text.length; at += 65_536) parser.write(text.slice(at, at + 65_536));
  parser.close();
}

function decodeXml(bytes: Uint8Array): string {
  const known = decodeMarked(bytes) ?? decodeStrictUtf8(bytes);
  if (known !== null) return known;
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const named = /^<\?xml[^>]*encoding=["']([^"']+)/u.exec(head)?.[1];
  const decoded = named === undefined ? null : decodeNamed(bytes, named);
  if (decoded === null) throw new Error('unknown encoding');
  return decoded;
}

const USUAL_PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/u, 'w'],
  [/\/word\/2010\/wordml$/u, 'w14'],
  [/\/word\/2010\/wordprocessingShape$/u, 'wps'],
  [/\/markup-compatibility\/2006$/u, 'mc'],
  [/\/officeDocument\/(?:2006\/)?relationships$/u, 'r'],
  [/\/officeDocument\/(?:2006\/)?math$/u, 'm'],
  [/\/spreadsheetml\/(?:2006\/)?main$/u, 'x'],
  [/^urn:schemas-microsoft-com:vml$/u, 'v'],
  [/^urn:oasis:names:tc:opendocument:xmlns:office:1\.0$/u, 'office'],
  [/^urn:oasis:names:tc:opendocument:xmlns:text:1\.0$/u, 'text'],
  [/^urn:oasis:names:tc:opendocument:xmlns:table:1\.0$/u, 'table'],
  [/^urn:oasis:names:tc:opendocument:xmlns:style:1\.0$/u, 'style'],
  [/^urn:oasis:names:tc:opendocument:xmlns:datastyle:1\.0$/u, 'number'],
  [/^urn:oasis:names:tc:opendocument:xmlns:drawing:1\.0$/u, 'draw'],
  [/^urn:oasis:names:tc:opendocument:xmlns:form:1\.0$/u, 'form'],
  [/^urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1\.0$/u, 'fo'],
  [/^urn:oasis:names:tc:opendocument:xmlns:manifest:1\.0$/u, 'manifest'],
  [/:office:names:experimental:ooo-ms-interop:xmlns:field:1\.0$/u, 'field'],
  [/:office:names:experimental:office:xmlns:loext:1\.0$/u, 'loext'],
];

function learnPrefixes(attributes: Readonly<Record<string, string>>, prefixes: Map<string, string>): void {
  for (const [name, uri] of Object.entries(attributes)) {
    if (!name.startsWith('xmlns')) continue;
    const usual = USUAL_PREFIXES.find(([pattern]) => pattern.test(uri))?.[1];
    const prefix = name === 'xmlns' ? '' : name.slice(6);
    if (usual !== undefined && usual !== prefix) prefixes.set(prefix, usual);
    else prefixes.delete(prefix);
  }
}

function usualName(name: string, prefixes: Map<string, string>): string {
  if (prefixes.size === 0) return name;
  const colon = name.indexOf(':');
  const usual = prefixes.get(colon < 0 ? '' : name.slice(0, colon));
  return usual === undefined ? name : `${usual}:${name.slice(colon + 1)}`;
}

function usualAttributes(attributes: Record<string, string>, prefixes: Map<string, string>): Record<string, string> {
  if (prefixes.size === 0) return attributes;
  const renamed: Record<string, string> = {};
  // An attribute without prefix is in no namespace, whatever the default one is.
  for (const [name, value] of Object.entries(attributes)) {
    renamed[name.includes(':') ? usualName(name, prefixes) : name] = value;
  }
  return renamed;
}
