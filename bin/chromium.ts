/**
 * Where Chromium is on this machine, for the journeys and the audit.
 *
 * Nothing is downloaded from a browser vendor: an installed browser is found, or the system's package is
 * installed when that is possible (Debian, as root), or a message says exactly what to do. Wanted first is the build
 * without windows, the one that Playwright itself takes for headless runs: same engine, half of the computing of a
 * journey saved (docs/decisions/0029-time-of-tests.md). Any other Chromium walks the same journeys, slower.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';

/** Its program on Linux, and its package in Debian. */
const WITHOUT_WINDOWS = 'chromium-headless-shell';

const NAMES = [
  WITHOUT_WINDOWS,
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

const PLACES = [
  `/usr/bin/${WITHOUT_WINDOWS}`,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A browser that we start needs no account, no update and no call home; root needs `--no-sandbox`. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export class ChromiumMissing extends Error {}

/**
 * The path of an installed Chromium, or null.
 *
 * `CHROMIUM_PATH` wins; then the usual names on PATH; then the usual places.
 * Throws ChromiumMissing when CHROMIUM_PATH names something that cannot be run.
 */
export function findChromium(
  environment: NodeJS.ProcessEnv = process.env,
  isRunnable: (path: string) => boolean = isExecutable,
): string | null {
  const chosen = environment['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (isRunnable(chosen)) return chosen;
    throw new ChromiumMissing(`CHROMIUM_PATH is ${chosen}, which is not a program that can be run.`);
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...PLACES].find(isRunnable) ?? null;
}

/**
 * The path of a Chromium: the one without windows, installed from Debian's packages where that is possible; else any that
 * is there. Throws ChromiumMissing when there is none.
 */
export function requireChromium(): string {
  const found = findChromium();
  const chosen = (process.env['CHROMIUM_PATH'] ?? '') !== '';
  if (found !== null && (chosen || basename(found) === WITHOUT_WINDOWS || !canInstall())) return found;
  if (canInstall()) install();
  const best = findChromium();
  if (best !== null) return best;
  throw new ChromiumMissing(
    [
      'No Chromium was found. Install one, then run the command again:',
      `  Debian           sudo apt-get install ${WITHOUT_WINDOWS}`,
      '  Ubuntu           sudo apt-get install chromium',
      '  Fedora           sudo dnf install chromium',
      '  macOS            brew install --cask chromium',
      '  elsewhere        set CHROMIUM_PATH to a Chromium, Chrome or Edge program',
    ].join('\n'),
  );
}

/** Whatever comes of it: a browser that was there before is still good. */
function install(): void {
  process.stderr.write(`Installing the system package "${WITHOUT_WINDOWS}"…\n`);
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', '--no-remove', WITHOUT_WINDOWS]);
  // An older Debian has no such package.
  if (findChromium() === null) run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function run(program: string, parameters: readonly string[]): void {
  spawnSync(program, parameters, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
