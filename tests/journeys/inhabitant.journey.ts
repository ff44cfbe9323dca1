/** An inhabitant looks for their commune and reads what was promised there. No script is ever needed. */
import { expect, test } from '@playwright/test';

test('finds their commune in spite of a typing mistake, and sees who promised what', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Chercher une commune').fill('champini sur marne');
  await page.getByRole('button', { name: 'Chercher' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Communes pour « champini sur marne »');
  await page.getByRole('link', { name: 'Champigny-sur-Marne' }).first().click();
  await expect(page).toHaveURL('/communes/94017-champigny-sur-marne');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Champigny-sur-Marne');
  const answer = page.getByRole('main').getByRole('list').first();
  await expect(answer).toContainText('29 sur 32 mesures promises par CHAMPIGNY ALTERNANCE');
  await expect(answer).toContainText('Inconnu ce qui a été fait : 0 évalué sur 37 signés');
});

test('sees a level that was refused, one left to another body, and one taken but for a part', async ({ page }) => {
  await page.goto('/communes/94017-champigny-sur-marne');
  const row = (title: string) => page.getByRole('listitem').filter({ has: page.getByRole('link', { name: title }) });
  await expect(row('Financer les projets de la commune')).toContainText('N1 refusé, N2 N3 pris');
  await expect(row('Renforcer l’offre, l’accès')).toContainText('N3 laissé à une autre collectivité');
  await expect(row('Donner la priorité aux mobilités actives')).toContainText('N1 N2 pris, N3 pris en partie');
});

test('reads the pact itself: refused words struck and said refused, the list’s own words under its name', async ({
  page,
}) => {
  await page.goto('/communes/94017-champigny-sur-marne');
  await page.getByRole('link', { name: 'Lire le pacte signé' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Le pacte de CHAMPIGNY ALTERNANCE');
  const measure = page.locator('section').filter({ has: page.locator('#m2') });
  const refused = measure.getByRole('paragraph').filter({ hasText: 'Diversifier les financeurs' }).first();
  await expect(refused).toContainText('refusé');
  await expect(refused.locator('del')).toContainText('Diversifier les financeurs');
  await expect(measure.getByRole('blockquote')).toContainText('CHAMPIGNY ALTERNANCE');
  await expect(page.getByText('Ce pacte n’a pas de valeur juridique')).toBeVisible();
});

test('follows one promise from the charter to what is known of it today', async ({ page }) => {
  await page.goto('/communes/94017-champigny-sur-marne');
  await page.getByRole('link', { name: 'Donner la priorité aux mobilités actives' }).click();
  await expect(page).toHaveURL('/communes/94017-champigny-sur-marne/mesures/15');
  await expect(page.getByText('1 951 800 € par an')).toBeVisible();
  const excepted = page.getByRole('paragraph').filter({ hasText: 'garantir un montant minimal' }).first();
  await expect(excepted).toContainText('refusé');
  for (const step of ['La charte', 'Signé', 'Planifié', 'Deux regards']) {
    await expect(page.getByRole('heading', { level: 2, name: new RegExp(`^${step}`) })).toBeVisible();
  }
  await page.getByRole('link', { name: 'Mesure 16' }).click();
  await expect(page).toHaveURL('/communes/94017-champigny-sur-marne/mesures/16');
});

test('sees which promises depend on the intercommunality', async ({ page }) => {
  await page.goto('/communes/94017-champigny-sur-marne');
  await page.getByRole('link', { name: 'Paris Est Marne et Bois' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paris Est Marne et Bois');
  await expect(page.getByText('Établissement public territorial Paris-Est-Marne et Bois').first()).toBeVisible();
});

test('learns what to do where nobody signed anything, and who did nearby', async ({ page }) => {
  await page.goto('/communes/94052');
  await expect(page).toHaveURL('/communes/94052-nogent-sur-marne');
  await expect(page.getByText('Aucun pacte publié ici à ce jour.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Que faire ici ?' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Champigny-sur-Marne' })).toBeVisible();
});

test('is told how to search when nothing matches', async ({ page }) => {
  await page.goto('/communes?q=zzzzqqq');
  await expect(page.getByText('Aucune commune ne correspond à « zzzzqqq ».')).toBeVisible();
  await expect(page.getByLabel('Chercher une commune')).toHaveValue('zzzzqqq');
});
