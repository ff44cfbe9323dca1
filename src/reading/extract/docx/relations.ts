/** Which part of a DOCX is what: a main part need not be called word/document.xml. */
import type { Archive } from '../archive/open-archive.ts';
import { parseXmlTree } from '../archive/xml.ts';
import { childElements } from '../archive/xml-query.ts';

export type Relations = {
  /** The first part of that kind, by the last word of the relation's type (`styles`, `footnotes`). */
  target(kind: string): string | undefined;
  targets(kind: string): readonly string[];
};

/** @param part the part whose relations are meant; `''` for the whole package. */
export async function readRelations(archive: Archive, part: string): Promise<Relations> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const bytes = await archive.read(`${folder}_rels/${part.slice(slash + 1)}.rels`);
  const found = new Map<string, string[]>();
  for (const relation of bytes === null ? [] : childElements(parseXmlTree(bytes))) {
    const { Type: type, Target: target, TargetMode: mode } = relation.attributes;
    // What lies outside of the file is never fetched.
    if (type === undefined || target === undefined || mode === 'External') continue;
    const kind = type.slice(type.lastIndexOf('/') + 1);
    found.set(kind, [...(found.get(kind) ?? []), resolve(folder, target)]);
  }
  return { target: (kind) => found.get(kind)?.[0], targets: (kind) => found.get(kind) ?? [] };
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = folder.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}
