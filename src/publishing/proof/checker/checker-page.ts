/** The script of the page that checks its own folder: files that the person gives, read here, sent nowhere. */
import { sayFolderReport } from '#ui/messages/folder-check.fr.ts';
import { MANIFEST } from './folder.ts';
import { checkFolder, type GivenFile, type VerifyEcdsa } from './check-folder.ts';

export function startChecker(): void {
  const folder = document.querySelector<HTMLInputElement>('#dossier');
  const loose = document.querySelector<HTMLInputElement>('#fichiers');
  const result = document.querySelector<HTMLElement>('#resultat');
  if (folder === null || loose === null || result === null) return;
  const run = async (read: () => Promise<readonly GivenFile[]>): Promise<void> => {
    show(result, ['Vérification en cours…']);
    try {
      const report = await checkFolder(await read(), verifyInBrowser);
      result.className = report.faults.length === 0 ? 'intact' : 'altered';
      show(result, sayFolderReport(report));
    } catch {
      result.className = 'altered';
      show(result, ['Ces fichiers n’ont pas pu être lus. Donnez le dossier entier, tel qu’il a été exporté.']);
    }
  };
  // Files chosen a few at a time add up.
  const given = new Map<string, GivenFile>();
  folder.addEventListener('change', () => void run(() => readFolder(folder.files)));
  loose.addEventListener('change', () => {
    void run(async () => {
      for (const file of await readLoose(loose.files)) given.set(file.path, file);
      return inTheirFolders([...given.values()]);
    });
  });
}

/** Paths without the folder's own name. */
async function readFolder(list: FileList | null): Promise<readonly GivenFile[]> {
  return await readAll(list, (file) => file.webkitRelativePath.split('/').slice(1).join('/'));
}

async function readLoose(list: FileList | null): Promise<readonly GivenFile[]> {
  return await readAll(list, (file) => file.name);
}

async function readAll(list: FileList | null, pathOf: (file: File) => string): Promise<readonly GivenFile[]> {
  const files = list === null ? [] : [...list];
  return await Promise.all(
    files.map(async (file) => ({ path: pathOf(file), bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}

/** Every file of a folder has a name of its own, so that files without their folders find their place again. */
export function inTheirFolders(files: readonly GivenFile[]): readonly GivenFile[] {
  const written = files.find(({ path }) => path === MANIFEST);
  if (written === undefined) return files;
  const paths = new Map(pathsIn(written.bytes).map((path) => [path.split('/').at(-1) ?? path, path]));
  return files.map(({ path, bytes }) => ({ path: paths.get(path) ?? path, bytes }));
}

function pathsIn(manifest: Uint8Array): readonly string[] {
  try {
    const { files } = JSON.parse(new TextDecoder().decode(manifest)) as {
      readonly files: readonly { readonly path: string }[];
    };
    return files.map(({ path }) => path);
  } catch {
    return [];
  }
}

const CURVE_OF_SEALS = { name: 'ECDSA', namedCurve: 'P-256' } as const;

export const verifyInBrowser: VerifyEcdsa = async ({ publicKey, signature, signed }) => {
  // Some browsers have no cryptography for a page that is opened from a folder.
  const subtle = (globalThis as { readonly crypto?: { readonly subtle?: SubtleCrypto } }).crypto?.subtle;
  if (subtle === undefined) return null;
  try {
    const key = await subtle.importKey('spki', publicKey.slice(), CURVE_OF_SEALS, false, ['verify']);
    return await subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature.slice(), signed.slice());
  } catch {
    return false;
  }
};

function show(place: HTMLElement, sentences: readonly string[]): void {
  const [first = '', ...others] = sentences;
  const title = document.createElement('h2');
  title.textContent = first;
  const list = document.createElement('ul');
  for (const sentence of others) {
    const item = document.createElement('li');
    item.textContent = sentence;
    list.append(item);
  }
  place.replaceChildren(title, ...(others.length > 0 ? [list] : []));
}
