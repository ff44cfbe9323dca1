/**
 * A member of the demonstration's collective goes through a review at ten at night, by the keyboard alone, closes the window
 * before saving, and finds every word on coming back.
 */
import { expect, test, type Page } from '@playwright/test';
import { COORDINATOR } from '#use-cases/demo/rivemont.ts';
import { personIn } from './sign-in.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** The script hears keys once it shows that it does. */
async function ready(page: Page): Promise<void> {
  await expect(page.getByRole('checkbox', { name: /Touches rapides/ })).toBeVisible();
}

test('a review is filled in by the keyboard alone, and no word is lost @scripted @any-width', async ({ browser }) => {
  const page = await personIn(browser, COORDINATOR.email, true);
  await page.goto('/bilans/ouvrir');
  await page.getByRole('button', { name: 'Ouvrir le bilan' }).click();
  await expect(page).toHaveURL(/\/bilans\/\d+\/travail$/);
  const list = page.url();

  await ready(page);
  await page.keyboard.press('j');
  await expect(page).toHaveURL(/\/travail\/m\d+$/);
  for (const key of ['4', '3']) {
    await ready(page);
    const before = page.url();
    const title = await heading(page).innerText();
    await page.keyboard.press(key);
    await page.keyboard.press('c');
    await page.keyboard.type('Vu en mairie, un mardi soir.');
    await page.keyboard.press('Control+Enter');
    await expect(page).not.toHaveURL(before);
    await expect(heading(page)).not.toHaveText(title);
  }
  await ready(page);
  // On a French keyboard a digit is typed with Shift: the place of the key counts.
  await page.keyboard.press('Shift+Digit2');
  await expect(page.getByRole('radio', { name: /En cours/ })).toBeChecked();
  await page.keyboard.press('c');
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/brouillon') && answer.ok());
  await page.keyboard.type('Une phrase jamais enregistrée');
  await kept;
  const here = page.url();
  const storageState = await page.context().storageState();
  await page.context().close();

  // Another browser of the same person, without a script.
  const again = await (await browser.newContext({ storageState, javaScriptEnabled: false, locale: 'fr-FR' })).newPage();
  await again.goto(here);
  await expect(again.getByLabel('Votre constat, en une ou deux phrases')).toHaveValue('Une phrase jamais enregistrée');
  await expect(again.getByRole('radio', { name: /En cours/ })).toBeChecked();
  await again.goto(list);
  await expect(again.getByText('2 engagements évalués sur')).toBeVisible();
  await again.getByText('Abandonner ce bilan').first().click();
  await again.getByRole('button', { name: 'Abandonner ce bilan' }).click();
  await expect(again.getByText('Ce bilan a été abandonné.')).toBeVisible();
  await again.context().close();
});
