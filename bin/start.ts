/** `npm start`: builds the site when there is none or its sources changed, then serves it. */
import { dirname } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { serve } from '#server/main.ts';
import { startUpNotices } from '#ui/messages/start-up.fr.ts';
import { isBuildFresh } from './build-freshness.ts';
import { buildSite } from './build-site.ts';

const begunAt = performance.now();
// Left alone, memory grows to several times what is in use before it is collected: the whole process held a third more,
// and answered no faster. Here and not on the command line, where a Node that forgets the word would refuse to start.
setFlagsFromString('--heap-growing-percent=60');
const project = dirname(import.meta.dirname);

if (isBuildFresh(project) || build()) {
  endWithNpm();
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

/**
 * `npm start` runs us through a shell. A signal sent to npm ends the shell and never reaches us: without this the
 * server would go on alone, holding its port and its folder.
 */
function endWithNpm(): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}

function build(): boolean {
  console.log(startUpNotices.building);
  return buildSite(project);
}
