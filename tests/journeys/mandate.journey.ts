/**
 * From the promise to the result: a town hall imports its plan twice, as the text of the council's papers and as a
 * spreadsheet, ties three actions to its promises and hears from a lead by mail; both sides say where a promise stands, and
 * the collective publishes its review. Everybody begins on the home page or in their own space and follows what they see:
 * no address is typed but that of the mail.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { devices, expect, type Browser, type Locator, type Page, test } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { extractText } from '#reading/extract/extract-text.ts';
import { foundCollective } from './collective.ts';
import { follow } from './follow.ts';
import { operator } from './operator.ts';
import { PLAN_TEXT, saintMaurSheet } from './saint-maur-sheet.ts';
import { linkFor, personIn } from './sign-in.ts';

/** Each time another commune, so that journeys may run at the same time. */
const COMMUNES = [
  { code: '46042', name: 'Cahors' },
  { code: '12202', name: 'Rodez' },
] as const;
const PACT_TEXT = 'tests/journeys/fixtures/pacte-exemple.txt';
/** The list of that pact. */
const LIST = 'Demain ici (exemple)';
/** What somebody of the town hall sees in three actions of Saint-Maur's plan. */
const CARRIED = [
  ['Mesure 1.', '1.7'],
  ['Mesure 18.', '2.6'],
  ['Mesure 25.', '4.1'],
] as const;
const LEAD = 'DGS';
const REPAIR_CAFE = /Repair café/;
const NEWS = 'Le Repair café a ouvert dans une maison de quartier.';

type Names = { readonly mark: string; readonly code: string; readonly commune: string; readonly scripted: boolean };

test('a promise, from the plan to the review @any-width', async ({ browser, javaScriptEnabled }) => {
  test.setTimeout(240_000);
  const scripted = javaScriptEnabled;
  const { code, name: commune } = COMMUNES[scripted ? 0 : 1];
  const names = { mark: randomUUID().slice(0, 6), commune, code, scripted };
  await signPact(names);

  const agent = await townHall(browser, names);
  await importText(agent, names);
  await importSpreadsheet(agent, names);
  await linkThree(agent);
  await hearFromLead({ agent, browser, names });
  await publish(agent, names);

  const collective = await personIn(browser, `coordination-${names.mark}@exemple.fr`, scripted);
  await foundCollective(collective, { commune, name: `Collectif ${names.mark}` });
  await assessFromBothSides({ collective, agent, names });
  await publishReview(collective, names);
});

async function signPact({ mark, code }: Names): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mandate-'));
  const file = join(folder, 'pacte.txt');
  await writeFile(file, (await readFile(PACT_TEXT, 'utf8')).replace(LIST, `Demain ${mark} (exemple)`));
  await operator('import', file, '--commune', code, '--publish', '--accept-all');
  await rm(folder, { recursive: true });
}

async function townHall(browser: Browser, { mark, code, scripted }: Names): Promise<Page> {
  const email = `mairie-${mark}@exemple.fr`;
  const page = await personIn(browser, email, scripted);
  await operator('role', 'give', email, 'municipal-agent', '--of', code);
  return page;
}

/** From one's own space to the plans of one's town hall. */
async function toPlans(page: Page, { commune }: Names): Promise<void> {
  await follow(page, 'Mon espace');
  await follow(page, commune);
  await expect(page).toHaveURL(/\/plans\/mairie$/);
}

/** From the home page to the page of the commune, as anybody who looks for it. */
async function toCommune(page: Page, { commune }: Names): Promise<void> {
  await follow(page, 'Parole tenue');
  await page.getByRole('searchbox').fill(commune);
  await page.getByRole('button', { name: 'Chercher' }).click();
  // What one looks for may be the only answer.
  if (new URL(page.url()).pathname === '/communes') await follow(page.getByRole('main'), commune);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(commune);
}

