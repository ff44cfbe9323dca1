import { expect, type Page } from '@playwright/test';

/** The first page of a draft, once the document is read: on a busy machine a person asks whether it is over. */
export async function expectUnderstood(page: Page): Promise<void> {
  const understood = page.getByRole('heading', { level: 1, name: 'Ce que nous avons compris' });
  const underWay = page.getByRole('link', { name: 'Voir si c’est fini' });
  for (;;) {
    await expect(understood.or(underWay)).toBeVisible();
    if (await understood.isVisible()) return;
    await underWay.click();
  }
}
