/** Somebody who signs in, in a journey: the site sends no mail, so its mails are read where it says. */
import { expect, type Browser, type Page } from '@playwright/test';

/** From the page that asks for an address to the one that waits for the code. */
export async function askForCode(page: Page, email: string): Promise<void> {
  await page.getByLabel('Votre adresse électronique').fill(email);
  await page.getByRole('button', { name: 'Recevoir un code' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Recopier le code');
}

/** The newest mail for this address, on the page of mails. */
export function mailFor(page: Page, email: string) {
  return page
    .getByRole('article')
    .filter({ hasText: `À ${email}` })
    .first();
}

export async function codeFor(page: Page, email: string): Promise<string> {
  return /class="code[^>]*>([^<]+)</u.exec(await mailTo(page, email))?.[1] ?? '';
}

/** Where the link of the newest mail for this address leads. */
export async function linkFor(page: Page, email: string): Promise<string> {
  return [...(await mailTo(page, email)).matchAll(/href="([^"]+)"/gu)].at(-1)?.[1]?.replaceAll('&amp;', '&') ?? '';
}

/** Its markup on the page of mails, asked for without a window: nobody looks at that page. */
async function mailTo(page: Page, email: string): Promise<string> {
  const mails = (await (await page.request.get('/courrier')).text()).split('<article').slice(1);
  const addressed = new RegExp(`À\\s${email.replaceAll('.', '\\.')}\\b`, 'u');
  const found = mails.find((mail) => addressed.test(mail));
  if (found === undefined) throw new Error(`no mail for ${email}`);
  return found;
}

export async function signInByCode(page: Page, email: string): Promise<void> {
  await page.goto('/connexion');
  await askForCode(page, email);
  await page.getByLabel('Le code à 6 chiffres').fill(await codeFor(page, email));
  await page.getByRole('button', { name: 'Me connecter' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mon espace');
}

/** A browser of their own. */
export async function personIn(browser: Browser, email: string, javaScriptEnabled: boolean): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled, locale: 'fr-FR' })).newPage();
  await signInByCode(page, email);
  return page;
}
