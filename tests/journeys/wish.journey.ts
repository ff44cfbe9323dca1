/**
 * From a wish to a collective, without JavaScript: three people want a pact where they live, one founds the collective,
 * the operator confirms it, another joins by an invitation.
 */
import { randomUUID } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { operator } from './operator.ts';
import { codeFor, personIn } from './sign-in.ts';

/** Where a link of a mail to this address leads. */
async function linkNamed(page: Page, email: string, name: string): Promise<string> {
  await page.goto('/courrier');
  const mails = page.getByRole('article').filter({ hasText: `À ${email}` });
  return (await mails.getByRole('link', { name }).first().getAttribute('href')) ?? '';
}

const COMMUNE = '87085-limoges';

async function wish(page: Page, email: string): Promise<string> {
  await page.goto(`/communes/${COMMUNE}`);
  await page.getByRole('link', { name: 'Je veux un pacte ici' }).click();
  await page.getByLabel('Votre adresse électronique').fill(email);
  await page.getByLabel('Participer au collectif').check();
  await page.getByRole('button', { name: 'Recevoir un code' }).click();
  await page.getByLabel('Le code à 6 chiffres').fill(await codeFor(page, email));
  await page.getByRole('button', { name: 'Confirmer mon souhait' }).click();
  return await page.getByRole('status').innerText();
}

test('three wishes make a collective possible, which somebody else confirms before it is there', async ({
  browser,
}) => {
  const mark = randomUUID().slice(0, 6);
  const [ana, ben, cyd] = ['ana', 'ben', 'cyd'].map((name) => `${name}-${mark}@exemple.fr`) as [string, string, string];
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  expect(await wish(page, ana)).toContain('Encore 2 personnes');
  expect(await wish(page, ben)).toContain('Encore 1 personne');
  expect(await wish(page, cyd)).toContain('un collectif est possible');

  const founder = await personIn(browser, ana, false);
  await founder.goto(await linkNamed(founder, ana, 'Fonder le collectif'));
  await founder.getByLabel('Nom du collectif').fill(`Limoges en transition ${mark}`);
  await founder.getByLabel('Votre nom').fill('Ana Exemple');
  await founder.getByLabel('Ni l’un ni l’autre').check();
  await founder.getByLabel('J’ai lu la charte').check();
  await founder.getByRole('button', { name: 'Demander la création' }).click();
  await expect(founder.getByText('Ce collectif attend d’être confirmé')).toBeVisible();
  const id = /\/collectifs\/(\d+)/.exec(founder.url())?.[1] ?? '';

  await page.goto(`/collectifs/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Collectif demandé le');
  await expect(page.getByText(mark)).toHaveCount(0);
  await operator('collective', 'confirm', id);

  await founder.goto(`/collectifs/${id}/espace`);
  await founder.getByLabel('Adresse électronique de la personne').fill(ben);
  await founder.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(founder.getByRole('status')).toBeVisible();

  const guest = await personIn(browser, ben, false);
  // Not a member yet: the space is not there.
  expect((await guest.goto(`/collectifs/${id}/espace`))?.status()).toBe(404);
  await guest.goto(await linkNamed(guest, ben, 'Voir l’invitation'));
  await guest.getByLabel('Votre nom').fill('Ben Exemple');
  await guest.getByLabel('Je suis élu·e ici').check();
  await guest.getByLabel('J’ai lu la charte').check();
  await guest.getByRole('button', { name: 'Rejoindre le collectif' }).click();
  await expect(guest.getByRole('alert')).toContainText('Les élu·es d’ici ne sont pas membres');
  await guest.getByLabel('Ni l’un ni l’autre').check();
  await guest.getByRole('button', { name: 'Rejoindre le collectif' }).click();
  await expect(guest.getByText('2 membres.')).toBeVisible();

  await page.goto(`/collectifs?q=limoges`);
  await page.getByRole('link', { name: `Limoges en transition ${mark}` }).click();
  await expect(page.getByText('2 membres')).toBeVisible();
  await expect(page.getByText('Ben Exemple')).toHaveCount(0);
});
