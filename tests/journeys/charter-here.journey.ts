/** "And where I live?": a charter answers for the commune that one typed, asks which one, or says that there is none. */
import { expect, test } from '@playwright/test';

const CHARTER = '/chartes/pacte-transition-2020';

for (const path of [CHARTER, `${CHARTER}/mesures/23`, '/chartes/coorace-2020']) {
  for (const query of ['commune=zzzzzz', 'commune=99999', 'code=99999', 'code=%3Cb%3E']) {
    test(`${path}?${query}: no such commune, and the form to try again`, async ({ page }) => {
      const response = await page.goto(`${path}?${query}`);
      expect(response?.status()).toBe(200);
      await expect(page.getByText('Aucune commune ne porte ce nom ni ce code')).toBeVisible();
      await expect(page.getByLabel('Votre commune')).toHaveValue(decodeURIComponent(query.split('=')[1] ?? ''));
    });
  }
}

test('an INSEE code, a whole name, and what the form itself shows all lead to the same commune', async ({ page }) => {
  for (const typed of ['94017', 'champigny sur marne', 'Champigny-sur-Marne (94017)']) {
    await page.goto(`${CHARTER}?commune=${encodeURIComponent(typed)}`);
    await expect(page.getByLabel('Votre commune')).toHaveValue('Champigny-sur-Marne (94017)');
    await expect(page.getByText('au moins 23 toilettes publiques')).toBeVisible();
  }
});

test('namesakes are offered, none is chosen for us', async ({ page }) => {
  await page.goto(CHARTER);
  await page.getByLabel('Votre commune').fill('champigny');
  await page.getByRole('button', { name: 'Calculer' }).click();
  await expect(page.getByText('peut désigner plusieurs communes')).toBeVisible();
  await page.getByRole('link', { name: 'Champigny (51)' }).click();
  await expect(page.getByLabel('Votre commune')).toHaveValue('Champigny (51118)');
});

test('a measure that does not depend on size says so instead of ignoring the question', async ({ page }) => {
  await page.goto(`${CHARTER}/mesures/1?commune=94017`);
  await expect(page.getByText('ne dépend pas du nombre d’habitant·es')).toBeVisible();
  await page.getByRole('link', { name: 'Ce que cette mesure devient : Champigny-sur-Marne' }).click();
  await expect(page).toHaveURL('/communes/94017-champigny-sur-marne/mesures/1');
});

test('measure 14 says once where its levels come from', async ({ page }) => {
  await page.goto(`${CHARTER}/mesures/14`);
  await expect(page.getByText('Ces mots ne sont pas dans le texte publié de la charte')).toHaveCount(1);
});
