/** A collective founded in a journey, confirmed by the operator. */
import { expect, type Page } from '@playwright/test';
import { follow } from './follow.ts';
import { operator, type Operator } from './operator.ts';

/** `commune`: its name; nobody has an active collective there. `operate`: of the site, when it is not the shared one. */
export type Founding = { readonly commune: string; readonly name: string; readonly operate?: Operator };

/** By somebody signed in, from the page of the commune. Ends in the space of the collective. */
export async function foundCollective(page: Page, { commune, name, operate = operator }: Founding): Promise<void> {
  await follow(page, 'Communes');
  await page.getByRole('searchbox').fill(commune);
  await page.getByRole('button', { name: 'Chercher' }).click();
  if (new URL(page.url()).pathname === '/communes') await follow(page.getByRole('main'), commune);
  await follow(page, 'Fonder un collectif ici');
  await page.getByLabel('Nom du collectif').fill(name);
  await page.getByLabel('Votre nom').fill('Camille Aubry');
  await page.getByLabel('Ni l’un ni l’autre').check();
  await page.getByLabel('J’ai lu la charte des collectifs').check();
  await page.getByRole('button', { name: 'Demander la création du collectif' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Espace du collectif');
  const id = /\/collectifs\/(\d+)/.exec(page.url())?.[1] ?? '';
  // Being first makes nobody its owner.
  await expect(page.getByText(/demand[ée]/i).first()).toBeVisible();
  await operate('collective', 'confirm', id);
}
