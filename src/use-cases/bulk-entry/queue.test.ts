/** The queue of what was brought at once: who holds what, what is published, and that nobody's work is lost or done twice. */
import { beforeAll, describe, expect, test } from 'vitest';
import { bulkEntriesOf, TABLE, teamOfTwo } from '#tests/bulk-entries.ts';
import { withTestDatabase } from '#tests/database.ts';
import { THEN } from '#tests/world.ts';
import type { Person } from '#domain/access/gate.ts';
import { accept } from '#domain/shared/result.ts';
import { storesOn } from '#server/stores.ts';
import { seeDraft } from '../drafts/see-draft.ts';
import { reviewProposal } from '../drafts/review-proposal.ts';
import { claimItem, releaseItem } from './claim-item.ts';
import { forgetEntries } from './forget-entries.ts';
import { exactList, publishItem } from './publish-item.ts';
import { putItemBack, setItemAside } from './set-aside.ts';

const database = withTestDatabase();
const JOB = { kind: 'job', name: 'test' } as const;
let claire: Person;
let driss: Person;
const stores = () => storesOn(database.db);
const later = (minutes: number): Date => new Date(THEN.getTime() + minutes * 60_000);
const { brought, items, states, itemAt, readAll } = bulkEntriesOf(database, () => claire);

beforeAll(async () => {
  ({ claire, driss } = await teamOfTwo(database.db));
});

