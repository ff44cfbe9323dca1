import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Person } from '#domain/access/gate.ts';
import { problemsBefore, publishEdition } from '../workbench/publish-edition.ts';
import { editionById } from '#server/charters.ts';
import { readCharter } from '#reading/charter/read-charter.ts';
import { doubtsOf } from '#reading/charter/doubts.ts';
import type { Reading } from '#reading/contract.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { writePact } from '#tests/world-readings.ts';
import { sameMeasure } from '#domain/workbench/change.ts';
import { wordsOfMeasure } from '#domain/workbench/draft.ts';
import { changeHead } from '../workbench/change-head.ts';
import { openFromReading } from './open-from-reading.ts';
import { settleDoubt } from './settle-doubt.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const TEAM: Person = { kind: 'person', id: 'p-team', holds: [{ role: 'national-team' }] };
const LOU: Person = { kind: 'person', id: 'p-lou', holds: [] };
const THEN = new Date('2031-03-01T10:00:00Z');
const NOW = new Date('2031-03-02T10:00:00Z');
const COORACE = readFileSync('data/documents/coorace-10-propositions-2020.txt', 'utf8');
const PACTE = readFileSync('data/documents/pacte-transition-2020.txt', 'utf8');

async function readingOf(reading: Reading): Promise<string> {
  const { db } = database;
  const kept = await stores().documents.keep({
    bytes: new TextEncoder().encode(reading.text),
    filename: 'charte.txt',
    mediaType: 'text/plain',
    source: { url: null, description: null, publishedOn: null },
    receivedAt: THEN,
  });
  const { token } = await storesOn(db).drafts.open({
    document: kept.id,
    reading,
    readerVersion: 'test',
    choices: { edition: null, place: null, signedOn: null, termFrom: null },
    openedBy: 'anyone',
    openedAt: THEN,
    expiresAt: new Date('2031-04-01T10:00:00Z'),
  });
  return token;
}

let opened = 0;
const open = async (
  token: string,
  { by = TEAM, ...rest }: { by?: Person; editionId?: string; sending?: string } = {},
) => {
  opened += 1;
  const request = { token, title: 'Une charte lue', year: 2032, collective: null, editionId: `lue-${opened}`, ...rest };
  return await openFromReading(stores(), by, request, NOW);
};

async function openedFrom(text: string) {
  const made = await open(await readingOf(readCharter(text)));
  if (!made.ok) throw new Error(made.refusal.kind);
  const draft = await stores().workbench.find(made.value.id);
  if (draft === null) throw new Error('not there');
  return { draft, doubts: await stores().doubts.of(draft.id) };
}

