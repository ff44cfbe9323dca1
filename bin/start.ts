/** `npm start`: builds the site when there is none or its sources changed, then serves it. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { serve } from '#server/main.ts';
import { startUpNotices } from '#ui/messages/start-up.fr.ts';
import { hashSources, isBuildFresh, stampBuild } from './build-freshness.ts';

const begunAt = performance.now();
const project = dirname(import.meta.dirname);

if (isBuildFresh(project) || build()) {
  await serve({
    environment: process.env,
    projectDirectory: project,
    begunAt,
    terminal: {
      say: (line) => {
        console.log(line);
      },
      complain: (line, error) => {
        console.error(...(error === undefined ? [line] : [line, error]));
      },
    },
  });
} else {
  process.exitCode = 1;
}

/** False when it failed; its own messages say why. */
function build(): boolean {
  console.log(startUpNotices.building);
  const hash = hashSources(project);
  const vite = join(project, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: project,
    stdio: 'inherit',
  });
  if (status === 0) stampBuild(project, hash);
  return status === 0;
}
