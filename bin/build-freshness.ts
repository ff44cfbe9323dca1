/**
 * Whether the built site is the one of these sources: a hash of their content is left beside it.
 *
 * By content and not by date: git, copies and archives give files any date.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['src', 'static', 'data', 'package.json', 'package-lock.json', 'vite.config.ts'];
const STAMP = join('build', 'sources.sha256');

export function isBuildFresh(project: string): boolean {
  const stamp = join(project, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === hashSources(project);
}

/** Call with the hash taken before the build: what changed meanwhile is not in it. */
export function stampBuild(project: string, hash: string): void {
  writeFileSync(join(project, STAMP), `${hash}\n`);
}

/** Tests do not count. Some hundred files: a few hundredths of a second. */
export function hashSources(project: string): string {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((source) => filesIn(project, source))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(project, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesIn(project: string, path: string): string[] {
  if (!existsSync(join(project, path))) return [];
  if (/\.[a-z.]+$/.test(path) && !path.startsWith('src')) return [path];
  return readdirSync(join(project, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1))
    .sort();
}
