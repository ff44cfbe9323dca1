/** The national team makes an edition from the last one, by the links and forms of the workbench alone. */
import { expect, type Page } from '@playwright/test';
import { follow } from './follow.ts';

export const BASE = 'Pacte pour la Transition 2020';
export const EDITION = { title: 'Pacte pour la Transition 2032', year: '2032', id: 'pacte-transition-2032' } as const;
export const ADDED = 'Planter un verger dans chaque quartier';
export const THEME = 'Nature en ville';
export const REASON = {
  modified: 'Les collectifs demandaient un délai.',
  merged: 'Les mêmes personnes, les mêmes locaux.',
  split: 'On ne savait pas ce qui était pris.',
  removed: 'Trois listes sur trois cents l’ont prise.',
  added: 'Demandée par les collectifs.',
} as const;
/** Words that only the new edition has. */
export const DELAY = 'avant la fin de la première année du mandat';

/** Of the workbench: where the draft is listed. */
export async function toDraft(page: Page): Promise<void> {
  await follow(page, 'Mon espace');
  await follow(page, 'Équipe nationale');
  await follow(page, 'Atelier de la charte');
  await follow(page.getByRole('main'), EDITION.title);
}

export async function begin(page: Page): Promise<void> {
  await follow(page, 'Mon espace');
  await follow(page, 'Équipe nationale');
  await follow(page, 'Atelier de la charte');
  await page.getByLabel('Titre').fill(EDITION.title);
  await page.getByLabel('Année des élections municipales').fill(EDITION.year);
  await page.getByLabel('Adresse, pour toujours').fill(EDITION.id);
  await page.getByRole('button', { name: 'Commencer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(EDITION.title);
  await expect(page.getByText('32 gardées')).toBeVisible();
}

/** The form of the words of a measure. */
const words = (page: Page) => page.locator('form', { has: page.getByLabel('Niveau 1', { exact: true }) });

async function openMeasure(page: Page, title: string | RegExp): Promise<void> {
  await follow(page.getByRole('main'), title);
}

async function save(page: Page, reason: string): Promise<void> {
  await words(page).getByLabel('Pourquoi ce changement').fill(reason);
  await words(page).getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('status')).toContainText('C’est enregistré');
}

async function back(page: Page): Promise<void> {
  await follow(page.getByRole('navigation', { name: 'Fil d’Ariane' }), EDITION.title);
}

/** The other forms of a measure stay folded until they are asked for. */
async function unfold(page: Page, name: string): Promise<void> {
  await page.locator('summary').filter({ hasText: name }).click();
}

export async function modify(page: Page): Promise<void> {
  await openMeasure(page, /^Limiter la place de la publicité/);
  const level = words(page).getByLabel('Niveau 1', { exact: true });
  await level.fill(`${(await level.inputValue()).replace(/[.;\s]+$/, '')}, ${DELAY}.`);
  await save(page, REASON.modified);
  await expect(page.locator('ins').filter({ hasText: 'première' }).first()).toBeVisible();
  await back(page);
}

export async function merge(page: Page): Promise<void> {
  await openMeasure(page, /^Mettre à disposition des initiatives/);
  await unfold(page, 'Fusionner avec une autre');
  const into = page.getByLabel('Ses mots vont à la suite de');
  const value = await into.locator('option', { hasText: 'Co-construire avec tous' }).getAttribute('value');
  await into.selectOption(value ?? '');
  await page.getByRole('button', { name: 'Fusionner' }).click();
  await save(page, REASON.merged);
  await back(page);
}

/** The second has the third level, the first keeps the others. */
export async function split(page: Page): Promise<void> {
  await openMeasure(page, /^Donner la priorité aux mobilités actives/);
  await unfold(page, 'Scinder en deux');
  await page.getByRole('button', { name: 'Scinder en deux' }).click();
  await words(page).getByLabel('Titre').fill('Rendre cyclable tout le bassin de vie');
  for (const level of ['Niveau 1', 'Niveau 2']) await words(page).getByLabel(level, { exact: true }).fill('');
  await save(page, REASON.split);
  await back(page);
  await openMeasure(page, /^Donner la priorité aux mobilités actives/);
  await words(page).getByLabel('Niveau 3', { exact: true }).fill('');
  await save(page, REASON.split);
  await back(page);
}

export async function remove(page: Page): Promise<void> {
  await openMeasure(page, /^Développer une logistique urbaine/);
  await unfold(page, 'Retirer');
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Retirer' }) });
  await form.getByLabel('Pourquoi ce changement').fill(REASON.removed);
  await form.getByRole('button', { name: 'Retirer' }).click();
  await expect(page.getByRole('heading', { name: 'Mesures retirées ou fusionnées' })).toBeVisible();
}

/** With a number that is free again, and a theme of its own. */
export async function add(page: Page): Promise<void> {
  await page.getByLabel('Titre').fill(ADDED);
  await page.getByLabel('Pourquoi ce changement').fill(REASON.added);
  await page.getByRole('button', { name: 'Ajouter' }).click();
  await words(page).getByLabel('Niveau 1', { exact: true }).fill('Planter des arbres fruitiers dans chaque quartier.');
  await words(page).getByRole('combobox').first().selectOption({ label: THEME });
  await save(page, REASON.added);
  await back(page);
  await page.getByLabel(`Numéro de « ${ADDED} »`).fill('17');
  await page.getByRole('button', { name: 'Enregistrer les numéros' }).click();
  await expect(page.getByRole('status')).toContainText('C’est enregistré');
}

/** Fewer measures are asked for, and there is one theme more. */
export async function changeRules(page: Page): Promise<void> {
  await follow(page, 'Modifier le préambule, les principes, les règles et les thèmes');
  await page.getByLabel('Nombre minimal de mesures à prendre').fill('3');
  await page.getByLabel('Thèmes à ajouter, un par ligne').first().fill(THEME);
  await page.getByLabel('Pourquoi les principes ou les règles changent').fill('Les petites communes n’osaient pas.');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('status')).toContainText('C’est enregistré');
  await back(page);
}

