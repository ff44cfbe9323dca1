/**
 * Journeys: people going through the site in a real browser. `npm run test:journeys` starts the built site first
 * (bin/journeys.ts) and says where it is in SITE_ORIGIN.
 *
 * Every journey runs three times: at a desk, on a phone, and without JavaScript. One that cannot work without scripts
 * says so with the tag @scripted; public pages never do. One whose steps are the same whatever the width of the window
 * says so with @any-width, and is not walked again on the phone: `npm run audit` looks at every page at 320 px. One that
 * asks the server without any window (it uses `request`, never `page`) says so with @no-window, and is asked once.
 */
import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './bin/chromium.ts';

/** Paper, keyboards and refusals are not a phone's matter. */
const NOT_OF_A_PHONE = ['**/{charset,console,forms,lire-keyboard,lire-refusals,paper}.journey.ts'];

/** Pages without a script, told by the server alone: the same in every window, so they are walked once. */
const SAID_BY_THE_SERVER = ['**/{charter-here,contact,copy,edition,grouping,search-allowance,wish}.journey.ts'];

export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '**/*.journey.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  retries: 0,
  // Limits only catch what hangs: the machine may be busy with anything.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 2,
  fullyParallel: true,
  reporter: [['list'], ['json', { outputFile: 'reports/playwright.json' }]],
  use: {
    baseURL: process.env['SITE_ORIGIN'] ?? 'http://localhost:3000',
    actionTimeout: 30_000,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findChromium() ?? 'chromium', args: [...CHROMIUM_FLAGS] },
  },
  projects: [
    { name: 'desk', use: { viewport: { width: 1280, height: 900 } } },
    {
      name: 'phone',
      use: { ...devices['Pixel 7'], locale: 'fr-FR' },
      grepInvert: /@any-width|@no-window/,
      testIgnore: [...SAID_BY_THE_SERVER, ...NOT_OF_A_PHONE],
    },
    {
      name: 'without JavaScript',
      use: { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } },
      grepInvert: /@scripted|@no-window/,
      testIgnore: SAID_BY_THE_SERVER,
    },
  ],
});
