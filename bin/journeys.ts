/** Runs the journeys in the system's Chromium, which is found, installed, or asked for in one clear message. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { ChromiumMissing, requireChromium } from './chromium.ts';

process.exitCode = run();

function run(): number {
  try {
    const environment = { ...process.env, CHROMIUM_PATH: requireChromium() };
    const parameters = ['test', ...process.argv.slice(2)];
    const { status } = spawnSync(resolve('node_modules/.bin/playwright'), parameters, {
      stdio: 'inherit',
      env: environment,
    });
    return status ?? 1;
  } catch (problem) {
    if (!(problem instanceof ChromiumMissing)) throw problem;
    console.error(problem.message);
    return 1;
  }
}
