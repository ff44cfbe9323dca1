/** Signing in on a machine without a mail server, one's own account, and a passkey. */
import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { askForCode, codeFor, mailFor, signInByCode } from './sign-in.ts';

const someone = (): string => `voisine-${randomUUID().slice(0, 8)}@exemple.fr`;

test('a newcomer reaches their page by a code read on this machine, leaves, and comes back by the link @any-width', async ({
  page,
}) => {
  const email = someone();
  await page.goto('/');
  await page.getByRole('link', { name: 'Mon espace' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Se connecter');
  await page.getByLabel('Votre adresse électronique').fill('voisine');
  await page.getByRole('button', { name: 'Recevoir un code' }).click();
  await expect(page.getByRole('alert')).toContainText('n’a pas la forme');
  await expect(page.getByLabel('Votre adresse électronique')).toHaveValue('voisine');

  await askForCode(page, email);
  await expect(page.getByRole('link', { name: '/courrier' })).toBeVisible();
  const code = await codeFor(page, email);
  await page.getByLabel('Le code à 6 chiffres').fill(code === '000 000' ? '000001' : '000000');
  await page.getByRole('button', { name: 'Me connecter' }).click();
  await expect(page.getByRole('alert')).toContainText('il vous reste 4 essais');
  await page.getByLabel('Le code à 6 chiffres').fill(code);
  await page.getByRole('button', { name: 'Me connecter' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mon espace');
  await expect(page.getByText('Cet appareil')).toBeVisible();
  await page.getByRole('button', { name: 'Me déconnecter' }).click();
  await expect(page.getByRole('status').first()).toContainText('déconnecté');

  await askForCode(page, email);
  await page.goto('/courrier');
  await mailFor(page, email).getByRole('link', { name: 'Me connecter sur cet appareil' }).click();
  const link = page.url();
  // Looked at by a program, again and again: nothing happens.
  await page.goto(link);
  await expect(page.getByText(email)).toBeVisible();
  await page.getByRole('button', { name: 'Me connecter sur cet appareil' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mon espace');
  const again = await page.goto(link);
  expect(again?.status()).toBe(410);
  await expect(page.getByText('a déjà servi')).toBeVisible();
});

test('a session is closed from another device, and the account is erased for good @any-width', async ({
  page,
  browser,
  baseURL,
}) => {
  const email = someone();
  await signInByCode(page, email);
  const elsewhere = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled: false });
  const other = await elsewhere.newPage();
  await signInByCode(other, email);

  await page.goto('/compte');
  await page.getByLabel('Votre nom').fill('Zoé d’Ornano');
  await page.getByRole('button', { name: 'Enregistrer ce nom' }).click();
  await expect(page.getByText('Zoé d’Ornano')).toBeVisible();
  await page.getByRole('button', { name: 'Fermer toutes les autres' }).click();
  await other.goto('/compte');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Se connecter');
  await elsewhere.close();

  await page.getByRole('link', { name: 'Effacer mon compte' }).click();
  await page.getByLabel('Pour confirmer').fill('oui');
  await page.getByRole('button', { name: 'Effacer définitivement' }).click();
  await expect(page.getByRole('alert')).toContainText('rien n’a été effacé');
  await page.getByLabel('Pour confirmer').fill('EFFACER');
  await page.getByRole('button', { name: 'Effacer définitivement' }).click();
  await expect(page.getByRole('status').first()).toContainText('Votre compte est effacé');
  await page.goto('/compte');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Se connecter');
});

test.describe('under a name, as passkeys ask', () => {
  test.use({ baseURL: (process.env['SITE_ORIGIN'] ?? '').replace('127.0.0.1', 'localhost') });

  test('a passkey is added, then signs in without any mail @scripted @any-width', async ({ page }) => {
    const devices = await page.context().newCDPSession(page);
    await devices.send('WebAuthn.enable');
    await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    const email = someone();
    await signInByCode(page, email);
    await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
    await expect(page.getByText('Clé n° 1', { exact: false }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Me déconnecter' }).click();

    await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mon espace');
    await expect(page.getByText(email).first()).toBeVisible();

    await page.getByRole('button', { name: /Retirer/ }).click();
    await expect(page.getByText('Aucune clé d’accès.')).toBeVisible();
    await page.getByRole('button', { name: 'Me déconnecter' }).click();
    await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click();
    await expect(page.getByText('n’a pas été reconnue')).toBeVisible();
  });
});
