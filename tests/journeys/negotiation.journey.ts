/**
 * Two sides negotiate at once, each in their own browser, in the negotiation of the demonstration: what one says appears at
 * the other's without reload, and nobody's words are lost. Then the same without script.
 */
import { expect, test, type Browser, type Page } from '@playwright/test';
import { COORDINATOR, REPRESENTATIVE } from '#use-cases/demo/valbourg.ts';
import { personIn } from './sign-in.ts';

/** A measure that the demonstration leaves alone: 16 and 19 for the browsers with scripts, 17 for those without. */
async function openMeasure(page: Page, measure: number): Promise<void> {
  await openMeasures(page);
  await linkOf(page, measure).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${measure}.`);
}

async function openMeasures(page: Page): Promise<void> {
  await page.goto('/negociations');
  await page.getByRole('listitem').filter({ hasText: 'Valbourg' }).getByRole('link').first().click();
  const all = page.getByRole('link', { name: /^Toutes/ });
  await all.click();
  await expect(all).toHaveAttribute('aria-current', 'true');
}

const linkOf = (page: Page, measure: number) =>
  page
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`^\\s*${measure}\\s`) })
    .getByRole('link');

const clause = (page: Page) => page.locator('article.exchange').first();
const voice = (page: Page, side: 'carrier' | 'counterpart') => clause(page).locator(`[data-part] .voice.${side}`);

/** The same account in another browser, with or without scripts: signed in once, since codes are counted. */
async function again(browser: Browser, page: Page, javaScriptEnabled: boolean): Promise<Page> {
  const storageState = await page.context().storageState();
  return await (await browser.newContext({ javaScriptEnabled, storageState, locale: 'fr-FR' })).newPage();
}

async function reword(page: Page, words: string): Promise<void> {
  const form = clause(page);
  if (!(await form.getByRole('radio', { name: /^Oui/ }).isVisible()))
    await form.locator('[data-form] > details > summary').click();
  await form.getByRole('radio', { name: /^Oui/ }).check();
  const wording = form.getByLabel('Votre rédaction', { exact: true });
  if (!(await wording.isVisible())) await form.getByText('Proposer une autre rédaction').click();
  await wording.fill(words);
}

const save = (page: Page) => clause(page).getByRole('button', { name: 'Enregistrer la réponse' }).click();

test('two sides negotiate at once, and nobody loses a word @scripted @any-width', async ({ browser }) => {
  test.setTimeout(180_000);
  const collective = await personIn(browser, COORDINATOR.email, true);
  const list = await personIn(browser, REPRESENTATIVE.email, true);

  await test.step('what one says appears at the other’s without reload', async () => {
    await openMeasure(collective, 16);
    await openMeasure(list, 16);
    await expect(list.locator('[data-live-state]')).toHaveText(/^En direct/);
    await expect(voice(list, 'carrier')).toContainText('Ne dit rien encore');
    await collective.getByRole('button', { name: 'Toute la mesure, telle quelle' }).click();
    await expect(collective.getByRole('status').filter({ hasText: 'enregistrée' })).toBeVisible();
    await expect(voice(list, 'carrier')).toContainText('dans les mots de la charte');
    await expect(list.locator('[data-announce]')).toHaveText(/Le collectif vient de répondre/);
  });

  await test.step('both write on one clause: both texts are shown', async () => {
    await reword(list, 'Les mots de la liste, en zone à faibles émissions.');
    await reword(collective, 'Les mots du collectif, en zone apaisée.');
    await save(collective);
    await expect(voice(list, 'carrier')).toContainText('collectif');
    await expect(clause(list).getByLabel('Votre rédaction', { exact: true })).toHaveValue(
      'Les mots de la liste, en zone à faibles émissions.',
    );
    await expect(clause(list).locator('[data-note]')).toBeVisible();
    await save(list);
    for (const page of [list, collective]) {
      await expect(voice(page, 'carrier').locator('ins').first()).toBeVisible();
      await expect(voice(page, 'counterpart').locator('ins').first()).toBeVisible();
      await expect(clause(page).getByRole('heading', { name: 'Ce qui sépare les deux rédactions' })).toBeVisible();
    }
    await clause(collective).getByRole('button', { name: 'D’accord avec cette réponse' }).click();
    await expect(clause(list).locator('.standing').first()).toContainText('d’accord');
  });

  await test.step('a link that is pressed while its part changes is followed on release', async () => {
    await openMeasures(list);
    await openMeasure(collective, 19);
    await linkOf(list, 19).hover();
    const address = list.url();
    await list.mouse.down();
    const told = list.waitForResponse((answer) => answer.url() === address && !answer.request().isNavigationRequest());
    await collective.getByRole('button', { name: 'Toute la mesure, telle quelle' }).click();
    await (await told).finished();
    // The page has read the answer, and would have replaced the link.
    await list.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    await list.mouse.up();
    await expect(list).toHaveURL(/\/mesures\/19$/);
  });

  await test.step('in a meeting the arrows go from measure to measure', async () => {
    await collective.getByRole('link', { name: 'En séance' }).click();
    await expect(collective.getByRole('heading', { level: 1 })).toContainText('1.');
    await collective.keyboard.press('ArrowRight');
    await expect(collective.getByRole('heading', { level: 1 })).toContainText('2.');
  });

  await test.step('without script, two people of one side: the second is given both texts', async () => {
    const [one, other] = [await again(browser, collective, false), await again(browser, collective, false)];
    await openMeasure(one, 17);
    await openMeasure(other, 17);
    await reword(one, 'Les premiers mots.');
    await reword(other, 'Les seconds mots.');
    await save(one);
    await expect(one.getByRole('status').filter({ hasText: 'enregistrée' })).toBeVisible();
    await save(other);
    const alert = other.getByRole('alert').filter({ hasText: 'Quelqu’un de votre côté a répondu entre-temps' }).last();
    await expect(alert).toContainText('Les premiers mots.');
    await expect(alert).toContainText('Les seconds mots.');
    await expect(clause(other).getByLabel('Votre rédaction', { exact: true })).toHaveValue('Les seconds mots.');
    // What was read of the other is known: sent again, it is the next answer.
    await save(other);
    await expect(other.getByRole('status').filter({ hasText: 'enregistrée' })).toBeVisible();
    await clause(other).locator('.versions > summary').click();
    await expect(clause(other).locator('.versions')).toContainText('premiers');
    await expect(clause(other).locator('.versions')).toContainText('seconds');
  });

  await test.step('without script, the list agrees', async () => {
    const page = await again(browser, list, false);
    await openMeasure(page, 17);
    await clause(page).getByRole('button', { name: 'D’accord avec cette réponse' }).click();
    await expect(clause(page).locator('.standing').first()).toContainText('d’accord');
  });
});
