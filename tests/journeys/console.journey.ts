/** With JavaScript on, the pages one works in say nothing in the console: no refusal of the policy, no error. */
import { expect, type Page, test } from '@playwright/test';
import { expectUnderstood } from './understood.ts';

const PACT = 'data/documents/pacte-signe-champigny-alternance-2020.txt';

function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${page.url()} ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`));
  return complaints;
}

test('nothing is refused or broken from sending a document to its last page @scripted', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto('/lire');
  await page.getByLabel('Commune ou intercommunalité').fill('Champigny-sur-M');
  await expect(page.locator('datalist option').first()).toHaveAttribute('value', /Champigny-sur-Marne/);
  await page.getByLabel('Commune ou intercommunalité').fill('Champigny-sur-Marne (94017)');
  await page.getByLabel('Un fichier').setInputFiles(PACT);
  await page.getByRole('button', { name: 'Lire ce document' }).click();
  await expectUnderstood(page);
  const home = new URL(page.url()).pathname;
  for (const path of [
    '/relecture',
    '/relecture/commitment-13',
    '/relecture/signatory',
    '/commune?q=94500',
    '/charte',
  ]) {
    await page.goto(home + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await page.goto(`${home}/relecture/commitment-13`);
  await page.keyboard.press('j');
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
});

test('public pages say nothing either', async ({ page }) => {
  const complaints = complaintsOf(page);
  for (const path of ['/', '/communes/94017', '/pactes/1', '/communes/94017/mesures/15', '/plans/1', '/a-propos']) {
    await page.goto(path);
  }
  expect(complaints).toEqual([]);
});