/** The papers of the council, read by the reader; what it understood becomes a plan that the town hall alone sees. */
async function importText(page: Page, names: Names): Promise<void> {
  await toPlans(page, names);
  await follow(page, /^Importer un plan qui existe/);
  await follow(page, 'Faire lire un document');
  await page.getByLabel('Un fichier').setInputFiles(PLAN_TEXT);
  await page.getByRole('button', { name: 'Lire ce document' }).click();
  await page.waitForURL(/\/lire\/[^/]+$/);
  // One sheet bears the number of another: somebody looks before it is taken.
  await follow(page, 'Vérifier ce qui attend');
  await page.getByRole('button', { name: 'C’est juste' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'C’est enregistré' })).toBeVisible();
  await follow(page, 'En faire un plan de travail');
  await page.getByRole('button', { name: 'En faire un plan à compléter' }).click();
  await expect(page).toHaveURL(/\/plans\/\d+\/travail/);
  await expect(page.getByRole('link', { name: /REPAIR CAFE|Repair caf/ }).first()).toBeVisible();
}

/** The same thirty actions as the town hall keeps them: states of its own, a day as a number, a sum that is none. */
async function importSpreadsheet(page: Page, names: Names): Promise<void> {
  const { file, actions } = await saintMaurSheet(`Actions ${names.mark}`);
  await toPlans(page, names);
  await follow(page, /^Importer un plan qui existe/);
  await page.getByLabel('Titre du plan').fill(`Plan ${names.mark}`);
  await page.getByLabel('Fichier').setInputFiles({
    name: 'plan-ess.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: file,
  });
  await page.getByRole('button', { name: 'Lire ce tableau' }).click();
  await expect(page).toHaveURL(/\/plans\/importer\/\d+/);
  // « Prévu » is asked, never guessed.
  await page.getByLabel(/Prévu/).selectOption({ label: 'À venir' });
  await page.getByRole('button', { name: 'Enregistrer et relire' }).first().click();
  await expect(page.getByText(`Un plan de ${actions} actions`)).toBeVisible();
  expect(actions).toBe(30);
  await page.getByRole('button', { name: 'Confirmer et créer le plan' }).click();
  await follow(page, 'Aller au plan');
  await expect(page).toHaveURL(/\/plans\/\d+\/travail/);
}

const tools = (page: Page): Locator => page.getByRole('navigation', { name: 'Outils du plan' });

async function linkThree(page: Page): Promise<void> {
  await follow(tools(page), 'Engagements');
  for (const [measure, number] of CARRIED) {
    const promise = page.getByRole('region', { name: measure });
    await promise.getByLabel('Relier une action, par son numéro').fill(number);
    await promise
      .locator('form', { has: page.getByLabel(/par son numéro/) })
      .getByRole('button', { name: /^Relier/ })
      .click();
    await expect(page.getByRole('status')).toContainText('relié');
  }
}

/** The lead answers on a phone, from the link of a mail, with a photograph. */
async function hearFromLead({ agent, browser, names }: Record<'agent', Page> & { browser: Browser; names: Names }) {
  const email = `ess-${names.mark}@exemple.fr`;
  await follow(tools(agent), 'Annuaire');
  // Elsewhere in the plan the same letters are a partner.
  const entry = agent.getByRole('region', { name: /^Personnes/ }).getByRole('article', { name: LEAD, exact: true });
  await entry.getByText('Changer').click();
  await entry.getByLabel(/^Qui est-ce/).selectOption({ label: 'un service' });
  await entry.getByLabel('Adresse électronique').fill(email);
  await entry.getByRole('button', { name: 'Enregistrer' }).click();
  await toPlans(agent, names);
  await follow(agent, `Plan ${names.mark}`);
  await follow(tools(agent), 'Nouvelles');
  await agent.getByRole('button', { name: 'Demander à toutes et tous' }).click();
  await expect(agent.getByRole('status')).toContainText(LEAD);
  const link = await linkFor(agent, email);

  const phone = await browser.newContext({ ...devices['Pixel 7'], locale: 'fr-FR', javaScriptEnabled: names.scripted });
  const page = await phone.newPage();
  await page.goto(link);
  await follow(page.getByRole('main'), REPAIR_CAFE);
  await page.getByRole('radio', { name: 'En cours' }).check();
  await page.getByLabel('Une phrase, si vous voulez').fill(NEWS);
  await page.getByLabel(/photo/i).setInputFiles({ name: 'repair.jpg', mimeType: 'image/jpeg', buffer: await photo() });
  await expectNothingBeside(page);
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.getByRole('status')).toContainText('C’est noté');
  await phone.close();
}

async function photo(): Promise<Buffer> {
  const plain = { width: 64, height: 48, channels: 3, background: '#8fae7d' } as const;
  return await sharp({ create: plain }).jpeg().toBuffer();
}

