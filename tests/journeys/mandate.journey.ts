/**
 * From the promise to the result: a town hall imports its plan twice, as the text of the council's papers and as a
 * spreadsheet, ties three actions to its promises and hears from a lead by mail; both sides say where a promise stands, and
 * the collective publishes its review.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { devices, expect, type Browser, type Page, test } from '@playwright/test';
import { utils, write } from '@e965/xlsx';
import { extractText } from '#reading/extract/extract-text.ts';
import { foundCollective } from './collective.ts';
import { operator } from './operator.ts';
import { linkFor, personIn } from './sign-in.ts';

/** Each time another commune, so that journeys may run at the same time. */
const COMMUNES = ['46042-cahors', '12202-rodez'] as const;
const PLAN_TEXT = 'data/documents/plan-ess-saint-maur-2021.txt';
const PACT_TEXT = 'tests/journeys/fixtures/pacte-exemple.txt';
/** The list of that pact. */
const LIST = 'Demain ici (exemple)';

type Names = { readonly mark: string; readonly code: string; readonly commune: string; readonly scripted: boolean };

test('a promise, from the plan to the review @any-width', async ({ browser, javaScriptEnabled }) => {
  test.setTimeout(240_000);
  const scripted = javaScriptEnabled;
  const commune = COMMUNES[scripted ? 0 : 1];
  const names = { mark: randomUUID().slice(0, 6), commune, code: commune.slice(0, 5), scripted };
  await signPact(names);

  const agent = await townHall(browser, names);
  await importText(agent, names);
  const plan = await importSpreadsheet(agent, names);
  await linkThree(agent, plan);
  await hearFromLead({ agent, browser, plan, names });
  await publish(agent, plan);

  const collective = await personIn(browser, `coordination-${names.mark}@exemple.fr`, scripted);
  await foundCollective(collective, { commune: names.code, name: `Collectif ${names.mark}` });
  await assessFromBothSides({ collective, agent, names });
  await publishReview(collective, names);
});

async function signPact({ mark, code }: Names): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mandate-'));
  const file = join(folder, 'pacte.txt');
  await writeFile(file, (await readFile(PACT_TEXT, 'utf8')).replace(LIST, listOf(mark)));
  await operator('import', file, '--commune', code, '--publish', '--accept-all');
  await rm(folder, { recursive: true });
}

function listOf(mark: string): string {
  return `Demain ${mark} (exemple)`;
}

async function townHall(browser: Browser, { mark, code, scripted }: Names): Promise<Page> {
  const email = `mairie-${mark}@exemple.fr`;
  const page = await personIn(browser, email, scripted);
  await operator('role', 'give', email, 'municipal-agent', '--of', code);
  return page;
}

/** The papers of the council, read by the reader; what it understood becomes a plan that the town hall alone sees. */
async function importText(page: Page, { code }: Names): Promise<void> {
  await page.goto('/lire');
  await page.getByLabel('Un fichier').setInputFiles(PLAN_TEXT);
  await page.getByRole('button', { name: 'Lire ce document' }).click();
  await page.waitForURL(/\/lire\/[^/]+$/);
  const reading = page.url();
  // One sheet bears the number of another: somebody looks before it is taken.
  await page.getByRole('link', { name: 'Vérifier ce qui attend' }).click();
  await page.getByRole('button', { name: 'C’est juste' }).click();
  await expect(page.getByRole('status').first()).toBeVisible();
  await page.goto(`/plans/importer?lieu=${code}`);
  await page.getByLabel('Adresse de la lecture').fill(reading);
  await page.getByRole('button', { name: 'En faire un plan à compléter' }).click();
  await expect(page).toHaveURL(/\/plans\/\d+\/travail/);
  await expect(
    page
      .getByText('Accueil d’un « Repair cafe » au sein du Fablab')
      .or(page.getByText(/REPAIR CAFE/))
      .first(),
  ).toBeVisible();
}

/** The same sheets as a town hall keeps them: a status of its own, dates as numbers, a sum that is none. */
async function importSpreadsheet(page: Page, { code, mark }: Names): Promise<string> {
  await page.goto(`/plans/importer?lieu=${code}`);
  await page.getByLabel('Titre du plan').fill(`Plan ${mark}`);
  await page.getByLabel('Fichier').setInputFiles({
    name: 'plan-ess.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: spreadsheet(mark),
  });
  await page.getByRole('button', { name: 'Lire ce tableau' }).click();
  await expect(page).toHaveURL(/\/plans\/importer\/\d+/);
  // « Prévu » is asked, never guessed.
  await page.getByLabel(/Prévu/).selectOption({ label: 'À venir' });
  await page.getByRole('button', { name: 'Enregistrer et relire' }).first().click();
  await page.getByRole('button', { name: 'Confirmer et créer le plan' }).click();
  await page.getByRole('link', { name: 'Aller au plan' }).click();
  await expect(page).toHaveURL(/\/plans\/\d+\/travail/);
  return /\/plans\/(\d+)/.exec(page.url())?.[1] ?? '';
}

