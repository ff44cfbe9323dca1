/** The edition of 2032 is made from that of 2020: kept, changed, merged, split, removed, added, published, once and for ever. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#domain/access/gate.ts';
import { changeOf } from '#domain/workbench/change.ts';
import type { EditionDraft, MeasureWords } from '#domain/workbench/draft.ts';
import { changeCounts } from '#domain/workbench/origins.ts';
import { wordsIn } from '#domain/workbench/problems.ts';
import { editionById } from '#server/charters.ts';
import { storesOn } from '#server/stores.ts';
import { measureFate } from '#server/storage/editions-made.ts';
import { verifyJournal } from '#server/storage/journal-verify.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor, newPerson } from '#tests/people.ts';
import { arrangeMeasures } from './arrange-measures.ts';
import { changeHead } from './change-head.ts';
import { knownTo } from './enter-draft.ts';
import { openDraft } from './open-draft.ts';
import { editionHash, publishEdition } from './publish-edition.ts';
import { addMeasure, mergeMeasures, removeMeasure, restoreMeasure, splitMeasure } from './shape-measures.ts';
import { writeMeasure } from './write-measure.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const NOW = new Date('2031-03-01T09:00:00Z');
const TEAM: Person = { kind: 'person', id: 'p-team', holds: [{ role: 'national-team' }] };
const FROM = 'pacte-transition-2020';
const TO = 'pacte-transition-2032';
let draft = 0;

const request = { editionId: TO, title: 'Pacte pour la Transition 2032', year: 2032, collective: null, from: FROM };
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => (result.ok ? 'ok' : result.refusal?.kind);

async function now(): Promise<EditionDraft> {
  const found = await stores().workbench.find(draft);
  if (found === null) throw new Error('the draft is there');
  return found;
}

/** By its number in the draft. */
async function numbered(number: number) {
  const measure = (await now()).measures.find((one) => one.number === number);
  if (measure === undefined || measure.words === null) throw new Error(`no measure ${number}`);
  return { ...measure, words: measure.words };
}

async function written(number: number, words: Partial<MeasureWords>, reason: string) {
  const { id, version, words: before, themes } = await numbered(number);
  const change = { draft, measure: id, version, words: { ...before, ...words }, themes, reason };
  return await writeMeasure(stores(), TEAM, change, NOW);
}

beforeAll(async () => {
  await newPerson(database.db, 'team');
  const opened = await openDraft(stores(), TEAM, request, NOW);
  if (!opened.ok) throw new Error(opened.refusal.kind);
  draft = opened.value.id;
});

test('it starts with every measure as it was: all kept, nothing missing', async () => {
  const { find } = await knownTo(stores(), await now());
  expect(changeCounts(await now(), wordsIn(find))).toEqual({
    kept: 32,
    modified: 0,
    merged: 0,
    split: 0,
    removed: 0,
    added: 0,
  });
  expect((await now()).head.rules).toEqual({ minimumMeasures: 10, requiredPrinciples: ['A', 'B', 'C'] });
});

describe('whoever is not of the national team', () => {
  test('opens, sees, writes and publishes nothing', async () => {
    const stranger = await actorFor(database.db, await newPerson(database.db, 'stranger'));
    const { id, version, words, themes } = await numbered(1);
    const writing = { draft, measure: id, version, words, themes, reason: '' };
    expect(kindOf(await openDraft(stores(), stranger, { ...request, editionId: 'autre-2032' }, NOW))).toBe(
      'not-allowed',
    );
    expect(kindOf(await writeMeasure(stores(), stranger, writing, NOW))).toBe('not-allowed');
    expect(kindOf(await publishEdition(stores(), stranger, { draft }, NOW))).toBe('not-allowed');
  });
});

describe('an address', () => {
  test('that an edition of the files has is refused', async () => {
    const taken = { ...request, editionId: FROM };
    expect(kindOf(await openDraft(stores(), TEAM, taken, NOW))).toBe('address-taken');
  });

  test('that another draft has is refused, also when it is given later', async () => {
    expect(kindOf(await openDraft(stores(), TEAM, request, NOW))).toBe('address-held');
    const other = await openDraft(stores(), TEAM, { ...request, editionId: 'essai-2032', from: null }, NOW);
    if (!other.ok) throw new Error(other.refusal.kind);
    const { head, title, year, version } = (await stores().workbench.find(other.value.id)) ?? (await now());
    const change = { draft: other.value.id, version, editionId: TO, title, year, head };
    expect(kindOf(await changeHead(stores(), TEAM, change, NOW))).toBe('address-held');
  });

  test('that no address can be is refused', async () => {
    for (const editionId of ['', 'Pacte 2032', '../2032', 'pacte--2032', 'a'.repeat(81)])
      expect(kindOf(await openDraft(stores(), TEAM, { ...request, editionId }, NOW))).toBe('bad-address');
  });
});

