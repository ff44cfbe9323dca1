import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import type { LinkPair } from '#domain/crosswalk/crosswalk-link.ts';
import { changesBetween } from '#domain/crosswalk/crosswalk-version.ts';
import type { CharterPromise } from '#domain/crosswalk/promise-words.ts';
import { loadGoals } from '#server/goals.ts';
import { findPair } from '#server/storage/crosswalk-links.ts';
import { allRelations, relationsOf } from '#server/storage/crosswalk-relations.ts';
import { findVersion } from '#server/storage/crosswalk-versions.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { arrangeMeasures } from '../workbench/arrange-measures.ts';
import { openDraft } from '../workbench/open-draft.ts';
import { publishEdition } from '../workbench/publish-edition.ts';
import { removeMeasure } from '../workbench/shape-measures.ts';
import { addLink, type AddLink } from './add-link.ts';
import { decideLink, type DecideLink } from './decide-link.ts';
import { GOALS, proposeCrosswalk } from './propose-crosswalk.ts';
import { publishCrosswalk } from './publish-crosswalk.ts';
import { seeCrosswalk } from './see-crosswalk.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const TEAM: Actor = { kind: 'person', id: 'p-team', holds: [{ role: 'national-team' }] };
const LOU: Actor = { kind: 'person', id: 'p-lou', holds: [{ role: 'collective-coordinator', collective: 1 }] };
const THEN = new Date('2031-03-01T10:00:00Z');
const PACTE = 'pacte-transition-2020';
const COORACE = 'coorace-2020';
const NEXT = 'pacte-transition-2032';
const goals = loadGoals();

const MEALS: LinkPair = {
  from: { edition: COORACE, item: 'm8' },
  to: { kind: 'promise', edition: PACTE, item: 'm7' },
};

beforeEach(async () => {
  for (const table of [
    'crosswalk_link',
    'crosswalk_version',
    'measure_origin',
    'edition',
    'draft_measure',
    'edition_draft',
  ]) {
    await sql`delete from ${sql.table(table)}`.execute(database.db);
  }
});

const propose = async (from = COORACE, to = PACTE, by = TEAM) =>
  await proposeCrosswalk(stores(), by, { from, to, goals }, THEN);

/** The line of the school meals, proposed. */
async function meals() {
  await propose();
  const link = await findPair(database.db, MEALS);
  if (link === null) throw new Error('not proposed');
  return link;
}

const decide = async (request: Partial<DecideLink> & Pick<DecideLink, 'link' | 'version'>, by = TEAM) =>
  await decideLink(
    stores(),
    by,
    { decision: 'confirm', relation: 'overlaps', reason: 'Les cantines', goals, ...request },
    THEN,
  );

const add = async (request: Partial<AddLink>, by = TEAM) =>
  await addLink(
    stores(),
    by,
    {
      from: { edition: PACTE, item: 'm31' },
      to: { kind: 'promise', edition: COORACE, item: 'm6' },
      relation: 'wider',
      reason: 'Les tiers-lieux',
      goals,
      ...request,
    },
    THEN,
  );

const relativesOf = async (promise: CharterPromise) =>
  (await relationsOf(database.db, { ...promise, limit: 20 })).promises.first;

const journalled = async (): Promise<readonly string[]> => {
  const { rows } = await sql<{ act: string }>`
    select act from journal_event where subject_kind = 'crosswalk' order by sequence desc limit 3`.execute(database.db);
  return rows.map(({ act }) => act);
};

