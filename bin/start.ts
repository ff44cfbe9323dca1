/** `npm start`: builds the site when there is none or its sources changed, then serves it. */
import { dirname } from 'node:path';
import { serve } from '#server/main.ts';
import { startUpNotices } from '#ui/messages/start-up.fr.ts';
import { isBuildFresh } from './build-freshness.ts';
import { buildSite } from './build-site.ts';

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

function build(): boolean {
  console.log(startUpNotices.building);
  return buildSite(project);
}
