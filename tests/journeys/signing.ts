/** What two sides do in every journey that ends with signatures: a list stands, both agree a text, somebody signs it online. */
import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { follow } from './follow.ts';
import { operator, type Operator } from './operator.ts';
import { codeFor, linkFor, personIn } from './sign-in.ts';

export type Two = { readonly collective: Page; readonly list: Page };

/** From one's own pages: no list is there yet to negotiate with. For the elections of 2032; ends on the page of the list. */
export async function enterList(page: Page, { list }: { readonly list: string }): Promise<void> {
  await follow(page, 'Mon espace');
  await follow(page, 'Mes négociations');
  await follow(page, 'Ouvrir une négociation');
  await follow(page, /^saisir une liste/);
  await page.getByLabel('Élection').selectOption({ label: 'Élections municipales de 2032' });
  await page.getByLabel('Nom de la liste').fill(list);
  await page.getByLabel('Tête de liste').fill('Dominique Sorel');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(list);
}

export type Representing = {
  readonly representative: string;
  /** Of the page of the list. */
  readonly listed: string;
  readonly scripted: boolean;
  readonly operate?: Operator;
};

/** Somebody signed in who speaks for the list, on their own page. */
export async function representativeIn(browser: Browser, given: Representing): Promise<Page> {
  const { representative: email, listed, operate = operator } = given;
  const page = await personIn(browser, email, given.scripted);
  const id = /\/listes\/(\d+)/.exec(listed)?.[1] ?? '';
  await operate('role', 'give', email, 'list-representative', '--of', id);
  return page;
}

/** From the page of the list: opens the negotiation with it and asks for it in person. */
export async function openNegotiation(page: Page, { collective, list }: { collective: string; list: string }) {
  await follow(page, 'Ouvrir une négociation avec cette liste');
  await expect(page.getByLabel('Avec qui ?').locator('option:checked')).toContainText(list);
  await page.getByLabel('Les priorités choisies par le collectif').check();
  await page.getByRole('button', { name: 'Préparer la négociation' }).click();
  await expect(page.getByText(collective).first()).toBeVisible();
  await page.getByRole('button', { name: 'La demande est faite en personne' }).click();
  await expect(page.getByText(/demandée le/i).first()).toBeVisible();
}

/** From their own page, the only negotiation they have: the list accepts it, and takes the principles as they are written. */
export async function acceptToNegotiate(list: Page): Promise<void> {
  await follow(list, 'Mon espace');
  await follow(list, 'Mes négociations');
  await list.getByRole('main').getByRole('listitem').getByRole('link').click();
  await list.getByRole('button', { name: 'Accepter de négocier' }).click();
  await follow(pagesOf(list), 'Principes');
  await list.getByRole('button', { name: 'Tous les principes, tels quels' }).click();
}

/** On the page of a measure. */
export async function takeAsWritten(list: Page): Promise<void> {
  await list.getByRole('button', { name: 'Toute la mesure, telle quelle' }).click();
  await expect(list.getByText('= d’accord').first()).toBeVisible();
}

/** The way to the other pages of the negotiation where one stands. */
export function pagesOf(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Pages de la négociation' });
}

/** Both, in their negotiation, say yes to the same text: it is frozen, and both stand on it. */
export async function agree({ collective, list }: Two): Promise<void> {
  const text = async (page: Page) => await follow(pagesOf(page), 'Le texte');
  for (const page of [collective, list]) {
    await text(page);
    await page.getByRole('button', { name: 'Nous sommes d’accord avec ce texte' }).click();
    await expect(page.getByRole('button', { name: 'Nous sommes d’accord avec ce texte' })).toHaveCount(0);
  }
  // The second yes leads to the text; whoever said the first finds it where they said it.
  await text(collective);
  await follow(collective, 'Voir le texte figé et le signer');
  for (const page of [collective, list]) await expect(page).toHaveURL(/\/textes\/[0-9A-Z]{10}/);
}

export type Signatory = {
  readonly person: string;
  readonly role: string;
  /** '': this person signs on paper. */
  readonly email: string;
};

/** From the page of the text. */
export async function nameSignatory(page: Page, { person, role, email }: Signatory): Promise<void> {
  await follow(page, 'Suivre et recueillir les signatures');
  await page.getByLabel('Prénom et nom').first().fill(person);
  await page.getByLabel('Qualité').first().fill(role);
  if (email !== '') await page.getByLabel('Adresse électronique (si').first().fill(email);
  await page.getByRole('button', { name: 'Ajouter' }).click();
  await expect(page.getByText(person).first()).toBeVisible();
}

/** By the link of the mail that this address received. */
export async function signOnline(page: Page, email: string): Promise<void> {
  await page.goto(await linkFor(page, email));
  await page.getByRole('button', { name: 'Recevoir un code par mail' }).click();
  await page.getByLabel('Le code à 6 chiffres').fill(await codeFor(page, email));
  await page.getByLabel('J’ai lu ce texte en entier et je le signe.').check();
  await page.getByRole('button', { name: 'Signer ce texte' }).click();
  await expect(page.getByText('Vous avez signé ce texte').first()).toBeVisible();
}

/** The text is sealed soon after the last signature: whoever looks at it again, or at their own signature, finds it. */
export async function expectSealed(page: Page): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('link', { name: /PDF scellé/ })).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 60_000 });
}