describe('two charters compared', () => {
  test('give proposals for a person to look at, and no relation', async () => {
    expect(await propose()).toEqual({ ok: true, value: { added: 17, renewed: 0, known: 0 } });
    expect(await allRelations(database.db)).toEqual([]);
    expect((await journalled())[0]).toBe('propose-crosswalk');
  });

  test('twice, or from the other side, are the same lines', async () => {
    await propose();
    expect(await propose()).toEqual({ ok: true, value: { added: 0, renewed: 0, known: 17 } });
    expect(await propose(PACTE, COORACE)).toEqual({ ok: true, value: { added: 0, renewed: 0, known: 17 } });
  });

  test('at the same moment by two people are the same lines', async () => {
    const both = await Promise.all([propose(), propose(PACTE, COORACE)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    const counts = await stores().crosswalk.counts();
    expect(counts['link-proposed']).toBe(17);
  });

  test('with the goals of the United Nations give proposals too', async () => {
    expect(await propose(PACTE, GOALS)).toMatchObject({ ok: true, value: { renewed: 0 } });
    expect((await stores().crosswalk.counts())['link-proposed']).toBeGreaterThan(60);
  });

  test('are refused when they are one, or unknown; a collective’s coordinator compares nothing', async () => {
    expect(await propose(PACTE, PACTE)).toMatchObject({ refusal: { kind: 'same-edition' } });
    expect(await propose(PACTE, 'pacte-1789')).toMatchObject({ refusal: { kind: 'unknown-edition' } });
    expect(await propose(PACTE, COORACE, LOU)).toMatchObject({ refusal: { kind: 'not-allowed' } });
    expect(await seeCrosswalk(stores(), LOU, { state: 'link-proposed', limit: 10 })).toMatchObject({
      refusal: { kind: 'not-allowed' },
    });
  });
});

describe('a proposal', () => {
  test('is a relation once a person said which, read from both sides', async () => {
    const { id: link, version } = await meals();
    expect(await decide({ link, version, relation: 'wider', reason: '' })).toMatchObject({ ok: true });
    expect(await relativesOf(MEALS.from)).toMatchObject([{ ...MEALS, relation: 'wider', since: THEN }]);
    const other = await relativesOf({ edition: PACTE, item: 'm7' });
    expect(other).toMatchObject([{ to: { edition: COORACE, item: 'm8' }, relation: 'narrower' }]);
    expect((await journalled())[0]).toBe('confirm-crosswalk-link');
  });

  test('is no relation without one of the four words for it', async () => {
    const { id: link, version } = await meals();
    expect(await decide({ link, version, relation: null })).toMatchObject({ refusal: { kind: 'relation-missing' } });
  });

  test('is refused with a reason, never proposed again, and taken back when that was a mistake', async () => {
    const { id: link, version } = await meals();
    const refusal = { decision: 'refuse', relation: null } as const;
    expect(await decide({ link, version, ...refusal, reason: ' ' })).toMatchObject({
      refusal: { kind: 'text-missing' },
    });
    expect(await decide({ link, version, ...refusal, reason: 'Autre sujet' })).toMatchObject({ ok: true });
    expect(await propose()).toMatchObject({ value: { known: 17 } });
    expect(await findPair(database.db, MEALS)).toMatchObject({ state: 'link-refused', reason: 'Autre sujet' });
    expect(await decide({ link, version: version + 1 })).toMatchObject({ ok: true });
    expect(await allRelations(database.db)).toHaveLength(1);
  });

  test('decided by two people at once is decided once: the other is told, and overwrites nothing', async () => {
    const { id: link, version } = await meals();
    const both = await Promise.all([
      decide({ link, version, relation: 'same' }),
      decide({ link, version, decision: 'refuse', reason: 'Non' }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'decided-meanwhile' } });
  });

  test('sent twice by one press is decided once, and answers the same', async () => {
    const { id: link, version } = await meals();
    const sent = { link, version, sending: 'a' };
    expect(await decide(sent)).toEqual(await decide(sent));
    expect(await findPair(database.db, MEALS)).toMatchObject({ version: version + 1 });
  });

  test('is not confirmed when the words are no longer those that were compared; comparing again mends it', async () => {
    const { id: link, version } = await meals();
    await sql`update crosswalk_link set words_sha256 = ${'0'.repeat(64)} where id = ${link}`.execute(database.db);
    expect(await decide({ link, version })).toMatchObject({ refusal: { kind: 'words-changed' } });
    expect(await propose()).toMatchObject({ value: { added: 0, renewed: 1, known: 16 } });
    expect(await decide({ link, version: version + 1 })).toMatchObject({ ok: true });
  });

  test('once confirmed gets another relation, and is withdrawn, each with its reason', async () => {
    const { id: link, version } = await meals();
    await decide({ link, version });
    expect(await decide({ link, version: version + 1, relation: 'same', reason: '' })).toMatchObject({
      refusal: { kind: 'text-missing' },
    });
    await decide({ link, version: version + 1, relation: 'same', reason: 'Relu' });
    expect(await relativesOf(MEALS.from)).toMatchObject([{ relation: 'same', reason: 'Relu' }]);
    await decide({ link, version: version + 2, decision: 'withdraw', relation: null, reason: 'Contesté' });
    expect(await allRelations(database.db)).toEqual([]);
  });

  test('is decided by the national team alone, and one that is not there by nobody', async () => {
    const { id: link, version } = await meals();
    expect(await decide({ link, version }, LOU)).toMatchObject({ refusal: { kind: 'not-allowed' } });
    expect(await decide({ link: 999_999, version })).toMatchObject({ refusal: { kind: 'unknown-link' } });
  });
});

describe('a line added by hand', () => {
  test('is a relation at once, said in the order it was typed, whatever the order it is kept in', async () => {
    expect(await add({})).toMatchObject({ ok: true });
    expect(await relativesOf({ edition: PACTE, item: 'm31' })).toMatchObject([
      { to: { edition: COORACE, item: 'm6' }, relation: 'wider' },
    ]);
    expect(await relativesOf({ edition: COORACE, item: 'm6' })).toMatchObject([{ relation: 'narrower' }]);
  });

  test('is the line that waits when there is one: the person is sent there', async () => {
    const { id: link } = await meals();
    const known = await add({ ...MEALS, relation: 'same' });
    expect(known).toMatchObject({ refusal: { kind: 'link-known', link, state: 'link-proposed' } });
  });

  test('says why, and speaks of promises that are there', async () => {
    expect(await add({ reason: '' })).toMatchObject({ refusal: { kind: 'text-missing' } });
    expect(await add({ from: { edition: PACTE, item: 'm99' } })).toMatchObject({
      refusal: { kind: 'unknown-promise' },
    });
    expect(await add({ from: { edition: PACTE, item: `m1'; drop` } })).toMatchObject({
      refusal: { kind: 'unknown-promise' },
    });
    expect(await add({ to: { kind: 'promise', edition: PACTE, item: 'm2' } })).toMatchObject({
      refusal: { kind: 'same-edition' },
    });
    expect(await add({ to: { kind: 'goal', goal: 18 }, relation: null })).toMatchObject({
      refusal: { kind: 'unknown-promise' },
    });
    expect(await add({ to: { kind: 'goal', goal: 11 }, relation: null })).toMatchObject({ ok: true });
  });
});

/** Made in the workbench from that of 2020: measures 7 and 22 change places, 31 is removed. */
async function publishNext(): Promise<void> {
  const request = { editionId: NEXT, title: 'Pacte', year: 2032, collective: null, from: PACTE };
  const opened = await openDraft(stores(), TEAM, request, THEN);
  if (!opened.ok) throw new Error(opened.refusal.kind);
  const draft = opened.value.id;
  const of = async (number: number) => {
    const found = (await stores().workbench.find(draft))?.measures.find((measure) => measure.number === number);
    if (found === undefined) throw new Error(`no measure ${number}`);
    return found;
  };
  const [seven, other, last] = [await of(7), await of(22), await of(31)];
  const numbers = new Map([
    [seven.id, 22],
    [other.id, 7],
  ]);
  const removal = { draft, measure: last.id, version: last.version, reason: 'Fait partout' };
  for (const done of [
    await arrangeMeasures(stores(), TEAM, { draft, numbers }, THEN),
    await removeMeasure(stores(), TEAM, removal, THEN),
    await publishEdition(stores(), TEAM, { draft }, THEN),
  ]) {
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  }
}

describe('a published edition that was made from another', () => {
  test('says what became of each measure, from both sides, without anybody confirming it again', async () => {
    await publishNext();
    const [seven, removed] = [
      { edition: PACTE, item: 'm7' },
      { edition: PACTE, item: 'm31' },
    ];
    expect(await relativesOf(seven)).toMatchObject([
      { to: { edition: NEXT, item: 'm22' }, relation: 'became', since: THEN },
    ]);
    expect(await relativesOf({ edition: NEXT, item: 'm22' })).toMatchObject([{ relation: 'came-from' }]);
    expect(await relativesOf(removed)).toEqual([]);
    expect(await allRelations(database.db)).toHaveLength(31);
    expect(await add({ from: seven, to: { kind: 'promise', edition: NEXT, item: 'm22' } })).toMatchObject({
      refusal: { kind: 'said-by-publication' },
    });
  });

  test('leaves nothing to propose of what it says, and is in the next version', async () => {
    await publishNext();
    await propose(PACTE, NEXT);
    const pair = { from: { edition: PACTE, item: 'm7' }, to: { kind: 'promise', edition: NEXT, item: 'm22' } } as const;
    expect(await findPair(database.db, pair)).toBeNull();
    expect(await publishCrosswalk(stores(), TEAM, { goals }, THEN)).toMatchObject({ ok: true });
    const version = await findVersion(database.db, 1);
    expect(version?.content.relations).toHaveLength(31);
    expect(version?.content.relations[0]).toMatchObject({ from: { edition: PACTE }, relation: 'became' });
  });
});

describe('what was confirmed of a measure', () => {
  const asked = async (edition: string, item: string) => {
    const { rows } = await sql<{ item: string; relation: string | null }>`
      select likeness -> 0 ->> 'kind' as item, likeness -> 0 ->> 'relation' as relation from crosswalk_link
      where state = 'link-proposed' and ((to_edition, to_item) = (${edition}, ${item}) or (from_edition, from_item) = (${edition}, ${item}))
      order by score desc`.execute(database.db);
    return rows;
  };

  test('whose words the next edition changes is proposed of it again, already filled in, before what the reader saw', async () => {
    const { id: link, version } = await meals();
    await decide({ link, version, relation: 'wider' });
    await add({ from: { edition: PACTE, item: 'm7' }, to: { kind: 'goal', goal: 2 }, relation: null });
    await publishNext();
    await sql`update measure_origin set change = 'modified' where measure = 22`.execute(database.db);
    await propose(COORACE, NEXT);
    expect((await asked(NEXT, 'm22'))[0]).toEqual({ item: 'said-before', relation: 'wider' });
    await propose(NEXT, GOALS);
    const pair = { from: { edition: NEXT, item: 'm22' }, to: { kind: 'goal', goal: 2 } } as const;
    expect((await findPair(database.db, pair))?.likeness[0]).toMatchObject({
      kind: 'said-before',
      of: { edition: PACTE, item: 'm7' },
      reason: 'Les tiers-lieux',
    });
  });

  test('whose words the next edition keeps holds there, and is asked of nobody', async () => {
    const { id: link, version } = await meals();
    await decide({ link, version });
    await publishNext();
    await propose(COORACE, NEXT);
    const pair = { from: MEALS.from, to: { kind: 'promise', edition: NEXT, item: 'm22' } } as const;
    expect(await findPair(database.db, pair)).toBeNull();
    expect(await relativesOf({ edition: NEXT, item: 'm22' })).toMatchObject([
      { to: MEALS.from, through: { edition: PACTE, item: 'm7' } },
      { relation: 'came-from' },
    ]);
  });
});

describe('a version', () => {
  const publish = async (by = TEAM, sending?: string) =>
    await publishCrosswalk(stores(), by, { goals, ...(sending === undefined ? {} : { sending }) }, THEN);

  test('is frozen under its number, with a hash of its very bytes', async () => {
    await add({});
    expect(await publish()).toEqual({ ok: true, value: { number: 1 } });
    const version = await findVersion(database.db, 1);
    expect(
      createHash('sha256')
        .update(version?.bytes ?? '', 'utf8')
        .digest('hex'),
    ).toBe(version?.sha256);
    expect(version?.content).toMatchObject({
      number: 1,
      editions: [{ id: COORACE }, { id: PACTE }],
      relations: [
        { from: { edition: COORACE, item: 'm6' }, to: { edition: PACTE, item: 'm31' }, relation: 'narrower' },
      ],
    });
  });

  test('says what changed since the one before, which stays as it was', async () => {
    const { id: link, version } = await meals();
    await decide({ link, version, relation: 'wider' });
    await add({ from: { edition: PACTE, item: 'm30' } });
    await publish();
    await decide({ link, version: version + 1, relation: 'same', reason: 'Relu' });
    await add({ to: { kind: 'goal', goal: 17 }, relation: null });
    expect(await publish()).toEqual({ ok: true, value: { number: 2 } });
    const [one, two] = [await findVersion(database.db, 1), await findVersion(database.db, 2)];
    const changes = changesBetween(one?.content.relations ?? [], two?.content.relations ?? []);
    expect(changes).toMatchObject({
      added: [{ to: { goal: 17 } }],
      removed: [],
      changed: [{ before: { relation: 'wider' }, after: { relation: 'same' } }],
    });
    expect(one?.content.relations).toHaveLength(2);
  });

  test('of nothing, or of nothing new, is not published; two people at once publish one', async () => {
    expect(await publish()).toMatchObject({ refusal: { kind: 'nothing-to-publish' } });
    await add({});
    const both = await Promise.all([publish(), publish()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await publish()).toMatchObject({ refusal: { kind: 'nothing-changed', number: 1 } });
    expect(await publish(LOU)).toMatchObject({ refusal: { kind: 'not-allowed' } });
  });

  test('holds proposals that nobody confirmed, never', async () => {
    await propose();
    expect(await publish()).toMatchObject({ refusal: { kind: 'nothing-to-publish' } });
  });
});

test('the queue is read page by page, the likeliest first, each line once', async () => {
  await propose();
  const seen: number[] = [];
  let after: { score: number; id: number } | undefined;
  for (;;) {
    const page = await seeCrosswalk(stores(), TEAM, {
      state: 'link-proposed',
      limit: 5,
      ...(after === undefined ? {} : { after }),
    });
    if (!page.ok) throw new Error(page.refusal.kind);
    seen.push(...page.value.links.map(({ id }) => id));
    if (page.value.next === null || page.value.next === undefined) break;
    after = page.value.next;
  }
  expect(seen).toHaveLength(17);
  expect(new Set(seen).size).toBe(17);
});
