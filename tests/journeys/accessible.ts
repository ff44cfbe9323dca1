/** What somebody sees on a page of a journey, looked at by axe: it is a script itself, so it opens the page anew with scripts. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Browser, type Page } from '@playwright/test';

/** The same address, for the same person. */
export async function expectAccessible(browser: Browser, page: Page): Promise<void> {
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: true, storageState, locale: 'fr-FR' });
  const again = await context.newPage();
  await again.goto(page.url());
  const { violations } = await new AxeBuilder({ page: again }).analyze();
  expect(violations.map(({ id, nodes }) => [page.url(), id, ...nodes.map(({ target }) => target)])).toEqual([]);
  await context.close();
}
