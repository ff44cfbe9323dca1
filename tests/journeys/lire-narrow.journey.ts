/** A volunteer reviews a document on a small phone: the proposal first, its passage near, the rest on demand. */
import { type Page, expect, test } from '@playwright/test';

const PACT = 'data/documents/pacte-signe-champigny-alternance-2020.txt';

test.use({ viewport: { width: 360, height: 740 } });

async function openProposal(page: Page, scripted: boolean | undefined): Promise<void> {
  if (scripted === false) {
    // Without scripts, a reading that takes its time is asked for again by hand.
    const waiting = page.getByRole('heading', { level: 1, name: 'Lecture en cours' });
    await page.addLocatorHandler(waiting, () => page.getByRole('link', { name: 'Voir si c’est fini' }).click());
  }
  await page.goto('/lire');
  await page.getByLabel('Un fichier').setInputFiles(PACT);
  await page.getByRole('button', { name: 'Lire ce document' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ce que nous avons compris' })).toBeVisible();
  await page.goto(`${new URL(page.url()).pathname}/relecture/commitment-13`);
}

test('a proposal stands above its passage alone, until the whole part is asked for', async ({
  page,
  javaScriptEnabled,
}) => {
  await openProposal(page, javaScriptEnabled);

  const passage = page.locator('#passage');
  const elsewhere = page.locator('.document .far').first();
  const folded = async () => {
    await expect(passage).toBeVisible();
    await expect(elsewhere).toBeHidden();
  };
  await folded();
  const [proposal, document] = [await page.locator('.proposal').boundingBox(), await passage.boundingBox()];
  expect(proposal?.y ?? Infinity).toBeLessThan(document?.y ?? 0);

  await page.getByRole('link', { name: 'Voir le document' }).click();
  await expect(page).toHaveURL(/#passage$/);
  await folded();

  await page.getByRole('link', { name: 'Voir toute cette partie du document' }).click();
  await expect(elsewhere).toBeVisible();
  await expect(page.getByRole('link', { name: 'Voir toute cette partie du document' })).toBeHidden();
});

test('a screen wide enough for both shows the whole part beside', async ({ page, javaScriptEnabled }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await openProposal(page, javaScriptEnabled);
  await expect(page.locator('.document .far').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Voir toute cette partie du document' })).toBeHidden();
});
