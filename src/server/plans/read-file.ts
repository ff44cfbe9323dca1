/** A file that a town hall joins to an action or to a deliberation: known by its content, never by its name. */
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { prepareFile } from '../follow-up/read-evidence.ts';

export const MOST_BYTES = 20 * 1024 * 1024;

export type BadFile = { readonly kind: 'file-missing' | 'file-too-big' | 'file-refused' };
export type ReadFile = { readonly bytes: Uint8Array; readonly filename: string; readonly mediaType: string };

/** `file-missing`: none was chosen, or it is empty. A photograph loses what the camera wrote in it. */
export async function readFileOf(form: FormData, name: string): Promise<Result<ReadFile, BadFile>> {
  const file = form.get(name);
  if (file === null || typeof file === 'string' || file.size === 0) return refuse({ kind: 'file-missing' });
  if (file.size > MOST_BYTES) return refuse({ kind: 'file-too-big' });
  const prepared = await prepareFile(new Uint8Array(await file.arrayBuffer()), false);
  if (prepared === null) return refuse({ kind: 'file-refused' });
  return accept({
    bytes: prepared.bytes,
    mediaType: prepared.mediaType,
    filename: named(file.name, prepared.extension),
  });
}

function named(given: string, extension: string): string {
  const bare = given
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{C}"<>|:*?]+/gu, ' ')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .trim()
    .slice(0, 120);
  return `${bare === '' ? 'document' : bare}.${extension}`;
}
