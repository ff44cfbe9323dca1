import type { Locator, Page } from '@playwright/test';

/** By its own words, or by a part of them that nothing else on the page bears. */
export async function follow(from: Page | Locator, name: string | RegExp): Promise<void> {
  await from
    .getByRole('link', typeof name === 'string' ? { name, exact: true } : { name })
    .first()
    .click();
}
