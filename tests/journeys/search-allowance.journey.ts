/** Who searches as fast as a program is told to wait; everybody else goes on. The site believes x-forwarded-for here (bin/journeys.ts). */
import { expect, test } from '@playwright/test';

const A_PERSON_NEVER_DOES = 300;

test('the 301st search of a minute is told when to come back, in French, and only that visitor', async ({
  page,
  request,
}, { project, workerIndex }) => {
  const visitor = { 'x-forwarded-for': `203.0.${project.name.length}.${workerIndex + 1}` };
  const ask = (headers: Record<string, string>) => request.get('/communes?q=saint-maur', { headers });
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
  const file = await request.get('/communes.json?q=saint-maur', { headers: visitor });
  expect(file.status()).toBe(429);
  expect(Number(file.headers()['retry-after'])).toBeGreaterThan(0);
  expect(Number(file.headers()['retry-after'])).toBeLessThanOrEqual(60);

  await page.setExtraHTTPHeaders(visitor);
  await page.goto('/communes?q=saint-maur');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trop de demandes d’un coup');
  await expect(page.getByText('Attendez une minute')).toBeVisible();
  await page.goto('/communes');
  await expect(page.getByRole('heading', { level: 1, name: 'Trop de demandes' })).toHaveCount(0);
  expect((await ask({ 'x-forwarded-for': '198.51.100.7' })).status()).toBe(200);
});
