/** Builds the site, and leaves beside it the mark by which `npm start` knows that it is fresh. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { hashSources, stampBuild } from './build-freshness.ts';

/** False when it failed; its own messages say why. Twenty seconds or so. */
export function buildSite(project: string): boolean {
  const hash = hashSources(project);
  const vite = join(project, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: project,
    stdio: 'inherit',
  });
  if (status === 0) stampBuild(project, hash);
  return status === 0;
}
