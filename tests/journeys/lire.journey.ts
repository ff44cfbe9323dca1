/** A volunteer has a document read, at ten at night: sends it, sees what was understood, corrects, comes back. */
import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Page, expect, test } from '@playwright/test';
import { expectUnderstood } from './understood.ts';

const PACT = 'data/documents/pacte-signe-champigny-alternance-2020.txt';
const PLAN = 'data/documents/plan-ess-saint-maur-2021.txt';
const CHARTER = 'data/documents/pacte-transition-2020.txt';
const REVIEW_PAGES = [
  '',
  '/relecture',
  '/relecture/commitment-13',
  '/relecture/unread-0',
  '/relecture/signatory',
  '/commune?q=94500',
  '/charte',
];
const DRAFT = /\/lire\/[\w-]{43}$/;

async function send(
  page: Page,
  file: string | { name: string; mimeType: string; buffer: Buffer },
  place = '',
): Promise<void> {
  await page.goto('/lire');
  await page.getByLabel('Un fichier').setInputFiles(file);
  if (place !== '') await page.getByLabel('Commune ou intercommunalité').fill(place);
  await page.getByRole('button', { name: 'Lire ce document' }).click();
}

/** Opens a draft and says its private address. */
async function draftOf(page: Page, file: string, place = ''): Promise<string> {
  await send(page, file, place);
  await expectUnderstood(page);
  await expect(page).toHaveURL(DRAFT);
  return new URL(page.url()).pathname;
}

/** The checker is a script itself: it runs where scripts do. */
async function expectAccessible(page: Page, scripted: boolean | undefined): Promise<void> {
  if (scripted === false) return;
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target)])).toEqual([]);
}

test('a signed pact is read: its list, its charter, 29 measures out of 32', async ({ page }) => {
  await draftOf(page, PACT, 'Champigny-sur-Marne (94017)');
  await expect(page.getByText('29 sur 32')).toBeVisible();
  await expect(page.getByText('0 sur 40')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'CHAMPIGNY ALTERNANCE' })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'Champigny-sur-Marne' })).toBeVisible();
  await expect(page.getByText('l’alinéa 1 de la charte n’est pas dans le document')).toBeVisible();
  await expect(page.getByLabel('Adresse privée')).toHaveValue(page.url());
  await expect(page.getByText(/^Brouillon \d+$/)).toBeVisible();
});

