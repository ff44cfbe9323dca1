/** Somebody asks whether a file is the one it says: what the site knows, one byte changed, a code that is none. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';

const ORIGINAL = readFileSync(
  join(import.meta.dirname, '../../data/documents/pacte-signe-champigny-alternance-2020.txt'),
);

async function verify(page: Page, buffer: Buffer): Promise<void> {
  await page.goto('/verifier');
  await page
    .getByLabel('PDF, photo d’une page signée')
    .setInputFiles({ name: 'pacte.txt', mimeType: 'text/plain', buffer });
  await page.getByRole('button', { name: 'Vérifier ce fichier' }).click();
}

test('the document that a pact was read from is intact, and leads to the pact @any-width', async ({ page }) => {
  await verify(page, ORIGINAL);
  const answer = page.getByRole('status');
  await expect(answer.getByRole('heading', { name: /Intact/ })).toBeVisible();
  await answer.getByRole('link', { name: 'Voir le pacte' }).click();
  await expect(page).toHaveURL(/\/pactes\/\d+-/);
});

test('one byte changed: it is no longer the one @any-width', async ({ page }) => {
  const changed = Buffer.from(ORIGINAL);
  changed[1000] = (changed[1000] ?? 0) ^ 1;
  await verify(page, changed);
  await expect(page.getByRole('heading', { name: 'Ce fichier ne vient pas d’ici, ou a été modifié' })).toBeVisible();
});

test('a mistyped code keeps what was typed and says what is wrong @any-width', async ({ page }) => {
  await page.goto('/v/ABC');
  await expect(page.getByRole('alert')).toContainText('n’est pas un code');
  await expect(page.getByLabel('Code de dix signes')).toHaveValue('ABC');
});

test('certificates are published for whoever checks without the site @any-width', async ({ page }) => {
  await page.goto('/verifier');
  await page.getByRole('link', { name: 'Les certificats de ce site' }).click();
  const link = page.getByRole('link', { name: 'Télécharger (PEM)' }).first();
  const file = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(await file.text()).toMatch(/^-----BEGIN CERTIFICATE-----/);
});
