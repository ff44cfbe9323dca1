/** What holds for every page: addresses, refusals, weight, safety, the keyboard. */
import { expect, test } from '@playwright/test';

test('an old or mistyped slug leads to the address of today, for good @no-window', async ({ request }) => {
  const old = await request.get('/communes/94017-autre-nom?x=1', { maxRedirects: 0 });
  expect(old.status()).toBe(308);
  expect(old.headers()['location']).toBe('/communes/94017-champigny-sur-marne?x=1');
});

for (const path of [
  '/nulle-part',
  '/communes/99999',
  '/pactes/999999',
  '/chartes/x',
  '/plans/0',
  '/communes/94017/mesures/99',
]) {
  test(`${path} says what to do next`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette page n’existe pas');
    await page.getByLabel('Chercher une commune').fill('94500');
    await page.getByRole('button', { name: 'Chercher' }).click();
    await expect(page.getByRole('link', { name: 'Champigny-sur-Marne' })).toBeVisible();
  });
}

test('every address of the sitemap answers by itself, once; of thousands of a kind, some all along @no-window', async ({
  request,
}) => {
  const pathsIn = async (file: string) =>
    [...(await (await request.get(file)).text()).matchAll(/<loc>https?:\/\/[^/<]+([^<]*)<\/loc>/g)].map(
      ([, path]) => path ?? '',
    );
  const paths = (await Promise.all((await pathsIn('/sitemap.xml')).map(pathsIn))).flat();
  expect(paths.length).toBeGreaterThan(100);
  expect(new Set(paths).size).toBe(paths.length);
  // One page stands for the 35,000 communes, and one for the groupings: what differs is at most where they are.
  for (const alike of Map.groupBy(paths, (path) => path.replaceAll(/[^/]*\d[^/]*/gu, '1')).values()) {
    const step = Math.ceil(alike.length / 50);
    for (const path of alike.filter((_path, place) => place % step === 0)) {
      const answer = await request.get(path, { maxRedirects: 0 });
      expect(`${answer.status()} ${path}`).toBe(`200 ${path}`);
    }
  }
});

test('a page carries no script, a constant policy, and stays light', async ({ page }) => {
  const weights: number[] = [];
  page.on('response', (response) => weights.push(Number(response.headers()['content-length'] ?? NaN)));
  const response = await page.goto('/pactes/1', { waitUntil: 'networkidle' });
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|nonce|script-src/);
  expect(response?.headers()['x-content-type-options']).toBe('nosniff');
  await expect(page.locator('script:not([type="application/ld+json"])')).toHaveCount(0);
  await expect(page.locator('[style]')).toHaveCount(0);
  expect(weights.length).toBeLessThanOrEqual(6);
});

test('a page asked for again is not sent again @no-window', async ({ request }) => {
  const first = await request.get('/communes/94017-champigny-sur-marne');
  const etag = first.headers()['etag'] ?? '';
  expect(etag).not.toBe('');
  const again = await request.get('/communes/94017-champigny-sur-marne', { headers: { 'if-none-match': etag } });
  expect(again.status()).toBe(304);
});

test('the keyboard alone skips the menu, searches, and opens a commune', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Chercher une commune')).toBeFocused();
  await page.keyboard.type('nogent sur marne');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=nogent/);
  const found = page.getByRole('link', { name: 'Nogent-sur-Marne' });
  for (
    let presses = 0;
    presses < 20 && !(await found.evaluate((link) => link === document.activeElement));
    presses += 1
  ) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nogent-sur-Marne');
});

for (const [scheme, width] of [
  ['light', 320],
  ['dark', 1280],
] as const) {
  test(`nothing overflows at ${width} px in ${scheme}, and each page has one title`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 800 });
    for (const path of [
      '/',
      '/communes/94017',
      '/pactes/1',
      '/communes/94017/mesures/15',
      '/plans/1',
      '/plans/1/tableau',
      '/a-propos',
    ]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
    }
  });
}
