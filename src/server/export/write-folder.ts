/** Puts files in a new folder, and reads such a folder again. */
import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { GivenFile } from '#publishing/proof/checker/check-folder.ts';

/** Refuses a folder that holds anything: nothing is ever written over. Readable by its owner alone. */
export async function writeFolder(
  folder: string,
  files: readonly GivenFile[],
): Promise<Result<{ readonly bytes: number }, { readonly kind: 'not-empty' }>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) return refuse({ kind: 'not-empty' });
  let total = 0;
  for (const { path, bytes } of files) {
    const file = join(folder, ...path.split('/'));
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
    } finally {
      await handle.close();
    }
    total += bytes.length;
  }
  return accept({ bytes: total });
}

/** Every file below, with its path from there. Links are not followed: they are no part of what was exported. */
export async function readFolder(folder: string): Promise<readonly GivenFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return await Promise.all(
    entries
      .filter((entry) => !entry.isDirectory())
      .map(async (entry) => {
        const file = join(entry.parentPath, entry.name);
        const path = file.slice(join(folder, sep).length).split(sep).join('/');
        return { path, bytes: entry.isFile() ? await readFile(file) : new Uint8Array() };
      }),
  );
}
