/**
 * Where Chromium is on this machine, for the journeys and the audit.
 *
 * Nothing is downloaded from a browser vendor: an installed browser is found, or the system's package is
 * installed when that is possible (Debian, as root), or a message says exactly what to do.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const PLACES = [
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

/** The path of a Chromium, installed from Debian's packages when it is missing and that is possible. */
export function requireChromium(): string {
  const found = findChromium();
  if (found !== null) return found;
  if (canInstall()) {
    process.stderr.write('Chromium is missing: installing the system package "chromium"…\n');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  throw new ChromiumMissing(
    [
      'No Chromium was found. Install one, then run the command again:',
      '  Debian, Ubuntu   sudo apt-get install chromium',
      '  Fedora           sudo dnf install chromium',
      '  macOS            brew install --cask chromium',
      '  elsewhere        set CHROMIUM_PATH to a Chromium, Chrome or Edge program',
    ].join('\n'),
  );
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