describe('the queue', () => {
  let entry: number;
  const listed = 'Vivre à Nogent (exemple)';
  beforeAll(async () => {
    const rows = [
      'Nogent-sur-Marne;94;Liste du jour;;;;1.txt',
      `Nogent-sur-Marne;94;${listed};;;;2.txt`,
      'Nogent-sur-Marne;94;Liste trois;;;;3.txt',
    ];
    entry = await brought({
      't.csv': `${TABLE}${rows.join('\n')}`,
      '1.txt': 'PACTE Liste du jour',
      '2.txt': `PACTE ${listed}`,
      '3.txt': 'PACTE Liste trois',
    });
    await readAll();
  });

  test('an item held by one is refused to another, until 30 minutes are over or it is taken over', async () => {
    const key = await itemAt(entry, 1);
    const mine = await claimItem(stores(), claire, { ...key, takeOver: false }, THEN);
    expect(mine.ok).toBe(true);
    expect(await claimItem(stores(), driss, { ...key, takeOver: false }, later(29))).toMatchObject({
      ok: false,
      refusal: { kind: 'claimed-by-another', claim: { by: 'p-claire', at: THEN } },
    });
    expect(await releaseItem(stores(), driss, key, later(29))).toMatchObject({ ok: false });
    expect((await claimItem(stores(), driss, { ...key, takeOver: false }, later(30))).ok).toBe(true);
    expect((await claimItem(stores(), claire, { ...key, takeOver: true }, later(31))).ok).toBe(true);
    expect((await releaseItem(stores(), claire, key, later(32))).ok).toBe(true);
  });

  test('who lost an item can no longer answer in its draft', async () => {
    const key = await itemAt(entry, 1);
    const token = async (who: Person, takeOver: boolean) => {
      const claimed = await claimItem(stores(), who, { ...key, takeOver }, THEN);
      return claimed.ok ? claimed.value.token : '';
    };
    const opens = async (mark: string) =>
      (await seeDraft(stores(), { kind: 'draft-holder', token: mark }, { draft: { token: mark } }, THEN)).ok;
    const before = await token(claire, false);
    expect(await opens(before)).toBe(true);
    const after = await token(driss, true);
    expect([await opens(before), await opens(after)]).toEqual([false, true]);
    expect((await publishItem(stores(), claire, { ...key, list: 'none' }, THEN)).ok).toBe(false);
    await releaseItem(stores(), driss, key, THEN);
  });

  test('who answers keeps it: their half hour begins again with each answer', async () => {
    const key = await itemAt(entry, 1);
    const claimed = await claimItem(stores(), claire, { ...key, takeOver: false }, THEN);
    const token = claimed.ok ? claimed.value.token : '';
    const answer = async (version: number, at: Date) =>
      await reviewProposal(
        stores(),
        { kind: 'draft-holder', token },
        { draft: { token }, proposal: 'commitment-0', version, decision: { kind: 'confirm' } },
        at,
      );
    expect(await answer(0, later(25))).toMatchObject({ ok: true });
    expect(await claimItem(stores(), driss, { ...key, takeOver: false }, later(54))).toMatchObject({
      refusal: { kind: 'claimed-by-another' },
    });
    expect((await claimItem(stores(), driss, { ...key, takeOver: false }, later(55))).ok).toBe(true);
    expect(await answer(1, later(56))).toMatchObject({ refusal: { kind: 'unknown-draft' } });
    // What was answered stays for who goes on.
    const [item] = await items(entry);
    const seen = await seeDraft(stores(), driss, { draft: { id: item?.draftId ?? 0 } }, later(56));
    expect(seen.ok && seen.value.proposals.find(({ id }) => id === 'commitment-0')?.decided).toMatchObject({
      version: 1,
    });
    await releaseItem(stores(), driss, key, later(57));
  });

  test('is published once by two people who press at once, by who holds it', async () => {
    const key = await itemAt(entry, 1);
    expect(await publishItem(stores(), claire, { ...key, list: 'as-said' }, THEN)).toEqual({
      ok: false,
      refusal: { kind: 'not-claimed' },
    });
    await claimItem(stores(), claire, { ...key, takeOver: false }, THEN);
    const answers = await Promise.all(
      [claire, driss, claire].map((who) => publishItem(stores(), who, { ...key, list: 'as-said' }, THEN)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers[1]).toMatchObject({ ok: false });
    const [first] = await items(entry);
    expect(first).toMatchObject({ state: 'published', claimedBy: null });
    const { reviewedBy } = await database.db
      .selectFrom('pact')
      .select('reviewedBy')
      .where('id', '=', first?.pactId ?? 0)
      .executeTakeFirstOrThrow();
    expect(reviewedBy).toBe('national-team');
  });

  test('its list is linked when one kept list is exactly that, else it is asked', async () => {
    const kept = await stores().campaign.keepList(
      {
        ...{ election: 'municipales-2020', municipality: '94052', constituency: null, name: listed, shortName: null },
        ...{
          nuance: null,
          leader: 'Ada Blanc',
          firstRound: 1,
          source: 'exemple',
          enteredAs: 'operator',
          panelNumber: 1,
        },
      },
      THEN,
    );
    const [second, third] = [await itemAt(entry, 2), await itemAt(entry, 3)];
    for (const key of [second, third]) await claimItem(stores(), claire, { ...key, takeOver: false }, THEN);
    expect(
      exactList(await stores().campaign.listsIn('94052', 'municipales-2020'), {
        said: { list: listed },
        named: 'Une autre',
      }),
    ).toBeNull();
    expect(await publishItem(stores(), claire, { ...second, list: 'as-said' }, THEN)).toMatchObject({
      ok: true,
      value: { list: kept.id },
    });
    expect(await publishItem(stores(), claire, { ...third, list: 'as-said' }, THEN)).toEqual({
      ok: false,
      refusal: { kind: 'list-asked' },
    });
    expect(await publishItem(stores(), claire, { ...third, list: 'none' }, THEN)).toMatchObject({
      ok: true,
      value: { list: null },
    });
  });

  test('a file whose pact is public already is told, with the pact', async () => {
    const again = await brought({ 'encore.txt': 'PACTE Liste du jour' });
    const [pact] = (await items(entry)).map(({ pactId }) => pactId);
    expect((await items(again))[0]).toMatchObject({ state: 'already-there', why: { kind: 'published-before', pact } });
  });

  test('an item set aside says why, and comes back as it was', async () => {
    const other = await brought({ 'a.txt': 'ILLISIBLE ici' });
    await readAll();
    const key = await itemAt(other, 1);
    expect(await setItemAside(stores(), claire, { ...key, reason: ' ' }, THEN)).toMatchObject({
      ok: false,
      refusal: { kind: 'text-missing' },
    });
    expect((await setItemAside(stores(), claire, { ...key, reason: 'Illisible' }, THEN)).ok).toBe(true);
    expect(await states(other)).toEqual(['set-aside']);
    expect((await putItemBack(stores(), driss, key, THEN)).ok).toBe(true);
    expect((await items(other)).map(({ state, why }) => [state, why?.kind])).toEqual([['unreadable', 'refused']]);
    expect(await putItemBack(stores(), driss, key, THEN)).toEqual({
      ok: false,
      refusal: { kind: 'item-moved', state: 'unreadable' },
    });
  });

  test('a document that could not be read, or that is set aside, is brought again and read again', async () => {
    const files = { 'r.txt': 'ILLISIBLE pour le moment', 's.txt': 'PACTE Liste rapportée' };
    const first = await brought(files);
    await readAll();
    await setItemAside(stores(), claire, { ...(await itemAt(first, 2)), reason: 'Plus tard' }, THEN);
    expect(await states(first)).toEqual(['unreadable', 'set-aside']);
    const again = await brought(files);
    expect(await states(again)).toEqual(['waiting', 'waiting']);
    await readAll();
    expect(await states(again)).toEqual(['unreadable', 'read']);
    // What waits is told, and where.
    const third = await brought(files);
    expect((await items(third)).map(({ state, why }) => [state, why])).toEqual([
      ['waiting', null],
      ['already-there', { kind: 'in-another-entry', entry: again }],
    ]);
  });

  test('an item set aside opens no more to who held it, nor once it is back', async () => {
    const other = await brought({ 'b.txt': 'PACTE Liste mise de côté' });
    await readAll();
    const key = await itemAt(other, 1);
    const claimed = await claimItem(stores(), claire, { ...key, takeOver: false }, THEN);
    const token = claimed.ok ? claimed.value.token : '';
    const answered = async () =>
      await reviewProposal(
        stores(),
        { kind: 'draft-holder', token },
        { draft: { token }, proposal: 'commitment-0', version: 0, decision: { kind: 'confirm' } },
        later(1),
      );
    await setItemAside(stores(), claire, { ...key, reason: 'À voir' }, THEN);
    expect(await answered()).toMatchObject({ refusal: { kind: 'unknown-draft' } });
    await putItemBack(stores(), driss, key, later(1));
    expect(await answered()).toMatchObject({ refusal: { kind: 'unknown-draft' } });
    expect((await items(other))[0]).toMatchObject({ state: 'read', claimedBy: null });
  });

  test('what was never published is forgotten with its file and draft when its time is over; what was stays', async () => {
    const gone = await brought({ 'a.txt': 'PACTE Oubliée' });
    await readAll();
    const [before] = await items(gone);
    const day = 86_400_000;
    expect(await forgetEntries(stores(), JOB, new Date(THEN.getTime() + 89 * day))).toEqual(
      accept({ entries: 0, items: 0, files: 0 }),
    );
    await forgetEntries(stores(), JOB, new Date(THEN.getTime() + 90 * day));
    expect(await items(gone)).toMatchObject([{ state: 'forgotten', documentId: null, draftId: null, filename: null }]);
    expect(await stores().documents.fetch(before?.documentId ?? 0)).toBeNull();
    expect(await stores().drafts.find({ id: before?.draftId ?? 0 })).toBeNull();
    expect((await states(entry)).filter((state) => state === 'published')).toHaveLength(3);
  });
});