test('a correction is kept, and says so after the page is loaded again', async ({ page }) => {
  const home = await draftOf(page, PACT);
  await page.goto(`${home}/relecture/commitment-13`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Donner la priorité aux mobilités actives');
  await page.getByText('Corriger', { exact: true }).click();
  const level = page.getByRole('group', { name: 'N2' }).getByLabel('Position', { exact: true });
  await level.selectOption('refusé');
  await page.getByLabel('Observation', { exact: true }).fill('Relu au conseil : <b>sans</b> N2.');
  await page.getByRole('button', { name: 'Enregistrer la correction' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Mesure 15' })).toContainText('corrigé');
  await page.reload();
  await expect(page.getByText('N2 refusé.')).toBeVisible();
  await expect(page.getByRole('blockquote')).toContainText('<b>sans</b> N2.');
  await page.goto(home);
  await expect(page.getByText('1 réponse donnée')).toBeVisible();
  await expect(page.getByText('55 niveaux pris')).toBeVisible();
});

test('a passage of the document leads to its proposal, and back', async ({ page }) => {
  const home = await draftOf(page, PACT);
  await page.goto(`${home}/relecture`);
  await page.getByRole('link', { name: 'Mesure 2 (lu automatiquement)' }).click();
  await expect(page).toHaveURL(`${home}/relecture/commitment-1`);
  await expect(page.locator('#passage')).toContainText('2 – Financer les projets');
  await page.getByRole('link', { name: 'Suivante →', exact: true }).click();
  await expect(page).toHaveURL(`${home}/relecture/commitment-2`);
});

test('an unread passage is attached to what it speaks of, or left @any-width', async ({ page }) => {
  const home = await draftOf(page, PACT);
  await page.goto(`${home}/relecture/unread-1`);
  await page.getByText('Ajouter à une proposition', { exact: true }).click();
  await page.getByLabel('Proposition à compléter').selectOption({ index: 0 });
  await page.getByRole('button', { name: 'Ajouter à ses observations' }).click();
  await expect(page).toHaveURL(`${home}?fait=unread-1#reste`);
  await expect(page.getByRole('status').filter({ hasText: 'C’est enregistré' })).toBeVisible();
  await page.goto(`${home}/relecture/commitment-0`);
  await expect(page.getByRole('blockquote').filter({ hasText: 'Voici le Pacte signée' })).toBeVisible();
  await page.goto(`${home}/relecture/unread-0`);
  await page.getByRole('button', { name: 'Rien à retenir' }).click();
  await expect(page.getByText('rien à retenir. C’est enregistré')).toBeVisible();
  await page.goto(home);
  await expect(page.getByText('passages non lus à regarder')).toHaveCount(0);
});

test('two people answer at once: both answers are shown, none is lost', async ({
  browser,
  page,
  javaScriptEnabled,
}) => {
  const home = await draftOf(page, PACT);
  const address = `${home}/relecture/local-0`;
  const context = await browser.newContext({ javaScriptEnabled });
  const other = await context.newPage();
  for (const one of [page, other]) {
    await one.goto(address);
    await one.getByText('Corriger', { exact: true }).click();
  }
  await page.getByLabel('Texte', { exact: true }).first().fill('Mes mots');
  await other.getByLabel('Texte', { exact: true }).first().fill('Tes mots');
  await page.getByRole('button', { name: 'Enregistrer la correction' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'corrigé' })).toBeVisible();
  await other.getByRole('button', { name: 'Enregistrer la correction' }).click();
  const alert = other.getByRole('alert');
  await expect(alert).toContainText('Deux réponses à la fois');
  await expect(alert).toContainText('Mes mots');
  await expect(alert).toContainText('Tes mots');
  await expectAccessible(other, javaScriptEnabled);
  await expect(other.getByLabel('Texte', { exact: true }).first()).toHaveValue('Tes mots');
  await other.getByRole('button', { name: 'Enregistrer la correction' }).click();
  await expect(other.getByRole('status').filter({ hasText: 'corrigé' })).toBeVisible();
  await page.reload();
  await expect(page.getByText('Tes mots').first()).toBeVisible();
  await context.close();
});

test('a commune that has namesakes is asked for @any-width', async ({ page, javaScriptEnabled }) => {
  await send(page, PACT, 'champigny');
  await expect(page.getByRole('heading', { level: 1, name: 'Quelle commune' })).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
  await page.getByRole('button', { name: 'Champigny-sur-Marne' }).click();
  await expect(page.getByRole('definition').filter({ hasText: 'Champigny-sur-Marne' })).toBeVisible();
});

test('a plan is read: axes, sheets, and the number to check first @any-width', async ({ page }) => {
  await draftOf(page, PLAN, 'Saint-Maur-des-Fossés');
  await expect(page.getByText('fiches action, en 4 axes')).toBeVisible();
  await page.getByRole('link', { name: 'Vérifier ce qui attend' }).click();
  await expect(page.getByText('La fiche imprime le numéro 4.3')).toBeVisible();
  await page.getByText('Corriger', { exact: true }).click();
  await page.getByLabel('Titre', { exact: true }).fill('Famille et parents');
  await page.getByRole('button', { name: 'Enregistrer la correction' }).click();
  await expect(page.getByText('Fiche 4.4 Famille et parents')).toBeVisible();
});

test('a charter is shown as it was read @any-width', async ({ page, javaScriptEnabled }) => {
  await draftOf(page, CHARTER);
  await expect(page.getByText('Nous lisons une charte')).toBeVisible();
  await expect(page.getByText('32', { exact: true }).first()).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
});

test('another charter gives another draft @any-width', async ({ page }) => {
  const home = await draftOf(page, PACT);
  await page.goto(`${home}/relecture/unread-0`);
  await page.getByRole('button', { name: 'Rien à retenir' }).click();
  await expect(page.getByText('rien à retenir. C’est enregistré')).toBeVisible();
  await page.goto(`${home}/charte`);
  await page.getByLabel('Charte').selectOption('coorace-2020');
  await page.getByRole('button', { name: 'Relire avec cette charte' }).click();
  await expect(page.getByText('Nouveau brouillon')).toBeVisible();
  expect(new URL(page.url()).pathname).not.toBe(home);
});

test('a draft is thrown away, and its address leads nowhere @any-width', async ({ page }) => {
  const home = await draftOf(page, PACT);
  await page.getByText('Effacer ce brouillon', { exact: true }).click();
  await page.getByRole('button', { name: 'Effacer le brouillon' }).click();
  await expect(page.getByText('Cochez la case')).toBeVisible();
  if (!(await page.getByLabel('Oui, je veux l’effacer').isVisible()))
    await page.getByText('Effacer ce brouillon', { exact: true }).click();
  await page.getByLabel('Oui, je veux l’effacer').check();
  await page.getByRole('button', { name: 'Effacer le brouillon' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Le brouillon est effacé' })).toBeVisible();
  await page.goto(home);
  await expect(page.getByText('Ce brouillon n’existe pas, ou n’existe plus')).toBeVisible();
});

test('the private address is kept by nobody and told to nobody @any-width', async ({ page, request }) => {
  const home = await draftOf(page, PACT);
  for (const path of [home, `${home}/relecture`, `${home}/relecture/commitment-0`, `${home}/lecture.json`]) {
    const headers = (await request.get(path)).headers();
    expect([path, headers['cache-control'], headers['referrer-policy'], headers['x-robots-tag']]).toEqual([
      path,
      'no-store',
      'same-origin',
      'noindex, nofollow',
    ]);
  }
  const reading: unknown = await (await request.get(`${home}/lecture.json`)).json();
  expect(reading).toMatchObject({ reading: { kind: 'pact' } });
  const original = await request.get(`${home}/original`);
  expect(await original.body()).toEqual(readFileSync(PACT));
  expect((await request.get(`/lire/${'A'.repeat(43)}`)).status()).toBe(404);
});

test('nothing that a document holds is run or drawn @any-width', async ({ page }) => {
  const text = readFileSync(PACT, 'utf8').replace(
    'Un accord se fait sur N2 et N3',
    '<img src=x onerror="document.title=\'pris\'"><script>document.title="pris"</script> Un accord se fait sur N2 et N3',
  );
  await send(page, { name: 'hostile.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await expect(page).toHaveURL(DRAFT);
  await page.goto(`${page.url()}/relecture/commitment-1`);
  await expect(page.locator('#passage')).toContainText('<img src=x onerror=');
  await expect(page.locator('main img')).toHaveCount(0);
  await expect(page).toHaveTitle(/^Mesure 2/);
});

test('sending a document is accessible, refusal included @scripted @any-width', async ({ page, javaScriptEnabled }) => {
  await page.goto('/lire');
  await expectAccessible(page, javaScriptEnabled);
  await page.getByRole('button', { name: 'Lire ce document' }).click();
  await expect(page.getByRole('alert')).toContainText('Il n’y a rien à lire');
  await expectAccessible(page, javaScriptEnabled);
});

for (const [moment, colorScheme] of [
  ['by day @scripted', 'light'],
  ['by night @scripted @any-width', 'dark'],
] as const) {
  test(`every page of a review is accessible ${moment}`, async ({ page, javaScriptEnabled }) => {
    await page.emulateMedia({ colorScheme });
    const home = await draftOf(page, PACT);
    for (const path of REVIEW_PAGES) {
      await page.goto(home + path);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await expectAccessible(page, javaScriptEnabled);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    }
  });
}