test('of two people on the same measure nobody’s words vanish: the second is told, and nothing is written', async () => {
  const { id, version, words, themes } = await numbered(2);
  const writing = { draft, measure: id, version, themes, reason: 'Plus clair.' };
  const first = await writeMeasure(
    stores(),
    TEAM,
    { ...writing, words: { ...words, title: 'Le titre de la première' } },
    NOW,
  );
  const second = await writeMeasure(
    stores(),
    TEAM,
    { ...writing, words: { ...words, title: 'Celui de la seconde' } },
    NOW,
  );
  expect([kindOf(first), kindOf(second)]).toEqual(['ok', 'measure-changed-meanwhile']);
  expect((await numbered(2)).words.title).toBe('Le titre de la première');
});

test('words without end are refused', async () => {
  expect(kindOf(await written(3, { title: 'x'.repeat(501) }, ''))).toBe('words-too-long');
  const clauses = Array.from({ length: 41 }, (_, i) => `alinéa ${i}`);
  expect(kindOf(await written(3, { levels: [{ level: 1, clauses }] }, ''))).toBe('too-many');
});

test('a measure is split in two, one merged into another, one removed, one added', async () => {
  const fifteen = await numbered(15);
  const part = await splitMeasure(stores(), TEAM, { draft, measure: fifteen.id }, NOW);
  expect(kindOf(part)).toBe('ok');
  await written(
    15,
    { levels: fifteen.words.levels.slice(0, 2) },
    'Deux sujets en une mesure : on ne savait pas ce qui était pris.',
  );
  await written(
    33,
    { title: 'Rendre cyclable tout le bassin', levels: fifteen.words.levels.slice(2) },
    'Séparée de la mesure 15.',
  );
  const [six, seven] = [await numbered(6), await numbered(7)];
  expect(kindOf(await mergeMeasures(stores(), TEAM, { draft, measure: seven.id, into: six.id }, NOW))).toBe('ok');
  expect(
    kindOf(await removeMeasure(stores(), TEAM, { draft, measure: (await numbered(32)).id, reason: '' }, NOW)),
  ).toBe('ok');
  const words = {
    title: 'Protéger l’eau',
    introduction: [],
    levels: [{ level: 1, clauses: ['Protéger les captages.'] }],
  };
  expect(kindOf(await addMeasure(stores(), TEAM, { draft, words, reason: 'Demandée par les collectifs.' }, NOW))).toBe(
    'ok',
  );
  const { find } = await knownTo(stores(), await now());
  expect(changeCounts(await now(), wordsIn(find))).toMatchObject({
    merged: 1,
    split: 2,
    removed: 1,
    added: 1,
    modified: 1,
  });
});

test('what somebody rewrote since the page was shown is not split, merged or removed unread', async () => {
  const [two, four] = [await numbered(2), await numbered(4)];
  const [stale, staleOther] = [{ draft, measure: two.id, version: two.version - 1 }, four.version - 1];
  const refused = (which: string) => ({ ok: false, refusal: { kind: 'measure-rewritten', which } });
  expect(await splitMeasure(stores(), TEAM, stale, NOW)).toEqual(refused('this'));
  expect(await removeMeasure(stores(), TEAM, { ...stale, reason: 'x' }, NOW)).toEqual(refused('this'));
  expect(await mergeMeasures(stores(), TEAM, { ...stale, into: four.id }, NOW)).toEqual(refused('this'));
  const read = { draft, measure: two.id, version: two.version, into: four.id, intoVersion: staleOther };
  expect(await mergeMeasures(stores(), TEAM, read, NOW)).toEqual(refused('other'));
  expect([(await numbered(2)).version, (await numbered(4)).version]).toEqual([two.version, four.version]);
});

test('what was merged or removed comes back with its words', async () => {
  const removed = (await now()).measures.find(({ words }) => words === null);
  if (removed === undefined) throw new Error('one was removed');
  expect(kindOf(await restoreMeasure(stores(), TEAM, { draft, measure: removed.id }, NOW))).toBe('ok');
  expect((await numbered(32)).words.title).toBe(editionById(FROM)?.measures.at(-1)?.title);
  const [merged] = await stores().workbench.merged(draft);
  expect(kindOf(await restoreMeasure(stores(), TEAM, { draft, measure: merged?.id ?? 0 }, NOW))).toBe('ok');
  expect((await numbered(7)).origins).toEqual([{ edition: FROM, measure: 7 }]);
  expect((await numbered(6)).origins).toEqual([{ edition: FROM, measure: 6 }]);
  // Through one that was merged away itself: word for word as it was, it is kept, not split.
  const [six, seven, eight] = [await numbered(6), await numbered(7), await numbered(8)];
  for (const [measure, into] of [
    [six.id, seven.id],
    [seven.id, eight.id],
  ] as const)
    expect(kindOf(await mergeMeasures(stores(), TEAM, { draft, measure, into }, NOW))).toBe('ok');
  for (const { id } of [six, seven])
    expect(kindOf(await restoreMeasure(stores(), TEAM, { draft, measure: id }, NOW))).toBe('ok');
  for (const number of [6, 7, 8])
    expect((await numbered(number)).origins).toEqual([{ edition: FROM, measure: number }]);
  for (const { id, words, themes, reason } of [seven, eight]) {
    const { version } = await numbered(id === seven.id ? 7 : 8);
    await writeMeasure(stores(), TEAM, { draft, measure: id, version, words, themes, reason }, NOW);
  }
  await mergeMeasures(stores(), TEAM, { draft, measure: (await numbered(7)).id, into: (await numbered(6)).id }, NOW);
  await removeMeasure(stores(), TEAM, { draft, measure: (await numbered(32)).id, reason: '' }, NOW);
});

