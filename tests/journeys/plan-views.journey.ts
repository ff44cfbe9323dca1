/**
 * A town hall looks at its plan in other ways: finds actions by what the address says, changes several at once, moves one on
 * the board, and takes the notice of the council away.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { extractText } from '#reading/extract/extract-text.ts';
import { operator } from './operator.ts';
import { personIn } from './sign-in.ts';

const COMMUNE = '48095';
const ACTIONS = [
  ['Axe', 'N°', 'Titre de l’action', 'Statut'],
  ['Bouger', '1', 'Tracer une piste', 'À venir'],
  ['Bouger', '2', 'Garer les vélos', 'En cours'],
  ['Manger', '3', 'Ouvrir une cantine', 'À venir'],
];

test('a plan is filtered, changed, moved and taken to the council @any-width', async ({
  browser,
  javaScriptEnabled,
}) => {
  const mark = randomUUID().slice(0, 6);
  const email = `plan-${mark}@exemple.fr`;
  const page = await personIn(browser, email, javaScriptEnabled);
  await operator('role', 'give', email, 'municipal-agent', '--of', COMMUNE);
  const plan = await planOf(page, mark);

  await page.goto(`${plan}/tableau`);
  await page.getByText('Filtrer', { exact: true }).first().click();
  await page.getByLabel('À venir').check();
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await expect(page).toHaveURL(/statut=a-venir/);
  await expect(page.getByText('2 actions sur 4')).toBeVisible();

  await page.getByRole('button', { name: 'Changer les 2 actions trouvées' }).click();
  await page.getByLabel('Priorité').selectOption('Élevée');
  await page.getByLabel('Ajouter un pilote').fill('Direction des écoles');
  await page.getByRole('button', { name: 'Voir ce qui changera' }).click();
  await expect(page.getByText('2 actions changeront.')).toBeVisible();
  await page.getByRole('button', { name: 'Confirmer pour 2 actions' }).click();
  await expect(page.getByRole('status')).toHaveText('2 actions changées.');
  await expect(page.getByRole('cell', { name: 'Direction des écoles' })).toHaveCount(2);

  await page.getByRole('link', { name: 'Colonnes' }).click();
  await page.getByLabel('Choisir 1 Tracer une piste').check();
  await page.getByRole('button', { name: 'Mettre ici : Bloqué' }).click();
  await page.getByLabel('Ce qui bloque').fill('Le foncier');
  await page.getByLabel('Ce qui débloquerait').fill('Un accord avec le département');
  await page.getByRole('button', { name: 'Voir ce qui changera' }).click();
  await page.getByRole('button', { name: 'Confirmer pour 1 action' }).click();
  await expect(page.getByText('Ce qui bloque : Le foncier')).toBeVisible();

  await moveByKeyboard(page, plan);

  const notice = await page.request.get(`${plan}/notice.docx`);
  const read = await extractText(await notice.body(), { filename: 'notice.docx' });
  expect(read.ok && read.value.text).toContain('Un accord avec le département');
});

/** By the keyboard alone, with or without a script: what was moved has the focus, and one goes on from there. */
async function moveByKeyboard(page: Page, plan: string): Promise<void> {
  await page.goto(`${plan}/axes`);
  const lines = page.getByRole('listitem').filter({ hasText: /Tracer une piste|Garer les vélos/ });
  await expect(lines.first()).toContainText('Tracer une piste');
  await page.getByRole('link', { name: 'Tracer une piste' }).focus();
  for (const key of ['Tab', 'Tab']) await page.keyboard.press(key);
  await expect(page.getByRole('button', { name: 'Descendre Tracer une piste' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/fait=deplace/);
  await expect(lines.first()).toContainText('Garer les vélos');
  await expect(lines.nth(1)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Tracer une piste' })).toBeFocused();
}

/** A plan brought by the operator; its address in the workshop. */
async function planOf(page: Page, mark: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'plan-views-'));
  const file = join(folder, `plan-${mark}.csv`);
  // A file is one plan: this one is not another journey's.
  const lines = [...ACTIONS, ['Manger', '4', `Cuisiner ${mark}`, 'Réalisé']];
  await writeFile(file, lines.map((line) => line.join(';')).join('\n'));
  const said = await operator('plan', 'import', file, '--commune', COMMUNE);
  await rm(folder, { recursive: true });
  const id = /\/plans\/(\d+)/.exec(said)?.[1];
  expect(id, said).toMatch(/^\d+$/);
  return new URL(`/plans/${id}/travail`, page.url()).href;
}
