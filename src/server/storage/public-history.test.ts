import { expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { BRY, buildWorld, correct, publish, THEN } from '#tests/world.ts';
import { writePact } from '#tests/world-readings.ts';
import { sayHistory } from '#ui/messages/corrections.fr.ts';
import { appendEvent, eraseWordsAbout } from './journal.ts';
import { publicHistory } from './public-history.ts';

const database = withTestDatabase();
const LATER = new Date('2026-05-20T08:00:00Z');

test('says newest first when a pact was published and corrected, by which role and why, and names nobody', async () => {
  const { db } = database;
  await buildWorld(db);
  const first = writePact({ list: 'Une liste', commitments: [{ measure: 1, words: '1' }] });
  const reading = writePact({ list: 'Une liste', commitments: [{ measure: 2, words: '2' }] });
  const id = await publish(db, BRY, first);
  await correct(db, { what: 'pact', id }, { first, reading, reason: 'La mesure était mal lue', at: LATER });
  const subject = { kind: 'pact', id } as const;
  // What this version does not know how to say is left out.
  await appendEvent(db, { at: LATER, act: 'an-act-to-come', actor: 'operator', subject, says: { by: 'claire' } });

  const history = await publicHistory(db, subject);
  expect(history.map(sayHistory)).toEqual([
    'Lecture corrigée le 20 mai 2026 par l’équipe du site. Motif : La mesure était mal lue.',
    'Publié le 12 mai 2026 par l’équipe du site.',
  ]);
  expect(history[1]?.at).toEqual(THEN);
  expect(JSON.stringify(history)).not.toContain('claire');

  await eraseWordsAbout(db, subject, LATER);
  expect((await publicHistory(db, subject)).map(({ what, reason }) => [what, reason])).toEqual([
    ['corrected', null],
    ['published', null],
  ]);
});

test('of what the journal does not know, nothing is said', async () => {
  expect(await publicHistory(database.db, { kind: 'plan', id: 999 })).toEqual([]);
});
