/** Bad files each get their own clear message, and what was typed stays. */
import { type Page, expect, test } from '@playwright/test';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const ENGLISH =
  'We the undersigned candidates promise that the council shall buy local food for every school of the town. '.repeat(
    12,
  );

const BAD_FILES = [
  { name: 'vide.txt', buffer: Buffer.alloc(0), says: 'Le fichier est vide' },
  { name: 'blanc.txt', buffer: Buffer.from('  \n \n'), says: 'aucun texte' },
  { name: 'photo.png', buffer: PNG, says: 'est une image' },
  { name: 'photo.docx', buffer: PNG, says: 'annonce un document Word' },
  { name: 'tronque.pdf', buffer: Buffer.from('%PDF-1.7\n1 0 obj\n<<'), says: 'abîmé' },
  { name: 'note.rtf', buffer: Buffer.from('{\\rtf1\\ansi Bonjour}'), says: 'RTF' },
  { name: 'pact.txt', buffer: Buffer.from(ENGLISH), says: 'français' },
] as const;

async function sendIt(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lire ce document' }).click();
}

for (const { name, buffer, says } of BAD_FILES) {
  test(`${name} is refused with its own words`, async ({ page }) => {
    await page.goto('/lire');
    await page.getByLabel('Un fichier').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await page.getByLabel('Commune ou intercommunalité').fill('Champigny-sur-Marne (94017)');
    await page.getByLabel('Sorte de document').selectOption('un pacte signé');
    await sendIt(page);
    await expect(page.getByRole('alert')).toContainText(says);
    await expect(page.getByLabel('Commune ou intercommunalité')).toHaveValue('Champigny-sur-Marne (94017)');
    await expect(page.getByLabel('Sorte de document')).toHaveValue('pact');
  });
}

test('nothing to read, two things to read, an address that is none: each is said', async ({ page }) => {
  await page.goto('/lire');
  await sendIt(page);
  await expect(page.getByRole('alert')).toContainText('Il n’y a rien à lire');
  await page.getByLabel('Ou son texte, collé ici').fill('Un pacte\navec des mots');
  await page
    .getByLabel('Un fichier')
    .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') });
  await sendIt(page);
  await expect(page.getByRole('alert')).toContainText('gardez l’un des deux');
  await expect(page.getByLabel('Ou son texte, collé ici')).toHaveValue('Un pacte\navec des mots');

  await page.getByLabel('Un fichier').setInputFiles([]);
  await page.getByLabel('Adresse où il est publié').fill('javascript:alert(1)');
  await sendIt(page);
  await expect(page.getByRole('alert')).toContainText('n’est pas une adresse complète');
  await expect(page.getByLabel('Adresse où il est publié')).toHaveValue('javascript:alert(1)');
});

test('a file past the limit is refused', async ({ page }) => {
  await page.goto('/lire');
  const buffer = Buffer.alloc(20 * 1024 * 1024 + 1, 'a\n');
  await page.getByLabel('Un fichier').setInputFiles({ name: 'grand.txt', mimeType: 'text/plain', buffer });
  await sendIt(page);
  await expect(page.getByRole('alert')).toContainText('20 Mo');
});

test('a form past all limits is refused without reading it @no-window', async ({ request, baseURL }) => {
  const buffer = Buffer.alloc(23 * 1024 * 1024, 'a');
  const answer = await request
    .post('/lire', {
      headers: { accept: 'text/html', origin: baseURL ?? '' },
      multipart: { file: { name: 'a.txt', mimeType: 'text/plain', buffer } },
    })
    .then((given) => given.status());
  expect(answer).toBe(413);
});

test('a sending shows how far it is, and can be cancelled: nothing typed is lost @scripted', async ({ page }) => {
  await page.goto('/lire');
  await page.route('/lire', (route) => (route.request().method() === 'POST' ? undefined : route.continue()));
  await page.getByLabel('Ou son texte, collé ici').fill('Un pacte');
  await sendIt(page);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lire ce document' })).toBeDisabled();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByRole('alert')).toContainText('Envoi annulé');
  await expect(page.getByRole('progressbar')).toBeHidden();
  await expect(page.getByLabel('Ou son texte, collé ici')).toHaveValue('Un pacte');
  await expect(page.getByRole('button', { name: 'Lire ce document' })).toBeEnabled();
});

test('communes are suggested while one types, mistakes forgiven @scripted', async ({ page }) => {
  await page.goto('/lire');
  await page.getByLabel('Commune ou intercommunalité').pressSequentially('champini');
  await expect(page.locator('datalist option').first()).toHaveAttribute('value', 'Champigny-sur-Marne (94017)');
});

test('an address of a reading that is not there says what to do', async ({ page }) => {
  await page.goto('/lire/en-cours/inconnu');
  await expect(page.getByText('Cette lecture n’existe pas')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Déposer un document' })).toBeVisible();
});
