/** The files that people wrote: what git knows or would add, so that nothing made by a tool is checked. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Paths from the root of the repository, sorted, with `/`. A file deleted but not yet committed is left out. */
export function sourceFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return [...new Set(listed.split('\0'))].filter((path) => path !== '' && existsSync(path)).sort();
}
