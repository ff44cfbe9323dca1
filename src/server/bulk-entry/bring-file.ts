/** A file of a bulk entry, brought by a form or a command, with what this server knows. */
import type { Actor } from '#domain/access/gate.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import type { Result } from '#domain/shared/result.ts';
import { MAX_FILE_BYTES } from '#reading/extract/extracted.ts';
import { loadEditions } from '../charters.ts';
import { unpackZip } from './unpack-zip.ts';
import { bringEntry, type Brought, type CannotBring } from '#use-cases/bulk-entry/bring-entry.ts';
import type { Stores } from '#use-cases/stores.ts';

/** Of a file brought by the web, as of every file; more goes by the command line. */
export const WEB_MEGABYTES = Math.floor(MAX_FILE_BYTES / (1024 * 1024));

export async function bringFile(
  stores: Stores,
  actor: Actor,
  { filename, bytes, sending }: { readonly filename: string; readonly bytes: Uint8Array; readonly sending?: string },
  now: Date,
): Promise<Result<Brought, CannotBring>> {
  const request = {
    filename,
    bytes,
    charters: loadEditions(),
    today: dayIn(now, 'Europe/Paris'),
    documentLimit: MAX_FILE_BYTES,
    unpack: (zip: Uint8Array) => unpackZip(zip),
    ...(sending === undefined ? {} : { sending }),
  };
  return await bringEntry(stores, actor, request, now);
}
