/**
 * A file of a public copy, sent from the disk as it is read: whole, or the part that was asked for (programs read the end
 * of a Parquet first). What stands at an address with a day never changes. Tables of text stand packed.
 */
import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { encodingFor } from './compression.ts';

export type SentFile = {
  /** Where it stands on the disk. */
  readonly path: string;
  /** It stands there packed (gzip), and is asked for as it was before. */
  readonly isPacked: boolean;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly mediaType: string;
};

const KEPT = 'public, max-age=31536000, immutable, no-transform';

export function dumpFileResponse(request: Request, file: SentFile): Response {
  const packed = file.isPacked && encodingFor(withoutBrotli(request)) === 'gzip';
  const etag = packed || !file.isPacked ? `"${file.sha256}"` : `"${file.sha256}-text"`;
  const headers: Record<string, string> = {
    'content-type': file.mediaType.startsWith('text/') ? `${file.mediaType}; charset=utf-8` : file.mediaType,
    'content-disposition': `attachment; filename="${file.name}"`,
    'cache-control': KEPT,
    'access-control-allow-origin': '*',
    etag,
    ...(file.isPacked ? { vary: 'accept-encoding' } : { 'accept-ranges': 'bytes' }),
  };
  if (request.headers.get('if-none-match')?.includes(etag) === true)
    return new Response(null, { status: 304, headers });
  // Only what stands around the file is asked: it is not opened.
  const sent = (open: () => Readable): ReadableStream<Uint8Array> | null =>
    request.method === 'HEAD' || file.bytes === 0 ? null : bodyOf(open());
  if (file.isPacked) {
    const stored = () => createReadStream(file.path);
    // Unpacked on the way to the few who cannot do it themselves.
    if (!packed)
      return new Response(
        sent(() => pipeline(stored(), createGunzip(), () => undefined)),
        { headers },
      );
    const asStored = { 'content-encoding': 'gzip', 'content-length': String(file.bytes) };
    return new Response(sent(stored), { headers: { ...headers, ...asStored } });
  }
  const part = partAsked(request, file);
  if (part === 'none') {
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${file.bytes}` } });
  }
  const { from, to } = part ?? { from: 0, to: file.bytes - 1 };
  const body = sent(() => createReadStream(file.path, { start: from, end: to }));
  const length = { 'content-length': String(file.bytes === 0 ? 0 : to - from + 1) };
  if (part === null) return new Response(body, { headers: { ...headers, ...length } });
  const range = { 'content-range': `bytes ${from}-${to}/${file.bytes}` };
  return new Response(body, { status: 206, headers: { ...headers, ...length, ...range } });
}

/** Null: the whole file. Several parts at once are answered with the whole, as the standard allows. */
export function partAsked(
  request: Request,
  { bytes, sha256 }: Pick<SentFile, 'bytes' | 'sha256'>,
): { readonly from: number; readonly to: number } | 'none' | null {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get('range') ?? '');
  // A part of something that changed since would not fit what the reader has.
  const since = request.headers.get('if-range');
  if (asked === null || (since !== null && since !== `"${sha256}"`)) return null;
  const [, first = '', last = ''] = asked;
  if (first === '' && last === '') return null;
  const from = first === '' ? Math.max(bytes - Number(last), 0) : Number(first);
  const to = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  return from > to || from >= bytes ? 'none' : { from, to };
}

function withoutBrotli(request: Request): string {
  return (request.headers.get('accept-encoding') ?? '').replaceAll(/\bbr\b/gu, '');
}

/** Closed when the visitor goes away. */
function bodyOf(stream: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}
