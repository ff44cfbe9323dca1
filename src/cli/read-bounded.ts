/** The bytes of a document named on the command line: a regular file or a pipe, never more than a limit. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

export type BoundedBytes =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  /** `bytes`: as far as was counted, more than the limit. */
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'folder' }
  /** A device or a socket: it may never end, and is no document. */
  | { readonly kind: 'no-file' };

/** At most `limit` bytes are kept. Throws what the system says (ENOENT, EACCES…). A pipe is awaited until its writer ends. */
export async function readBounded(path: string, limit: number): Promise<BoundedBytes> {
  const about = await stat(path);
  if (about.isDirectory()) return { kind: 'folder' };
  if (!about.isFile() && !about.isFIFO()) return { kind: 'no-file' };
  if (about.size > limit) return { kind: 'too-large', bytes: about.size };
  // Counted while it is read: a pipe has no size, and a file may grow meanwhile.
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limit) return { kind: 'too-large', bytes };
    chunks.push(chunk);
  }
  return { kind: 'read', bytes: Buffer.concat(chunks, bytes) };
}