/** A phone shows the whole width: nothing to slide to. */
async function expectNothingBeside(page: Page): Promise<void> {
  const beside = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(beside).toBe(0);
}

async function publish(page: Page, names: Names): Promise<void> {
  await follow(tools(page), 'Publier');
  const news = page.getByRole('article').filter({ hasText: NEWS });
  const kept = await page.request.get((await news.getByRole('link', { name: /photo/i }).getAttribute('href')) ?? '');
  expect(kept.headers()['content-type']).toMatch(/^image\//);
  await page.getByRole('button', { name: 'Publier cette version' }).click();
  await toCommune(page, names);
  await follow(page, new RegExp(`Plan ${names.mark}`));
  await follow(page, REPAIR_CAFE);
  await expect(page.getByText(NEWS)).toBeVisible();
}

async function assessFromBothSides(given: { collective: Page; agent: Page; names: Names }): Promise<void> {
  const { collective, agent, names } = given;
  for (const [page, state, words] of [
    [collective, 'Tenu en partie', 'Le Repair café ouvre deux samedis par mois.'],
    [agent, 'Tenu tout', 'Une ressourcerie et un Repair café sont ouverts.'],
  ] as const) {
    await toCommune(page, names);
    await follow(page, /^Impulser et financer une démarche collective/);
    await follow(page, 'Évaluer, confirmer ou répondre');
    await page.getByRole('radio', { name: new RegExp(`^${state} `) }).check();
    await page.getByLabel('Ce que vous avez constaté').fill(words);
    await page.getByRole('button', { name: 'Publier cette évaluation' }).click();
    await expect(page).toHaveURL(/\/mesures\/18(#|$)/);
  }
  await expect(agent.getByText('Le Repair café ouvre deux samedis par mois.')).toBeVisible();
  await expect(agent.getByText('Une ressourcerie et un Repair café sont ouverts.')).toBeVisible();
  // The action that carries it stands between the promise and what was said.
  await expect(agent.getByRole('link', { name: REPAIR_CAFE })).toBeVisible();
}

async function publishReview(page: Page, { mark, commune }: Names): Promise<void> {
  const words = `La Maison du numérique est ouverte (${mark}).`;
  await follow(page, 'Mon espace');
  await follow(page, `Collectif ${mark}`);
  await follow(page, 'Bilans');
  await follow(page, 'Ouvrir un bilan');
  await page.getByRole('radio', { name: new RegExp(mark) }).check();
  await page.getByRole('button', { name: 'Ouvrir le bilan' }).click();
  await expect(page).toHaveURL(/\/bilans\/\d+\/travail$/);
  await follow(page, /^Mesure 25/);
  await page.getByRole('radio', { name: /^Tenu(?! en)/ }).check();
  await page.getByLabel('Votre constat, en une ou deux phrases').fill(words);
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await follow(page.getByRole('navigation', { name: 'Fil d’Ariane' }), /^Bilan/);
  await follow(page, 'Relire et publier');
  await page.getByRole('button', { name: 'Publier ce bilan' }).click();
  await expect(page.getByText(words)).toBeVisible();
  const address = await page.getByRole('link', { name: /^PDF/ }).first().getAttribute('href');
  const pdf = await page.request.get(address ?? '');
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  await expectReadAloud(await pdf.body(), { commune, words });
  // What a journalist takes from it; whoever keeps the site can still be written to below.
  await follow(page, 'Résumé pour la presse');
  await expect(page.getByRole('main')).toContainText(words);
  await expect(page.getByRole('contentinfo').locator('a:not([href])')).toHaveCount(0);
}

/** Everybody can open it: tagged, in French, with a title; and it holds what was written. */
async function expectReadAloud(pdf: Buffer, { commune, words }: { commune: string; words: string }): Promise<void> {
  const read = await extractText(pdf, { filename: 'bilan.pdf' });
  expect(read.ok && read.value.text).toContain(words);
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const { info } = await document.getMetadata();
  expect(info).toMatchObject({ Title: expect.stringContaining(commune), Language: 'fr-FR' });
  const marked = { Marked: true, UserProperties: false, Suspects: false };
  expect(await document.getMarkInfo()).toEqual(new Map(Object.entries(marked)));
}
