/** A review by the keyboard alone: with the browser's own keys everywhere, with shortcuts where scripts run. */
import { type Page, expect, test } from '@playwright/test';

const PACT = 'data/documents/pacte-signe-champigny-alternance-2020.txt';

async function draftOf(page: Page): Promise<string> {
  await page.goto('/lire');
  await page.getByLabel('Un fichier').setInputFiles(PACT);
  await page.getByRole('button', { name: 'Lire ce document' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/lire\/[\w-]{43}$/);
  return new URL(page.url()).pathname;
}

/** Presses Tab until `name` has the keyboard; fails when the page was gone through without it. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => document.activeElement?.textContent.trim() ?? '');
    if (here.startsWith(name)) return;
  }
  throw new Error(`the keyboard never reached ${name}`);
}

test('from the summary to an answer with Tab, Enter and Space alone', async ({ page }) => {
  const home = await draftOf(page);
  await tabTo(page, 'Commencer la relecture');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${home}/relecture/signatory`);
  await tabTo(page, 'Corriger');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Champigny Alternance');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Liste : Champigny Alternance').first()).toBeVisible();
});

test('shortcuts go through the proposals and confirm, never inside a field @scripted', async ({ page }) => {
  const home = await draftOf(page);
  await page.goto(`${home}/relecture/principle-0`);
  const shortcuts = page.getByRole('checkbox', { name: 'Raccourcis du clavier' });
  await expect(shortcuts).toBeChecked();
  await page.keyboard.press('j');
  await expect(page).toHaveURL(`${home}/relecture/principle-1`);
  await page.keyboard.press('k');
  await expect(page).toHaveURL(`${home}/relecture/principle-0`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Principe A' })).toContainText('confirmé');

  await page.goto(`${home}/relecture/commitment-0`);
  await expect(shortcuts).toBeVisible();
  await page.getByText('Corriger', { exact: true }).click();
  const field = page.getByLabel('Autre collectivité nommée');
  await field.fill('');
  await field.press('j');
  await expect(field).toHaveValue('j');
  await expect(page).toHaveURL(`${home}/relecture/commitment-0`);
});

test('shortcuts are switched off, and stay so @scripted', async ({ page }) => {
  const home = await draftOf(page);
  await page.goto(`${home}/relecture/principle-0`);
  await page.getByRole('checkbox', { name: 'Raccourcis du clavier' }).uncheck();
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Raccourcis du clavier' })).not.toBeChecked();
  await page.keyboard.press('j');
  await page.getByRole('link', { name: 'Suivante →', exact: true }).waitFor();
  await expect(page).toHaveURL(`${home}/relecture/principle-0`);
});
