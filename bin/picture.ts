/** `npm run picture`: makes docs/picture.png, the commune page as the README shows it, from the site as it is today. */
import { chromium } from '@playwright/test';
import { startSite } from '../tests/site.ts';
import { CHROMIUM_FLAGS, requireChromium } from './chromium.ts';

const PAGE = '/communes/94017-champigny-sur-marne';

const site = await startSite();
const browser = await chromium.launch({ executablePath: requireChromium(), args: [...CHROMIUM_FLAGS] });
try {
  const tab = await browser.newPage({ viewport: { width: 1120, height: 1000 }, locale: 'fr-FR', colorScheme: 'light' });
  await tab.goto(site.origin + PAGE);
  await tab.screenshot({ path: 'docs/picture.png' });
} finally {
  await browser.close();
  await site.stop();
}
