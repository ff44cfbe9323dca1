/**
 * The whole way of a pact: a collective is founded, chooses what matters, negotiates with a list in two browsers at once,
 * signs online on one side and on paper on the other; then the sealed PDF is verified, and refused once a byte is changed.
 */
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { expect, type Page, test } from '@playwright/test';
import { foundCollective } from './collective.ts';
import { personIn } from './sign-in.ts';
import {
  acceptToNegotiate,
  agree,
  enterList,
  expectSealed,
  nameSignatory,
  openNegotiation,
  representativeIn,
  signOnline,
  takeAsWritten,
  type Two,
} from './signing.ts';

/** Each time other people and another commune, so that journeys may run at the same time, and again. */
const COMMUNES = ['Guéret', 'Tulle'] as const;

test('a pact, from its collective to its proof @any-width', async ({ browser, javaScriptEnabled }) => {
  test.setTimeout(240_000);

  const scripted = javaScriptEnabled;
  const mark = randomUUID().slice(0, 6);
  const names = {
    collective: `Collectif ${mark}`,
    list: `Ensemble ${mark}`,
    coordinator: `coordination-${mark}@exemple.fr`,
    representative: `liste-${mark}@exemple.fr`,
    commune: COMMUNES[scripted ? 0 : 1],
  };

  const collective = await personIn(browser, names.coordinator, scripted);
  await foundCollective(collective, { commune: names.commune, name: names.collective });
  await chooseAndStand(collective, names);
  const list = await representativeIn(browser, { ...names, listed: collective.url(), scripted });
  await openNegotiation(collective, names);
  const negotiation = new URL(collective.url()).pathname;
  await discuss({ collective, list, negotiation, scripted });
  await agree({ collective, list });
  const text = new URL(list.url()).pathname;
  await sign({ collective, list, text, mark });
  await verify(collective, text);
});

/** In its space, the collective says what it wants first, and enters the list that stands. */
async function chooseAndStand(page: Page, names: { readonly list: string }): Promise<void> {
  await page.getByRole('link', { name: 'Priorités et votes' }).click();
  await page.getByLabel('Numéros des mesures de la charte').fill('7, 15, 2, 5, 12, 18, 22, 28, 29, 30');
  await page.getByRole('button', { name: 'Enregistrer ces priorités' }).click();
  await expect(page.getByText('C’est enregistré.')).toBeVisible();
  await enterList(page, names);
}

const MEASURES = [7, 15, 2, 5, 12, 18, 22, 28, 29, 30] as const;
const OTHER_WORDS = 'Au moins 75% de bio et 2 repas végétariens par semaine, dès la rentrée 2033.';

/** The list takes what is asked, but for one clause that both discuss. */
async function discuss(given: Two & { readonly negotiation: string; readonly scripted: boolean }): Promise<void> {
  const { collective, list, negotiation, scripted } = given;
  await acceptToNegotiate(list);
  for (const measure of MEASURES) {
    await list.goto(`${negotiation}/mesures/${measure}`);
    await takeAsWritten(list);
  }

  // Both look at the same clause; the list changes its words.
  const clause = `${negotiation}/mesures/7`;
  await collective.goto(clause);
  await list.goto(clause);
  await write(list, OTHER_WORDS);
  await expect(list.getByText('en discussion').first()).toBeVisible();
  // Without scripts, one loads the page again.
  if (!scripted) await collective.reload();
  await expect(level(collective).getByText('dès la rentrée 2033').first()).toBeVisible();

  await secondWriter(given);
  await collective.goto(clause);
  await level(collective).getByRole('button', { name: 'D’accord avec cette réponse' }).click();
  await expect(collective.getByText('10 mesures d’accord').first()).toBeVisible();
}

