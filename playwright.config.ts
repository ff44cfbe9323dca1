/**
 * Journeys: people going through the site in a real browser. `npm run test:journeys` starts the built site first
 * (bin/journeys.ts) and says where it is in SITE_ORIGIN.
 *
 * Every journey runs three times: at a desk, on a phone, and without JavaScript. One that cannot work without scripts
 * says so with the tag @scripted; public pages never do.
 */
import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './bin/chromium.ts';

/** Pages without a script, told by the server alone: the same in every window, so they are walked once. */
const SAID_BY_THE_SERVER = ['**/{charter-here,contact,grouping,search-allowance}.journey.ts'];

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
      testIgnore: [...SAID_BY_THE_SERVER, '**/lire-refusals.journey.ts'],
    },
    {
      name: 'without JavaScript',
      use: { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } },
      grepInvert: /@scripted/,
      testIgnore: SAID_BY_THE_SERVER,
    },
  ],
});
