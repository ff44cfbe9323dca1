/** The country is asked about an edition: announced by the team, answered by two inhabitants without an account, then counted. */
import { expect, type Browser, type Page } from '@playwright/test';
import { ADDED } from './edition-made.ts';
import { follow } from './follow.ts';
import { codeFor } from './sign-in.ts';

export const CONSULTATION = 'La charte de 2032, qu’en garder ?';
export const ANSWER = 'Nous prenons ces mots.';
const COMMENT = 'Chez nous le verger de l’école a tout changé.';
export const AMENDED = 'Planter des arbres fruitiers de variétés locales dans chaque quartier.';

const day = (fromNow: number): string =>
  new Date(Date.now() + fromNow * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });

async function toDesk(page: Page): Promise<void> {
  await follow(page, 'Mon espace');
  await follow(page, 'Équipe nationale');
  await follow(page.getByRole('main'), 'Consultations');
}

/** Open from the first day to the last one, both in days from the true today. */
export async function announce(page: Page, { first, last }: { readonly first: number; readonly last: number }) {
  await toDesk(page);
  await page.getByLabel('Titre').fill(CONSULTATION);
  await page.getByLabel('Ce qui est demandé').fill('Dites ce que vous gardez, ce que vous changez, ce qui manque.');
  await page.getByLabel('Premier jour').fill(day(first));
  await page.getByLabel('Dernier jour').fill(day(last));
  await page.getByRole('button', { name: 'Annoncer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(CONSULTATION);
}

/** From the home page, as anybody: the address is confirmed once. */
export async function inhabitant(browser: Browser, email: string): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' })).newPage();
  await page.goto('/');
  await follow(page, 'Consultations');
  await follow(page, CONSULTATION);
  await follow(page, 'Participer');
  await page.getByLabel('Votre adresse électronique').fill(email);
  await page.getByRole('button', { name: 'Recevoir un code' }).click();
  await page.getByLabel('Le code à 6 chiffres').fill(await codeFor(page, email));
  await page.getByRole('button', { name: 'Confirmer et participer' }).click();
  await expect(page.getByRole('status')).toContainText('Vous pouvez voter et écrire');
  return page;
}

/** By the part of a title that names one measure. */
export async function vote(page: Page, choices: readonly (readonly [RegExp, 'pour' | 'contre'])[]): Promise<void> {
  await follow(page, 'Voter sur toutes les mesures');
  for (const [measure, choice] of choices) {
    await page.getByRole('group', { name: measure }).getByRole('radio', { name: choice, exact: true }).check();
  }
  await page.getByRole('button', { name: 'Enregistrer mes votes' }).click();
  await expect(page.getByRole('status')).toContainText('Votre vote est enregistré');
  await follow(page.getByRole('navigation', { name: 'Fil d’Ariane' }), CONSULTATION);
}

export async function comment(page: Page): Promise<void> {
  await follow(page, new RegExp(ADDED));
  const form = page.locator('form', { has: page.getByLabel('Votre commentaire') });
  await form.getByLabel('Votre commentaire').fill(COMMENT);
  await form.getByRole('button', { name: 'Publier ma contribution' }).click();
  await expect(page.getByText(COMMENT)).toBeVisible();
}

export async function amend(page: Page, email: string): Promise<void> {
  await follow(page, new RegExp(ADDED));
  await expect(page.getByText(COMMENT)).toBeVisible();
  const form = page.locator('form', { has: page.getByLabel('Vos mots, à la place') });
  const part = form.getByLabel('Quelle partie changer');
  const value = await part.locator('option', { hasText: 'Planter des arbres' }).getAttribute('value');
  await part.selectOption(value ?? '');
  await form.getByLabel('Vos mots, à la place').fill(AMENDED);
  await form.getByLabel('Pourquoi').fill('Elles résistent mieux.');
  await form.getByLabel('Signature').fill('Inès, de Tulle');
  await form.getByLabel('Être prévenu·e de la réponse').fill(email);
  await form.getByRole('button', { name: 'Publier ma contribution' }).click();
  await expect(page.locator('ins').filter({ hasText: 'variétés' }).first()).toBeVisible();
}

/** What is proposed is answered, one by one; a comment waits for no answer. */
export async function answerAll(page: Page): Promise<void> {
  await toDesk(page);
  await follow(page.getByRole('main'), CONSULTATION);
  await follow(page.getByRole('main'), /^Amendement/);
  await page.getByRole('radio', { name: 'retenue', exact: true }).check();
  await page.getByLabel('Vos mots, publics').fill(ANSWER);
  await page.getByRole('button', { name: 'Répondre' }).click();
  await expect(page.getByRole('status')).toContainText('La réponse est publiée');
  await follow(page.getByRole('navigation', { name: 'Fil d’Ariane' }), CONSULTATION);
  await expect(page.getByText('Chaque proposition a sa réponse')).toBeVisible();
}

export async function count(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Compter maintenant' }).click();
  await expect(page.getByRole('status')).toContainText('C’est compté');
}

/** Anybody reads what was chosen and what was answered. */
export async function seeCount(page: Page): Promise<void> {
  await follow(page, 'Consultations');
  await follow(page, CONSULTATION);
  await follow(page, 'Synthèse');
  await expect(page.getByText('2 adresses ont voté')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: ADDED })).toContainText('2 (100');
  await expect(page.getByRole('row').filter({ hasText: 'publicité' })).toContainText('1 (50');
  await expect(page.getByText(ANSWER)).toBeVisible();
}
