/** Run by main.test.ts in a process of its own: the server of the project given, which says its port on a line. */
import { serve } from './main.ts';

const [projectDirectory = ''] = process.argv.slice(2);
await serve({
  environment: process.env,
  projectDirectory,
  begunAt: performance.now(),
  onReady: (port) => {
    process.stdout.write(`port ${port}\n`);
  },
  terminal: {
    say: (line) => {
      process.stdout.write(`${line}\n`);
    },
    complain: (line, error) => {
      process.stderr.write(`${line}${error instanceof Error ? (error.stack ?? error.message) : ''}\n`);
    },
  },
});