/** Every change with its reason, word by word. */
export async function seeDifferences(page: Page): Promise<void> {
  await follow(page, 'Toutes les différences avec l’édition de départ, mot à mot');
  const shown = page.getByRole('main');
  for (const reason of Object.values(REASON)) await expect(shown.getByText(reason).first()).toBeVisible();
  await expect(shown.locator('ins').filter({ hasText: 'première' }).first()).toBeVisible();
}

/** The words that were proposed and taken, then everything read again and published for ever. */
export async function publishWith(page: Page, taken: string): Promise<void> {
  await toDraft(page);
  await openMeasure(page, ADDED);
  await words(page).getByLabel('Niveau 1', { exact: true }).fill(taken);
  await save(page, REASON.added);
  await back(page);
  await follow(page, 'Relire et publier');
  await page.getByRole('button', { name: 'J’ai relu cette édition ; publier pour toujours' }).click();
  await expect(page).toHaveURL(new RegExp(`/chartes/${EDITION.id}$`));
}

/** Anybody, from wherever they are: what is new, and what became of what was there. */
export async function seePublished(page: Page, taken: string): Promise<void> {
  await follow(page, 'Chartes');
  await follow(page.getByRole('main'), EDITION.title);
  await expect(page.getByText('au moins 3 mesures').first()).toBeVisible();
  await expect(page.getByText('27 mesures gardées, 1 modifiée')).toBeVisible();
  await follow(page.getByRole('main'), ADDED);
  await expect(page.getByText(taken)).toBeVisible();
  await expect(page.getByText('Elle est nouvelle dans cette édition')).toBeVisible();
}

/** The edition of before stands, and each of its measures says what it became. */
export async function seeBefore(page: Page): Promise<void> {
  await follow(page, 'Chartes');
  await follow(page.getByRole('main'), BASE);
  for (const [measure, became, reason] of [
    [/^Développer une logistique urbaine/, /n’est plus dans/, REASON.removed],
    [/^Mettre à disposition des initiatives/, /réunie avec d’autres/, REASON.merged],
    [/^Donner la priorité aux mobilités actives/, /scindée/, REASON.split],
    [/^Limiter la place de la publicité/, /modifiée/, REASON.modified],
  ] as const) {
    await follow(page.getByRole('main'), measure);
    await expect(page.getByText(became).first()).toBeVisible();
    await expect(page.getByText(reason).first()).toBeVisible();
    await page.goBack();
  }
}
