/** Whoever runs the site said how to be reached (CONTACT, set by bin/journeys.ts): people find it where they need it. */
import { expect, test } from '@playwright/test';

const E_MAIL = 'bonjour@parole.example';

test('the foot of a page says where to write', async ({ page }) => {
  for (const path of ['/', '/communes/94017-champigny-sur-marne', '/nulle-part', '/lire']) {
    await page.goto(path);
    const foot = page.getByRole('contentinfo');
    await expect(foot.getByRole('link', { name: E_MAIL })).toHaveAttribute('href', `mailto:${E_MAIL}`);
  }
});

test('the accessibility statement and the page on weaknesses say where to write', async ({ page }) => {
  await page.goto('/a-propos');
  for (const title of ['Accessibilité', 'Signaler une faille', 'Vous voyez une erreur', 'Qui tient ce site']) {
    const after = page.getByRole('heading', { name: title }).locator('~ p', { hasText: E_MAIL }).first();
    await expect(after.getByRole('link', { name: E_MAIL })).toHaveAttribute('href', `mailto:${E_MAIL}`);
  }
});

test('security.txt leads to the same address and says until when @no-window', async ({ request }) => {
  const answer = await request.get('/.well-known/security.txt');
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toBe('text/plain; charset=utf-8');
  const lines = (await answer.text()).split('\n');
  expect(lines).toContain(`Contact: mailto:${E_MAIL}`);
  expect(lines.filter((line) => line.startsWith('Expires: '))).toHaveLength(1);
});
