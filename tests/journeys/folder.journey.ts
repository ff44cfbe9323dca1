/** A folder that proves itself: written by the operator, opened by somebody without a network, then altered. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { operator } from './operator.ts';

test('the page of the folder finds it intact, then one byte changed @scripted @any-width', async ({ browser }) => {
  const home = mkdtempSync(join(tmpdir(), 'folder-journey-'));
  const folder = join(home, 'champigny');
  await operator('export', '94017', folder);
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  const answer = page.getByRole('status');
  const check = async (): Promise<void> => {
    await page.goto(pathToFileURL(join(folder, 'LISEZ-MOI.html')).href);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Champigny-sur-Marne');
    await page.getByLabel('Choisissez le dossier qui contient cette page').setInputFiles(folder);
  };

  await check();
  await expect(answer).toContainText('Intact : tout est comme au jour de l’export');

  const manifest = JSON.parse(readFileSync(join(folder, 'manifeste.json'), 'utf8')) as {
    readonly published: readonly { readonly original: string }[];
  };
  const original = manifest.published[0]?.original ?? '';
  const bytes = readFileSync(join(folder, original));
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  writeFileSync(join(folder, original), bytes);
  await check();
  await expect(answer).toContainText(`${original} : ce fichier a été modifié.`);

  await context.close();
  rmSync(home, { recursive: true });
});
