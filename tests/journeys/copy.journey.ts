/**
 * Everything public is taken away and put up again elsewhere: somebody downloads the copy of the day from its page,
 * checks it, loads it into an empty site, and reads the same words there.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { startSite, temporaryFolder } from '../site.ts';
import { expectAccessible } from './accessible.ts';
import { follow } from './follow.ts';
import { operator, operatorOf } from './operator.ts';

/** A commune that no other journey changes. Those of the demonstration are played: no copy holds them. */
const COMMUNE = 'Champigny-sur-Marne';

/** What the other site's own journal says: a copy begins another (docs/decisions/0039). */
const HISTORY = /^Histoire de cette page\n+Publié le .*\n+/m;

test('a copy of the day makes the same site again', async ({ browser }) => {
  test.setTimeout(240_000);
  // The night makes it; a site that has just started may be making it now.
  await expect(async () => {
    await operator('dump', 'make');
  }).toPass({ timeout: 90_000 });
  const page = await (await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' })).newPage();
  const folder = join(temporaryFolder(), 'copie');
  await download(page, folder);
  await expectAccessible(browser, page);
  const before = await wordsOn(page, '');
  expect(await operator('dump', 'verify', folder)).toContain('intacte');

  const dataDirectory = temporaryFolder();
  const elsewhere = { DATA_DIR: dataDirectory, DEMO: '0' };
  expect(await operatorOf(elsewhere)('dump', 'load', folder)).toContain('Copie rechargée');
  const again = await startSite({ dataDirectory, environment: { DEMO: '0' } });
  try {
    expect(await wordsOn(page, again.origin)).toEqual(before);
  } finally {
    await again.stop();
  }
  for (const made of [dataDirectory, join(folder, '..')]) await rm(made, { recursive: true });
});

/** From the home page: every file that the page offers is there; the whole copy is taken as one, and unpacked. */
async function download(page: Page, folder: string): Promise<void> {
  await page.goto('/');
  await follow(page, 'Données ouvertes : tout télécharger');
  const links = page.getByRole('main').locator('a[download]');
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses.length).toBeGreaterThan(40);
  const answers = await Promise.all(addresses.map(async (address) => (await page.request.head(address)).status()));
  expect(addresses.filter((_, at) => answers[at] !== 200)).toEqual([]);
  const sent = page.waitForEvent('download');
  await follow(page, /^Toute la copie en un fichier/);
  const files = unzipSync(await readFile(await (await sent).path()));
  await mkdir(folder);
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, basename(name)), bytes);
}

/** What one reads there: the commune, the pact that was signed, one promise with the words of the charter. */
async function wordsOn(page: Page, origin: string): Promise<readonly string[]> {
  await page.goto(`${origin}/`);
  await page.getByRole('searchbox').fill(COMMUNE);
  await page.getByRole('button', { name: 'Chercher' }).click();
  if (new URL(page.url()).pathname === '/communes') await follow(page.getByRole('main'), COMMUNE);
  const said = [await page.getByRole('main').innerText()];
  for (const link of ['Lire le pacte signé', /^Donner la priorité aux mobilités actives/]) {
    await follow(page.getByRole('main'), link);
    said.push((await page.getByRole('main').innerText()).replace(HISTORY, ''));
    await page.goBack();
  }
  return said;
}
