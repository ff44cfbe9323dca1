/**
 * Who searches as fast as a program is told to wait; everybody else goes on. On a second server of the same site, which
 * believes x-forwarded-for: there one can be somebody else than everybody on this machine.
 */
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { readConfig } from '#server/config.ts';
import { openPostgres } from '#server/postgres/open.ts';
import { startSite } from '../site.ts';

const A_PERSON_NEVER_DOES = 300;

test('the 301st search of a minute is told when to come back, in French, and only that visitor', async ({
  page,
  request,
}) => {
  const config = readConfig({ DATA_DIR: process.env['SITE_DATA_DIR'] });
  const postgres = await openPostgres(config, { role: 'command' });
  const site = await startSite({
    environment: { DATABASE_URL: postgres.url, CLIENT_ADDRESS_HEADER: 'x-forwarded-for', DEMO: '0' },
  });
  try {
    await searchTooFast(page, { request, origin: site.origin });
  } finally {
    await site.stop();
    await postgres.close();
  }
});

async function searchTooFast(
  page: Page,
  { request, origin }: { readonly request: APIRequestContext; readonly origin: string },
): Promise<void> {
  const visitor = { 'x-forwarded-for': '203.0.113.7' };
  const ask = (headers: Record<string, string>) => request.get(`${origin}/communes?q=saint-maur`, { headers });
  const statuses: number[] = [];
  for (let asked = 0; asked < A_PERSON_NEVER_DOES; asked += 20) {
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(visitor)));
    statuses.push(...answers.map((answer) => answer.status()));
  }
  expect(new Set(statuses)).toEqual(new Set([200]));

  const refused = await ask(visitor);
  expect(refused.status()).toBe(429);
  expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(0);
  expect(Number(refused.headers()['retry-after'])).toBeLessThanOrEqual(60);
  expect(refused.headers()['cache-control']).toBe('no-store');
  const file = await request.get(`${origin}/communes.json?q=saint-maur`, { headers: visitor });
  expect(file.status()).toBe(429);
  expect(Number(file.headers()['retry-after'])).toBeGreaterThan(0);
  expect(Number(file.headers()['retry-after'])).toBeLessThanOrEqual(60);

  await page.setExtraHTTPHeaders(visitor);
  await page.goto(`${origin}/communes?q=saint-maur`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trop de demandes d’un coup');
  await expect(page.getByText('Attendez une minute')).toBeVisible();
  await page.goto(`${origin}/communes`);
  await expect(page.getByRole('heading', { level: 1, name: 'Trop de demandes' })).toHaveCount(0);
  expect((await ask({ 'x-forwarded-for': '198.51.100.7' })).status()).toBe(200);
}