/** Two tabs of the list answer the same clause from the same page: the second is shown both texts, and gives way. */
async function secondWriter({ list, negotiation }: Two & { readonly negotiation: string }): Promise<void> {
  const other = await list.context().newPage();
  await other.goto(`${negotiation}/mesures/7`);
  await list.goto(`${negotiation}/mesures/7`);
  const kept = OTHER_WORDS.replace('2033', '2032');
  await fill(other, OTHER_WORDS.replace('2033', '2034'));
  await write(list, kept);
  await level(other).getByRole('button', { name: 'Enregistrer la réponse' }).click();
  await expect(other.getByText('Quelqu’un de votre côté a répondu entre-temps').first()).toBeVisible();
  await expect(other.getByText('dès la rentrée 2032').first()).toBeVisible();
  await expect(level(other).getByRole('textbox', { name: 'Votre rédaction' })).toHaveValue(/2034/);
  await other.close();
}

/** The second level of measure 7. */
function level(page: Page) {
  return page.locator('#m7-2-1');
}

async function fill(page: Page, wording: string): Promise<void> {
  const clause = level(page);
  const words = clause.getByRole('textbox', { name: 'Votre rédaction' });
  await clause.getByText('Changer notre réponse').click();
  // Open already when other words were proposed before.
  if (!(await words.isVisible())) await clause.getByText('Proposer une autre rédaction').click();
  await words.fill(wording);
}

async function write(page: Page, wording: string): Promise<void> {
  await fill(page, wording);
  await level(page).getByRole('button', { name: 'Enregistrer la réponse' }).click();
  await expect(level(page).getByText(wording.slice(-20, -1)).first()).toBeVisible();
}

const ROLES = { collective: 'coordination du collectif', list: 'tête de liste' } as const;

/** The collective signs online, the list on paper: two people say that it is the same text. */
async function sign(given: Two & { readonly text: string; readonly mark: string }): Promise<void> {
  const { collective, list, text, mark } = given;
  const email = `signature-${mark}@exemple.fr`;
  await nameSignatory(collective, { person: 'Camille Aubry', role: ROLES.collective, email });
  await nameSignatory(list, { person: 'Dominique Sorel', role: ROLES.list, email: '' });

  await signOnline(collective, email);

  await list.goto(`${text}/papier`);
  await list.getByLabel('Dominique Sorel').check();
  await list.getByLabel('Jour écrit sur la feuille').fill(new Date().toISOString().slice(0, 10));
  await list.getByRole('button', { name: 'Continuer' }).click();
  await list.getByLabel('Photo, scan ou PDF').setInputFiles({
    name: 'feuille.png',
    mimeType: 'image/png',
    buffer: await sharp({ create: { width: 840, height: 1188, channels: 3, background: '#f4efe4' } })
      .png()
      .toBuffer(),
  });
  await list.getByRole('button', { name: 'Envoyer' }).click();
  await expect(list.getByText('il en faut deux').first()).toBeVisible();
  const paper = new URL(list.url()).pathname;
  for (const [page, said] of [
    [list, 'Confirmée par 1 personne'],
    [collective, 'elle compte'],
  ] as const) {
    await page.goto(paper);
    await page.getByLabel('J’ai regardé chaque page').check();
    await page.getByRole('button', { name: 'Confirmer' }).click();
    await expect(page.getByText(said).first()).toBeVisible();
  }
}

/** Anybody checks the PDF: intact as it is, altered with one byte changed. */
async function verify(page: Page, text: string): Promise<void> {
  await page.goto(text);
  await expectSealed(page);
  const address = (await page.getByRole('link', { name: /PDF scellé/ }).getAttribute('href')) ?? '';
  const pdf = await (await page.request.get(address)).body();
  await drop(page, pdf);
  await expect(page.getByRole('status').or(page.getByRole('alert')).first()).toContainText(/intact/i);
  const altered = Buffer.from(pdf);
  altered[Math.floor(pdf.length / 2)] = (pdf[Math.floor(pdf.length / 2)] ?? 0) ^ 1;
  await drop(page, altered);
  await expect(page.getByText(/modifié|altéré/i).first()).toBeVisible();
}

async function drop(page: Page, buffer: Buffer): Promise<void> {
  await page.goto('/verifier');
  await page.getByLabel('PDF, photo').setInputFiles({ name: 'pacte.pdf', mimeType: 'application/pdf', buffer });
  await page.getByRole('button', { name: 'Vérifier ce fichier' }).click();
}