function spreadsheet(mark: string): Buffer {
  const rows = [
    [
      'N°',
      'Axe',
      'Titre de l’action',
      'Descriptif',
      'Personne pilote',
      'Statut',
      'Date de fin',
      'Budget prévisionnel total € HT',
    ],
    [
      '1.1',
      'Achats',
      'Plan de formations des chargés d’achats',
      'Achats publics responsables',
      'Nadia Roussel',
      'Prévu',
      new Date('2026-12-31T12:00:00Z'),
      4000,
    ],
    [
      '2.1',
      'Circulaire',
      'Accueil d’un Repair café au sein du Fablab',
      'Réduire les déchets, réparer',
      'Nadia Roussel',
      'En cours',
      new Date('2027-06-30T12:00:00Z'),
      '10 000 à 15 000',
    ],
    [
      '4.1',
      'Numérique',
      'Création de la Maison du numérique',
      'Accompagnement au numérique',
      'Nadia Roussel',
      'Réalisé',
      new Date('2025-03-31T12:00:00Z'),
      12500.5,
    ],
    ['4.2', 'Numérique', 'Une plateforme du bénévolat', mark, 'Nadia Roussel', '', '', ''],
  ];
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows, { cellDates: true }), 'Actions');
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

async function linkThree(page: Page, plan: string): Promise<void> {
  await page.goto(`/plans/${plan}/travail/engagements`);
  for (const [measure, number] of [
    ['Mesure 1.', '1.1'],
    ['Mesure 18.', '2.1'],
    ['Mesure 25.', '4.1'],
  ] as const) {
    const promise = page.getByRole('region', { name: measure });
    await promise.getByLabel('Relier une action, par son numéro').fill(number);
    await promise
      .locator('form', { has: page.getByLabel(/par son numéro/) })
      .getByRole('button', { name: /^Relier/ })
      .click();
    await expect(page.getByRole('status')).toContainText('relié');
  }
}

/** The lead answers on a phone, from the link of a mail. */
async function hearFromLead(given: { agent: Page; browser: Browser; plan: string; names: Names }): Promise<void> {
  const { agent, browser, plan, names } = given;
  const email = `ess-${names.mark}@exemple.fr`;
  await agent.goto(`/annuaire/${names.code}`);
  const entry = agent.getByRole('region', { name: 'Nadia Roussel' });
  await entry.getByText('Changer').click();
  await entry.getByLabel('Adresse électronique').fill(email);
  await entry.getByRole('button', { name: 'Enregistrer' }).click();
  await agent.goto(`/plans/${plan}/travail/nouvelles`);
  await agent.getByRole('button', { name: 'Demander à toutes et tous' }).click();
  await expect(agent.getByRole('status')).toContainText('Nadia Roussel');
  const link = await linkFor(agent, email);

  const phone = await browser.newContext({ ...devices['Pixel 7'], locale: 'fr-FR', javaScriptEnabled: names.scripted });
  const page = await phone.newPage();
  await page.goto(`${link}?action=`);
  await page.getByRole('radio', { name: 'Réalisé' }).check();
  await page.getByLabel('Une phrase, si vous voulez').fill('Les onze chargées d’achats sont formées.');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.getByRole('status')).toContainText('C’est noté');
  await phone.close();
}

async function publish(page: Page, plan: string): Promise<void> {
  await page.goto(`/plans/${plan}/travail/publier`);
  await page.getByRole('button', { name: 'Publier cette version' }).click();
  await page.goto(`/plans/${plan}`);
  await expect(page.getByText('Réalisé').first()).toBeVisible();
}

async function assessFromBothSides(given: { collective: Page; agent: Page; names: Names }): Promise<void> {
  const { collective, agent, names } = given;
  const thread = `/communes/${names.commune}/mesures/18`;
  for (const [page, state, words] of [
    [collective, 'Tenu en partie', 'Le Repair café ouvre deux samedis par mois.'],
    [agent, 'Tenu tout', 'Une ressourcerie et un Repair café sont ouverts.'],
  ] as const) {
    await page.goto(`${thread}/evaluer`);
    await page.getByRole('radio', { name: new RegExp(`^${state} `) }).check();
    await page.getByLabel('Ce que vous avez constaté').fill(words);
    await page.getByRole('button', { name: 'Publier cette évaluation' }).click();
    await expect(page).toHaveURL(new RegExp(`${thread}(#|$)`));
  }
  await expect(agent.getByText('Le Repair café ouvre deux samedis par mois.')).toBeVisible();
  await expect(agent.getByText('Une ressourcerie et un Repair café sont ouverts.')).toBeVisible();
  // The action that carries it stands between the promise and what was said.
  await expect(agent.getByRole('link', { name: /Accueil d’un Repair café/ })).toBeVisible();
}

async function publishReview(page: Page, { mark }: Names): Promise<void> {
  await page.goto('/bilans/ouvrir');
  await page.getByRole('radio', { name: new RegExp(mark) }).check();
  await page.getByRole('button', { name: 'Ouvrir le bilan' }).click();
  await expect(page).toHaveURL(/\/bilans\/\d+\/travail$/);
  const work = page.url();
  await page.goto(`${work}/m25`);
  await page.getByRole('radio', { name: /^Tenu(?! en)/ }).check();
  await page.getByLabel('Votre constat, en une ou deux phrases').fill(`La Maison du numérique est ouverte (${mark}).`);
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await page.goto(`${work}/publier`);
  await page.getByRole('button', { name: 'Publier ce bilan' }).click();
  await expect(page.getByText(`La Maison du numérique est ouverte (${mark}).`)).toBeVisible();
  const address = await page.getByRole('link', { name: /^PDF/ }).first().getAttribute('href');
  const pdf = await page.request.get(address ?? '');
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  const read = await extractText(await pdf.body(), { filename: 'bilan.pdf' });
  expect(read.ok && read.value.text).toContain(`La Maison du numérique est ouverte (${mark}).`);
}
