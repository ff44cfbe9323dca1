/**
 * Runs the journeys: starts the built site with its data on a free port, then a real browser.
 *
 * The browser is the system's: found, installed, or asked for in one clear message. Parameters go to Playwright
 * (`npm run test:journeys -- tests/journeys/search.test.ts --project phone`).
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { startSite } from '../tests/site.ts';
import { ChromiumMissing, requireChromium } from './chromium.ts';

try {
  const browser = requireChromium();
  const site = await startSite({ environment: { CONTACT: 'bonjour@parole.example' } });
  try {
    process.exitCode = await playwright({
      CHROMIUM_PATH: browser,
      SITE_ORIGIN: site.origin,
      SITE_DATA_DIR: site.dataDirectory,
    });
  } finally {
    await site.stop();
  }
} catch (problem) {
  if (!(problem instanceof ChromiumMissing)) throw problem;
  console.error(problem.message);
  process.exitCode = 1;
}

function playwright(environment: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((done, fail) => {
    const program = resolve('node_modules/.bin/playwright');
    const child = spawn(program, ['test', ...process.argv.slice(2)], {
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    });
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });
}
