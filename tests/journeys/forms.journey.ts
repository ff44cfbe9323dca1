/** A form that is sent reaches the site: over plain http on one's own machine, and over https behind a proxy. */
import { type Page, expect, test } from '@playwright/test';
import { type TlsProxy, startTlsProxy } from '../tls-proxy.ts';

const PROMISES = [
  'Pacte signé avec la liste Essai pour tous, conduite par Camille Martin.',
  '#4. Préserver et développer les trames vertes, bleues et noires pour redonner sa place à la nature.',
  'Un accord se fait sur N1 et N2.',
].join('\n');

async function haveItRead(page: Page): Promise<void> {
  await page.goto('/lire');
  await page.getByLabel('Ou son texte, collé ici').fill(PROMISES);
  await page.getByLabel('Sorte de document').selectOption('un pacte signé');
  await page.getByRole('button', { name: 'Lire ce document' }).click();
  await expect(page).toHaveURL(/\/lire\/[\w-]{40,}/);
}

test('over http, a document is read and gets its private address', async ({ page }) => {
  await haveItRead(page);
});

test.describe('behind a proxy with TLS', () => {
  let proxy: TlsProxy;
  test.beforeAll(async () => {
    proxy = await startTlsProxy(process.env['SITE_ORIGIN'] ?? 'http://localhost:3000');
  });
  test.afterAll(() => proxy.stop());

  test('a document is read and gets its private address, over https', async ({ browser, javaScriptEnabled }) => {
    const context = await browser.newContext({
      baseURL: proxy.origin,
      ignoreHTTPSErrors: true,
      javaScriptEnabled,
    });
    const page = await context.newPage();
    await haveItRead(page);
    expect(new URL(page.url()).origin).toBe(proxy.origin);
    await context.close();
  });

  test('a form from another site is refused @no-window', async ({ request }) => {
    const answer = await request.post('/lire', {
      headers: { origin: 'https://ailleurs.example' },
      form: { text: PROMISES },
    });
    expect(answer.status()).toBe(403);
  });
});
