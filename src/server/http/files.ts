/** Lists as files one can take away. Names are ASCII; the type and `nosniff` keep a browser from guessing. */
import type { PlaceCode } from '#domain/shared/place.ts';

export function csvResponse(name: string, body: string): Response {
  return new Response(body, { headers: fileHeaders('text/csv; charset=utf-8', `${name}.csv`) });
}

export function jsonResponse(name: string, value: unknown): Response {
  const body = JSON.stringify(value, null, 1);
  return new Response(body, { headers: fileHeaders('application/json; charset=utf-8', `${name}.json`) });
}

/** Bytes that are kept as they are, since a hash of them is told. */
export function keptJsonResponse(name: string, bytes: string): Response {
  return new Response(bytes, { headers: fileHeaders('application/json; charset=utf-8', `${name}.json`) });
}

/** Always saved, never shown: in a page of its own a picture may run what it carries. */
export function svgResponse(name: string, body: string): Response {
  return new Response(body, { headers: fileHeaders('image/svg+xml; charset=utf-8', `${name}.svg`) });
}

/** The original document, byte for byte: always saved, never shown, for it may be any kind of file. */
export function originalResponse(name: string, { mediaType, bytes }: { mediaType: string; bytes: Buffer }): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { ...fileHeaders(mediaType, name), 'content-length': String(bytes.length) },
  });
}

/** A spreadsheet; `name` with its extension. */
export function sheetResponse(
  name: string,
  { type, bytes }: { readonly type: string; readonly bytes: Uint8Array },
): Response {
  return new Response(new Uint8Array(bytes), { headers: fileHeaders(type, name) });
}

/** How the files of a place begin: `commune-94017`, `intercommunalite-200057941`. */
export function placeFileName(place: PlaceCode): string {
  return place.kind === 'municipality' ? `commune-${place.code}` : `intercommunalite-${place.siren}`;
}

/** The name of any file says that its lines were made up: a table says so nowhere else. */
export function nameMadeUp(headers: Headers): void {
  const named = headers.get('content-disposition');
  if (named !== null)
    headers.set('content-disposition', named.replace('filename="', 'filename="donnees-synthetiques-'));
}

function fileHeaders(type: string, name: string): Record<string, string> {
  return { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` };
}
