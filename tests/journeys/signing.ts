/** What two sides do in every journey that ends with signatures: a list stands, both agree a text, somebody signs it online. */
import { expect, type Browser, type Page } from '@playwright/test';
import { operator, type Operator } from './operator.ts';
import { codeFor, linkFor, personIn } from './sign-in.ts';

export type Two = { readonly collective: Page; readonly list: Page };

/** `commune`: as in its address. By whoever enters it for the elections of 2032. */
export async function enterList(page: Page, { commune, list }: { readonly commune: string; readonly list: string }) {
  await page.goto(`/communes/${commune}/listes/saisir`);
  await page.getByLabel('Élection').selectOption({ label: 'Élections municipales de 2032' });
  await page.getByLabel('Nom de la liste').fill(list);
  await page.getByLabel('Tête de liste').fill('Dominique Sorel');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText(list).first()).toBeVisible();
}

export type Representing = {
  readonly representative: string;
  readonly commune: string;
  readonly list: string;
  readonly scripted: boolean;
  readonly operate?: Operator;
};

/** Somebody signed in who speaks for the list. */
export async function representativeIn(browser: Browser, given: Representing): Promise<Page> {
  const { representative: email, commune, list, operate = operator } = given;
  const page = await personIn(browser, email, given.scripted);
  await page.goto(`/communes/${commune}/listes`);
  await page.getByRole('link', { name: list }).click();
  const id = /\/listes\/(\d+)/.exec(page.url())?.[1] ?? '';
  await operate('role', 'give', email, 'list-representative', '--of', id);
  return page;
}

/** Opens the negotiation with this list and asks for it in person. Gives its address. */
export async function openNegotiation(page: Page, { collective, list }: { collective: string; list: string }) {
  await page.goto('/negociations/ouvrir');
  const counterpart = page.getByLabel('Avec qui ?');
  const value = await counterpart.locator('option', { hasText: list }).getAttribute('value');
  await counterpart.selectOption(value ?? '');
  await page.getByLabel('Les priorités choisies par le collectif').check();
  await page.getByRole('button', { name: 'Préparer la négociation' }).click();
  await expect(page.getByText(collective).first()).toBeVisible();
  await page.getByRole('button', { name: 'La demande est faite en personne' }).click();
  await expect(page.getByText(/demandée le/i).first()).toBeVisible();
  return new URL(page.url()).pathname;
}

/** The list accepts to negotiate, then takes the principles and these measures as they are written. */
export async function takeAsWritten(list: Page, given: { negotiation: string; measures: readonly number[] }) {
  const { negotiation, measures } = given;
  await list.goto(negotiation);
  await list.getByRole('button', { name: 'Accepter de négocier' }).click();
  await list.getByRole('link', { name: 'Principes' }).click();
  await list.getByRole('button', { name: 'Tous les principes, tels quels' }).click();
  for (const measure of measures) {
    await list.goto(`${negotiation}/mesures/${measure}`);
    await list.getByRole('button', { name: 'Toute la mesure, telle quelle' }).click();
    await expect(list.getByText('= d’accord').first()).toBeVisible();
  }
}

/** Both say yes to the same text: it is frozen. Gives its address. */
export async function agree({
  collective,
  list,
  negotiation,
}: Two & { readonly negotiation: string }): Promise<string> {
  for (const page of [collective, list]) {
    await page.goto(`${negotiation}/texte`);
    await page.getByRole('button', { name: 'Nous sommes d’accord avec ce texte' }).click();
    await expect(page.getByRole('button', { name: 'Nous sommes d’accord avec ce texte' })).toHaveCount(0);
  }
  await list.goto(negotiation);
  await list.getByRole('link', { name: 'Voir le texte figé et le signer' }).click();
  await expect(list).toHaveURL(/\/textes\/[0-9A-Z]{10}/);
  return new URL(list.url()).pathname;
}

export type Signatory = {
  readonly text: string;
  readonly person: string;
  readonly role: string;
  /** '': this person signs on paper. */
  readonly email: string;
};

export async function nameSignatory(page: Page, { text, person, role, email }: Signatory): Promise<void> {
  await page.goto(`${text}/signatures`);
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

/** The text is sealed soon after the last signature: the pact is there. */
export async function expectSealed(page: Page, text: string): Promise<void> {
  await expect(async () => {
    await page.goto(text);
    await expect(page.getByRole('link', { name: /PDF scellé/ })).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 60_000 });
}
