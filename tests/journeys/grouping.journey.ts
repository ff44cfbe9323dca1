/** The page of an intercommunality: what it is called, and all its communes. */
import { expect, test } from '@playwright/test';

test('the largest one lists its 158 communes, each a link with its population, on a light page', async ({ page }) => {
  await page.goto('/intercommunalites/200067106');
  const communes = page.getByRole('heading', { name: 'Ses communes, de A à Z' }).locator('+ ul').getByRole('listitem');
  await expect(communes).toHaveCount(158);
  await expect(communes.getByRole('link')).toHaveCount(158);
  await expect(communes.filter({ hasText: 'Bayonne' })).toContainText('habitant·es');
  await expect(communes.getByRole('link', { name: 'Bayonne', exact: true })).toHaveAttribute(
    'href',
    '/communes/64102-bayonne',
  );
  await expect(communes.first()).toContainText('Ahaxe-Alciette-Bascassan');
  await expect(communes.last()).toContainText('Viodos-Abense-de-Bas');
  // EcoIndex A with three requests: npm run audit computes it.
  expect(await page.locator('*').count()).toBeLessThan(400);
});

test('is called by its official name, at an address that says it; older addresses lead there', async ({
  page,
  request,
}) => {
  const address = '/intercommunalites/200030385-communaute-d-agglomeration-de-blois-agglopolys';
  for (const older of ['200030385-de-blois-agglopolys', '200030385', '200030385-autre-nom']) {
    const answer = await request.get(`/intercommunalites/${older}`, { maxRedirects: 0 });
    expect(answer.status()).toBe(308);
    expect(answer.headers()['location']).toBe(address);
  }
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Communauté d’agglomération de Blois «\u00a0Agglopolys\u00a0»',
  );
  await expect(page).toHaveTitle('Communauté d’agglomération de Blois «\u00a0Agglopolys\u00a0» – Parole tenue');
  const trail = page.getByRole('navigation', { name: 'Fil d’Ariane' });
  await expect(trail).toContainText(/^43 communes/);
});
