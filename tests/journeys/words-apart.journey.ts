/** What only a screen reader says stands apart from what is seen: "Changer la liste", never "Changerla liste". */
import { expect, test } from '@playwright/test';
import { expectUnderstood } from './understood.ts';

test('the links of a review are read as words', async ({ page }) => {
  await page.goto('/lire');
  await page.getByLabel('Un fichier').setInputFiles('data/documents/pacte-signe-champigny-alternance-2020.txt');
  await page.getByRole('button', { name: 'Lire ce document' }).click();
  await expectUnderstood(page);
  const texts = await page.locator('a.change').allTextContents();
  expect(texts).toEqual(['Changer la liste', 'Changer la charte', 'Choisir la commune']);
  await page.goto(`${new URL(page.url()).pathname}/relecture`);
  await expect(page.locator('a.tag').first()).toHaveText(/^\S.* \([^()]+\)$/);
});
