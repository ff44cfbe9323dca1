/**
 * Where a file differs from the one that it was made from. The original is ours, and so can be opened; the other is
 * somebody's, and is only compared byte by byte.
 */
import { PDF, PdfArray, PdfRef } from '@libpdf/core';
import type { Alteration, AlteredPart } from '#domain/signature/verification.ts';

/** Null: the same bytes. Linear. */
export async function alterationOf(given: Uint8Array, original: Uint8Array): Promise<Alteration | null> {
  const shorter = Math.min(given.length, original.length);
  const places: number[] = [];
  let differing = 0;
  for (let at = 0; at < shorter; at += 1) {
    if (given[at] === original[at]) continue;
    differing += 1;
    if (places.length < PLACES_KEPT) places.push(at);
  }
  const [first] = places;
  if (first === undefined) {
    if (given.length === original.length) return null;
    const bytes = Math.abs(given.length - original.length);
    return { kind: given.length > original.length ? 'added' : 'cut', bytes };
  }
  if (given.length !== original.length) return { kind: 'rewritten', first };
  const parts = await partsAt(original, places);
  return { kind: 'changed', bytes: differing, first, of: original.length, parts };
}

const PLACES_KEPT = 1000;

async function partsAt(original: Uint8Array, places: readonly number[]): Promise<readonly AlteredPart[]> {
  const bytes = Buffer.from(original.buffer, original.byteOffset, original.byteLength);
  const objects = objectsIn(bytes);
  const named = await namedObjects(bytes);
  const parts = new Map<string, AlteredPart>();
  for (const at of places) {
    const inside = objects.findLast(({ from }) => from <= at);
    const part = (inside === undefined ? undefined : named.get(inside.number)) ?? { kind: 'elsewhere' };
    parts.set(JSON.stringify(part), part);
  }
  return [...parts.values()];
}

/** The numbered objects of a PDF, in the order of the file. */
function objectsIn(bytes: Buffer): readonly { readonly number: number; readonly from: number }[] {
  return [...bytes.toString('latin1').matchAll(/(?:^|[\r\n])(\d{1,7}) 0 obj\b/g)].map((found) => ({
    number: Number(found[1]),
    from: found.index,
  }));
}

/** As our compiler writes it: the name of an attached file, and the object that holds it. */
const FILE = /\/Type \/Filespec\s+\/F \(([^()]{1,100})\)[^>]{0,300}?\/EF <<\s*\/F (\d{1,7}) 0 R/g;

/** Which objects are the words of a page, an attached file, the signature. */
async function namedObjects(bytes: Buffer): Promise<ReadonlyMap<number, AlteredPart>> {
  const named = new Map<number, AlteredPart>();
  const pdf = await PDF.load(bytes);
  pdf.getPages().forEach((page, index) => {
    const contents = page.dict.get('Contents');
    for (const ref of contents instanceof PdfArray ? [...contents] : [contents]) {
      if (ref instanceof PdfRef) named.set(ref.objectNumber, { kind: 'page', page: index + 1 });
    }
  });
  for (const [, name, number] of bytes.toString('latin1').matchAll(FILE)) {
    if (name !== undefined) named.set(Number(number), { kind: 'attached', name });
  }
  for (const field of pdf.getForm()?.getSignatureFields() ?? []) {
    const value = field.getDict().get('V');
    if (value instanceof PdfRef) named.set(value.objectNumber, { kind: 'signature' });
  }
  return named;
}
