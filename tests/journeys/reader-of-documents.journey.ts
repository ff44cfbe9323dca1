/** Somebody who checks: charters, plans, and the files that everything comes from. */
import { expect, test } from '@playwright/test';

test('computes what a measure means in one commune', async ({ page }) => {
  await page.goto('/chartes');
  await page.getByRole('link', { name: 'Pacte pour la Transition' }).click();
  await page.getByRole('link', { name: 'Assurer un accès et un aménagement' }).click();
  await page.getByLabel('Votre commune').fill('champigny sur marne');
  await page.getByRole('button', { name: 'Calculer' }).click();
  await expect(page.getByText('au moins 23 toilettes publiques pour 78 072 habitant·es')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Ce qu’on peut vérifier' }).first()).toBeVisible();
});

test('chooses among communes of the same name', async ({ page }) => {
  await page.goto('/chartes/pacte-transition-2020/mesures/23?commune=champigny');
  await page.getByRole('link', { name: 'Champigny-sur-Marne (94)' }).click();
  await expect(page.getByText('au moins 23 toilettes publiques')).toBeVisible();
});

test('goes from one measure to another that its words name', async ({ page }) => {
  await page.goto('/chartes/pacte-transition-2020/mesures/24');
  await page.getByRole('link', { name: '12', exact: true }).first().click();
  await expect(page).toHaveURL('/chartes/pacte-transition-2020/mesures/12');
});

test('reads a sheet of a plan, whose printed number was wrong', async ({ page }) => {
  await page.goto('/communes/94068');
  await page.getByRole('link', { name: 'Saint-Maur, Ville d’initiatives solidaires' }).first().click();
  await page.getByRole('link', { name: 'FAMILLE ET PARENTS' }).click();
  await expect(page).toHaveURL(/\/actions\/4\.4$/);
  await expect(page.getByText('La fiche porte le numéro 4.3')).toBeVisible();
  await expect(page.getByRole('term').filter({ hasText: 'Pilotes et partenaires' })).toBeVisible();
});

test('takes the original file and the same list as a spreadsheet', async ({ page, request }) => {
  await page.goto('/communes/94017-champigny-sur-marne');
  await page.getByRole('link', { name: 'Lire le pacte signé' }).click();
  const original = await page.getByRole('link', { name: 'Document d’origine' }).getAttribute('href');
  const file = await request.get(original ?? '');
  expect(await file.text()).toContain('Voici le Pacte signée avec la liste CHAMPIGNY ALTERNANCE');
  expect(file.headers()['content-disposition']).toMatch(/^attachment/);

  const csv = await page.getByRole('link', { name: 'CSV (tableur)' }).getAttribute('href');
  const sheet = await (await request.get(csv ?? '')).text();
  expect(sheet.startsWith('\ufeffpacte,')).toBe(true);
  expect(sheet).toContain(',2,2,partial,1,refused,');
});
