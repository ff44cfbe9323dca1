/** Meetings happen on paper: a sheet says where it comes from, unless that is somebody's private address. */
import { expect, type Page, test } from '@playwright/test';
import { expectUnderstood } from './understood.ts';

const printedAddress = (page: Page) =>
  page.getByRole('contentinfo').evaluate((foot) => getComputedStyle(foot, '::after').content);

test('a printed page ends with its own address, a screen does not', async ({ page }) => {
  for (const path of ['/communes/94017-champigny-sur-marne', '/plans', '/communes?q=saint']) {
    await page.emulateMedia({ media: 'print' });
    await page.goto(path);
    await expect(page.getByRole('contentinfo')).toHaveAttribute(
      'data-address',
      new RegExp(`${path.replace('?', '\\?')}$`),
    );
  }
});

test('what is printed is that address, and only on paper @scripted', async ({ page }) => {
  await page.goto('/plans');
  expect(await printedAddress(page)).toBe('none');
  await page.emulateMedia({ media: 'print' });
  expect(await printedAddress(page)).toMatch(/^"https?:.*\/plans"$/);
});

test('a draft never prints the address that lets one answer in it', async ({ page }) => {
  await page.goto('/lire');
  await page.getByLabel('Un fichier').setInputFiles('data/documents/pacte-signe-champigny-alternance-2020.txt');
  await page.getByRole('button', { name: 'Lire ce document' }).click();
  await expectUnderstood(page);
  await expect(page.getByRole('contentinfo')).not.toHaveAttribute('data-address');
});

test('the numbers of a plan stay in one piece', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('/plans/1');
  const number = page.getByText('2.10', { exact: true }).first();
  const box = await number.boundingBox();
  const other = await page.getByText('2.1', { exact: true }).first().boundingBox();
  expect(box?.height).toBe(other?.height);
});
