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
    ...(file.isPacked ? { vary: 'accept-encoding' } : {}),
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
  return sentInParts(request, { bytes: file.bytes, headers, etag }, (from, to) =>
    createReadStream(file.path, { start: from, end: to }),
  );
}

type Parted = {
  readonly bytes: number;
  readonly etag: string;
  /** All that is said of it but its length, and that parts of it may be asked for. */
  readonly headers: Readonly<Record<string, string>>;
};

/** The whole, or the part that was asked for; what stands around it when only that is asked. `open`: from the first to the last byte. */
export function sentInParts(
  request: Request,
  { bytes, etag, headers: said }: Parted,
  open: (from: number, to: number) => Readable,
): Response {
  const headers = { ...said, etag, 'accept-ranges': 'bytes' };
  const part = partAsked(request, { bytes, etag });
  if (part === 'none') {
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${bytes}` } });
  }
  const { from, to } = part ?? { from: 0, to: bytes - 1 };
  const body = request.method === 'HEAD' || bytes === 0 ? null : bodyOf(open(from, to));
  const length = { 'content-length': String(bytes === 0 ? 0 : to - from + 1) };
  if (part === null) return new Response(body, { headers: { ...headers, ...length } });
  const range = { 'content-range': `bytes ${from}-${to}/${bytes}` };
  return new Response(body, { status: 206, headers: { ...headers, ...length, ...range } });
}

/** Null: the whole file. Several parts at once are answered with the whole, as the standard allows. */
function partAsked(
  request: Request,
  { bytes, etag }: Pick<Parted, 'bytes' | 'etag'>,
): { readonly from: number; readonly to: number } | 'none' | null {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get('range') ?? '');
  // A part of something that changed since would not fit what the reader has.
  const since = request.headers.get('if-range');
  if (asked === null || (since !== null && since !== etag)) return null;
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
