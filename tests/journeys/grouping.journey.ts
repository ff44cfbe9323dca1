/** The page of an intercommunality: what it is called, and all its communes. */
import { expect, test } from '@playwright/test';

test('the largest one lists its 158 communes, each a link with its population, on a light page', async ({ page }) => {
  await page.goto('/intercommunalites/200067106');
  const communes = page.getByRole('heading', { name: 'Ses communes' }).locator('+ ul').getByRole('listitem');
  await expect(communes).toHaveCount(158);
  await expect(communes.getByRole('link')).toHaveCount(158);
  await expect(communes.filter({ hasText: 'Bayonne' })).toContainText('habitant·es');
  await expect(communes.getByRole('link', { name: 'Bayonne', exact: true })).toHaveAttribute(
    'href',
    '/communes/64102-bayonne',
  );
  // EcoIndex A with three requests: npm run audit computes it.
  expect(await page.locator('*').count()).toBeLessThan(400);
});
