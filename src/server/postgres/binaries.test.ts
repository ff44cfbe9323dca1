import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyBinaries, findBinaries, hydrate } from './binaries.ts';

const run = promisify(execFile);
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parole-tenue-binaries-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the PostgreSQL that comes with npm', () => {
  test('runs from a copy, for an account that cannot enter the project', async () => {
    const copy = await copyBinaries(await findBinaries(), folder);
    expect(dirname(copy.root)).toBe(folder);
    expect((await run(copy.postgres, ['--version'])).stdout).toContain('PostgreSQL');
    expect((await run(copy.initdb, ['--version'])).stdout).toContain('PostgreSQL');
  });

  test('is copied once when several ask at once, without leftovers', async () => {
    const binaries = await findBinaries();
    const parent = join(folder, 'at-once');
    const copies = await Promise.all(Array.from({ length: 3 }, () => copyBinaries(binaries, parent)));
    expect(new Set(copies.map(({ root }) => root)).size).toBe(1);
    expect(await readdir(parent)).toHaveLength(1);
  });

  test('gets the short names of its libraries when npm skipped the install script', async () => {
    const binaries = await findBinaries();
    const installed = join(folder, 'package');
    await cp(binaries.root, join(installed, 'native'), { recursive: true, verbatimSymlinks: true });
    const libraries = join(installed, 'native', 'lib');
    const links = (await readdir(libraries, { withFileTypes: true })).filter((entry) => entry.isSymbolicLink());
    const listed = JSON.parse(await readFile(join(installed, 'native', 'pg-symlinks.json'), 'utf8')) as {
      readonly target: string;
    }[];
    expect(links.map(({ name }) => `native/lib/${name}`).sort()).toEqual(listed.map(({ target }) => target).sort());
    for (const link of links) await unlink(join(libraries, link.name));
    const postgres = join(installed, 'native', 'bin', 'postgres');
    await expect(run(postgres, ['--version'])).rejects.toThrow(/shared librar/);
    expect(await hydrate(installed)).toBe(links.length);
    expect((await run(postgres, ['--version'])).stdout).toContain('PostgreSQL');
    expect(await hydrate(installed)).toBe(0);
  });
});
