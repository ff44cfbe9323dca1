/** Whether a person read a document before it was published is said by that person, and shown on the page. */
import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { withPageRenderer } from '#tests/render-page.ts';
import { NOGENT, OPERATOR, readAs, settle } from '#tests/world.ts';
import { writePact, writePlan } from '#tests/world-readings.ts';
import { dayOf } from '#ui/messages/format.fr.ts';
import { openDraft } from '#use-cases/drafts/open-draft.ts';
import type { Reading } from '#reading/contract.ts';
import { command } from './publish.ts';

/** A draft lives 30 days, and the command knows only today. */
const NOW = new Date();
const database = withTestDatabase();
const pages = withPageRenderer();

beforeAll(async () => {
  await settle(database.db);
  provideRuntime({ config: readConfig({}, resolve('.')), db: database.db });
});

async function publish(reading: Reading, ...options: string[]): Promise<string> {
  const { db } = database;
  const document = { bytes: Buffer.from(reading.text), filename: 'pacte.txt', place: NOGENT, read: readAs(reading) };
  const opened = await openDraft(storesOn(db), OPERATOR, document, NOW);
  if (!opened.ok) throw new Error(opened.refusal.kind);
  const said: string[] = [];
  const complained: string[] = [];
  const code = await command.run([String(opened.value.draft), ...options], {
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
    withRuntime: (work) => work({ config: readConfig({}, resolve('.')), db }),
  });
  expect([code, complained]).toEqual([0, []]);
  return /\/(\d+)$/.exec(said[0] ?? '')?.[1] ?? '';
}

const signed = (list: string) => writePact({ list, commitments: [{ measure: 1, words: `1, ${list}` }] });
const pactPage = (pact: string, slug: string) =>
  pages.render('/pactes/[pact]', `/pactes/${pact}-${slug}`, { pact: `${pact}-${slug}` });

test('published without a word of a review, the page says that nobody looked', async () => {
  const html = await pactPage(await publish(signed('Sans relecture')), 'sans-relecture');
  expect(html).toContain(`Lu automatiquement le ${dayOf(NOW)}. Pas encore relu par une personne`);
  expect(html).not.toMatch(/relu le/);
});

test('published as reviewed, the page says when and by whom', async () => {
  const html = await pactPage(
    await publish(signed('Avec relecture'), '--reviewed', '--by', 'Claire'),
    'avec-relecture',
  );
  expect(html).toContain(`Lu automatiquement le ${dayOf(NOW)}, relu le `);
  expect(html).toMatch(/relu le \d+(?:er)? \p{L}+ \d{4} par Claire\./u);
  expect(html).not.toContain('Pas encore relu');
});

test('taking doubts as read is not a review', async () => {
  const html = await pactPage(await publish(signed('Prise telle quelle'), '--accept-all'), 'prise-telle-quelle');
  expect(html).toContain('Pas encore relu par une personne');
});

test('a plan says the same', async () => {
  const plan = await publish(writePlan('Plan relu', [{ number: '1', title: 'Isoler' }]), '--reviewed');
  const html = await pages.render('/plans/[plan]', `/plans/${plan}-plan-relu`, { plan: `${plan}-plan-relu` });
  expect(html).toMatch(/relu le \d+(?:er)? \p{L}+ \d{4} par équipe du site\./u);
});