test('it is not published while a reason, a theme or a number is missing; all that is missing is told at once', async () => {
  const refused = await publishEdition(stores(), TEAM, { draft }, NOW);
  if (refused.ok || refused.refusal.kind !== 'draft-has-problems') throw new Error('it has problems');
  const kinds = refused.refusal.problems.map((problem) => problem.kind);
  expect(new Set(kinds)).toEqual(new Set(['reason-missing', 'theme-missing']));
  expect(editionById(TO)).toBeNull();
});

test('numbers are given all at once, and none twice', async () => {
  const eight = await numbered(8);
  const twice = new Map([[eight.id, 9]]);
  expect(kindOf(await arrangeMeasures(stores(), TEAM, { draft, numbers: twice }, NOW))).toBe('number-given-twice');
  const added = await numbered(34);
  expect(kindOf(await arrangeMeasures(stores(), TEAM, { draft, numbers: new Map([[added.id, 7]]) }, NOW))).toBe('ok');
  expect((await now()).measures.filter(({ words }) => words !== null)[6]?.id).toBe(added.id);
});

test('published: its own address, its hash, every origin, and the pacts of before keep theirs', async () => {
  const { find } = await knownTo(stores(), await now());
  for (const measure of (await now()).measures) {
    const change = changeOf(measure, { all: (await now()).measures, wordsOf: wordsIn(find) });
    const { id, version, words, themes } = measure;
    const reason = measure.reason === '' && change !== 'kept' ? 'Décidé en comité.' : measure.reason;
    if (words === null) await removeMeasure(stores(), TEAM, { draft, measure: id, reason }, NOW);
    else {
      const kept = { 'revue-nationale-2023': 'environnement-et-biodiversite', ...themes };
      await writeMeasure(stores(), TEAM, { draft, measure: id, version, words, themes: kept, reason }, NOW);
    }
  }
  const published = await publishEdition(stores(), TEAM, { draft }, NOW);
  if (!published.ok) throw new Error(JSON.stringify(published.refusal));
  const edition = await stores().editions.find(TO);
  if (edition === null) throw new Error('it is there');
  expect(published.value).toEqual({ edition: TO, sha256: editionHash(edition) });
  expect(edition.measures.map(({ number }) => number)).toEqual(
    Array.from({ length: 33 }, (_, i) => i + 1).filter((n) => n !== 32),
  );
  expect((await measureFate(database.db, { edition: FROM, measure: 15 })).became).toMatchObject([
    { change: 'split', to: { edition: TO, measure: 15 } },
    { change: 'split', to: { edition: TO, measure: 33 } },
  ]);
  expect((await measureFate(database.db, { edition: TO, measure: 6 })).from).toMatchObject([
    { change: 'merged', from: { edition: FROM, measure: 6 } },
    { change: 'merged', from: { edition: FROM, measure: 7 } },
  ]);
  expect((await measureFate(database.db, { edition: FROM, measure: 32 })).became).toMatchObject([
    { change: 'removed', to: { measure: null } },
  ]);
  expect(await verifyJournal(database.db)).toMatchObject({ faults: [] });
});

test('a note goes with its clause: figures of words that did not change are there, of words that did are not', async () => {
  const before = editionById(FROM)?.measures.find(({ number }) => number === 1);
  // Nobody reviewed its themes by publishing it.
  const statuses = async (id: string) => (await stores().editions.find(id))?.groupings.map(({ status }) => status);
  expect(await statuses(TO)).toEqual(await statuses(FROM));
  const after = (await stores().editions.find(TO))?.measures.find(({ number }) => number === 1);
  expect(after).toEqual(before);
  const two = (await stores().editions.find(TO))?.measures.find(({ number }) => number === 2);
  expect(two?.levels[1]?.clauses[0]?.targets).toEqual(editionById(FROM)?.measures[1]?.levels[1]?.clauses[0]?.targets);
});

test('twice is once, and what is published changes no more', async () => {
  expect(kindOf(await publishEdition(stores(), TEAM, { draft }, NOW))).toBe('already-published');
  expect(kindOf(await written(1, { title: 'Autre' }, 'Trop tard'))).toBe('not-allowed');
  expect(await database.db.selectFrom('edition').select('id').execute()).toHaveLength(1);
});