describe('the charter of COORACE, read from its document', () => {
  test('is in the workbench word for word as the edition that people compared by eye', async () => {
    const { draft } = await openedFrom(COORACE);
    const known = editionById('coorace-2020');
    expect(draft.basedOn).toBeNull();
    expect(draft.measures.map(({ words }) => words)).toEqual(known?.measures.map(wordsOfMeasure));
    expect(draft.measures.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(draft.head.preamble.join(' ')).toContain('territoires inclusifs');
  });

  test('carries what the reader doubted, and cannot be published before somebody settled each', async () => {
    const { draft, doubts } = await openedFrom(COORACE);
    expect(doubts.map(({ kind }) => kind)).toEqual(['carriers', 'preamble']);
    const { head, editionId, title, year, version } = draft;
    await changeHead(
      stores(),
      TEAM,
      { draft: draft.id, version, editionId, title, year, head: { ...head, publisher: 'COORACE' } },
      NOW,
    );
    expect(await publishEdition(stores(), TEAM, { draft: draft.id }, NOW)).toMatchObject({
      refusal: { kind: 'draft-has-problems', problems: [{ kind: 'doubts-open', doubts: 2 }] },
    });
    const settling = { draft: draft.id, doubt: doubts[0]?.id ?? 0, words: 'Comparé au PDF' };
    expect(await settleDoubt(stores(), LOU, settling, NOW)).toMatchObject({ refusal: { kind: 'not-allowed' } });
    expect(await settleDoubt(stores(), TEAM, settling, NOW)).toEqual({ ok: true, value: null });
    expect(await settleDoubt(stores(), TEAM, settling, NOW)).toMatchObject({ refusal: { kind: 'no-such-doubt' } });
    expect((await stores().doubts.of(draft.id))[0]?.settled).toEqual({ at: NOW, words: 'Comparé au PDF' });
    const carriers = { ...settling, doubt: doubts[1]?.id ?? 0, words: '' };
    expect(await settleDoubt(stores(), TEAM, carriers, NOW)).toMatchObject({ ok: true });
    const last = await stores().workbench.find(draft.id);
    expect(last === null ? null : await problemsBefore(stores(), last, NOW)).toEqual([]);
  });

  test('settles no doubt of another draft', async () => {
    const one = await openedFrom(COORACE);
    const other = await openedFrom(COORACE);
    const settling = { draft: one.draft.id, doubt: other.doubts[0]?.id ?? 0, words: '' };
    expect(await settleDoubt(stores(), TEAM, settling, NOW)).toMatchObject({ refusal: { kind: 'no-such-doubt' } });
  });
});

describe('the Pacte of 2020, read from its document', () => {
  test('has its 32 measures and 3 principles, and says that the text of 14 is missing', async () => {
    const { draft, doubts } = await openedFrom(PACTE);
    expect(draft.measures).toHaveLength(32);
    expect(draft.head.principles.map(({ letter }) => letter)).toEqual(['A', 'B', 'C']);
    const empty = doubts.filter(({ kind }) => kind === 'no-clause');
    const numbers = empty.map(({ measure }) => draft.measures.find(({ id }) => id === measure)?.number);
    expect(numbers).toEqual([14]);
  });

  test('holds the words that were compared by eye, but for what was added from elsewhere', async () => {
    const { draft } = await openedFrom(PACTE);
    const known = editionById('pacte-transition-2020')?.measures ?? [];
    const differ = draft.measures.filter(({ number, words }) => {
      const measure = known.find((one) => one.number === number);
      return measure === undefined || words === null || !sameMeasure(wordsOfMeasure(measure), words);
    });
    expect(differ.map(({ number }) => number)).toEqual([14]);
  });
});

describe('a charter is taken over', () => {
  test('once, when its form is sent twice', async () => {
    const token = await readingOf(readCharter(COORACE));
    const sent = { editionId: 'deux-fois', sending: 'a' };
    const [first, second] = [await open(token, sent), await open(token, sent)];
    expect(second).toEqual(first);
    const id = first.ok ? first.value.id : 0;
    expect(await stores().doubts.of(id)).toHaveLength(2);
  });

  test('by whoever may write an edition, from a reading whose address they have', async () => {
    const token = await readingOf(readCharter(COORACE));
    expect(await open(token, { by: LOU })).toMatchObject({ refusal: { kind: 'not-allowed' } });
    expect(await open('nowhere')).toMatchObject({ refusal: { kind: 'unknown-draft' } });
    const pact = await readingOf(writePact({ list: 'Une liste', commitments: [] }));
    expect(await open(pact)).toMatchObject({ refusal: { kind: 'not-a-charter' } });
  });

  test('though its preamble is as long as a book: all that a draft holds is kept, and a doubt says so', async () => {
    const long = Array.from({ length: 300 }, (_, line) => `Nous pensons la chose ${line} avec soin.`).join('\n\n');
    const { draft, doubts } = await openedFrom(`${long}\n\n${COORACE}`);
    expect(draft.measures).toHaveLength(10);
    expect(draft.head.preamble.length).toBeLessThanOrEqual(40);
    expect(doubts.some(({ kind }) => kind === 'preamble')).toBe(true);
  });
});

test('nothing that the reader did not place is lost, numbers that skip are said, and doubts are bounded', () => {
  const skipping =
    '1. Planter des arbres\n\n- Je plante cent arbres par an\n\n3. Ouvrir des jardins\n\n- Je donne un terrain\n';
  expect(doubtsOf(readCharter(skipping))).toContainEqual({ kind: 'number-skipped', at: null, said: '', quote: '2' });
  const empty = doubtsOf(readCharter('Rien qui ressemble à une charte.'));
  expect(empty.map(({ kind }) => kind)).toEqual(['warning', 'carriers', 'preamble']);
  const read = readCharter(COORACE);
  const far = { start: read.text.length - 2, end: read.text.length - 1, text: 'x' };
  const noisy = {
    ...read,
    unread: Array.from({ length: 500 }, () => far),
    warnings: Array.from({ length: 400 }, () => ({ code: 'x', message: 'Un doute', spans: [] })),
  };
  expect(doubtsOf(noisy)).toHaveLength(200);
});

test('what the reader wrote is kept as text: hostile words stay words', async () => {
  const { draft } = await openedFrom(COORACE.replace('Cohésion Sociale', '<script>alert(1)</script> Cohésion'));
  const { rows } = await sql<{ title: string }>`
    select words ->> 'title' as title from draft_measure where draft_id = ${draft.id} and number = 5`.execute(
    database.db,
  );
  expect(rows[0]?.title).toContain('<script>');
});
