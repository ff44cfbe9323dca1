import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#domain/access/gate.ts';
import { partCode } from '#domain/consultation/head-part.ts';
import { accept } from '#domain/shared/result.ts';
import { storesOn } from '#server/stores.ts';
import { CONSULTATION_RANGE, consulting, draftFor, OPEN, takingPart, votesIn } from '#tests/consulting.ts';
import { withTestDatabase } from '#tests/database.ts';
import { addressOf, mailsTo } from '#tests/people.ts';
import { OPERATOR, settle, THEN } from '#tests/world.ts';
import { abandonDraft } from '../workbench/abandon-draft.ts';
import { announceConsultation, cancelConsultation, changeConsultation } from './announce-consultation.ts';
import { contribute } from './contribute.ts';
import { voteInConsultation } from './vote.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const ANYONE = { kind: 'anyone' } as const;
const TEAM: Person = { kind: 'person', id: 'p-team', holds: [{ role: 'national-team' }] };

beforeAll(async () => {
  await settle(database.db);
});

const part = async (name: string, id: number) => await takingPart(database.db, { id, email: addressOf(name) });
const votesOf = async (id: number) => await votesIn(database.db, id);

const measuresOf = async (id: number) =>
  (await stores().consultations.measures(id)).filter(({ part: head }) => head === null);

describe('announcing', () => {
  test('wants a draft that is open, days that follow, and one consultation at a time', async () => {
    const { draft } = await draftFor(database.db, 'exemple-annonce');
    const announce = async (change: object, actor = OPERATOR) => {
      const request = { draft, title: 'Consultation', words: '', ...CONSULTATION_RANGE, ...change };
      const outcome = await announceConsultation(stores(), actor, request, THEN);
      return outcome.ok ? 'announced' : outcome.refusal.kind;
    };
    expect(await announce({}, ANYONE)).toBe('not-allowed');
    expect(await announce({ draft: 9999 })).toBe('unknown-draft');
    expect(await announce({ title: ' ' })).toBe('text-missing');
    expect(await announce({ opensOn: '2026-05-11' })).toBe('opens-in-the-past');
    expect(await announce({ closesOn: '2026-05-14' })).toBe('bad-duration');
    expect(await announce({ closesOn: '2026-02-30' })).toBe('not-a-day');
    expect(await announce({})).toBe('announced');
    expect(await announce({})).toBe('consultation-under-way');
  });

  test('keeps the words of the draft with what became of each measure, whatever the workbench does then', async () => {
    const { id, changed } = await consulting(database.db, { address: 'exemple-mots' });
    const measures = await measuresOf(id);
    expect(measures.map(({ change }) => change)).toEqual(['kept', 'modified', 'removed', 'added']);
    const before = measures[1]?.words?.title;
    await database.db.updateTable('draftMeasure').set({ words: '{}' }).where('id', '=', changed).execute();
    expect((await measuresOf(id))[1]?.words?.title).toBe(before);
  });

  test('asks about the head of the draft too, under numbers that no measure has', async () => {
    const { id, added } = await consulting(database.db, { address: 'exemple-entete' });
    const parts = (await stores().consultations.measures(id)).filter((one) => one.part !== null);
    expect(parts.map(({ part: head, change }) => head && `${partCode(head)} ${change}`)).toEqual([
      'principle-A modified',
      'principle-B kept',
      'principle-C kept',
      'rules kept',
      'themes-revue-nationale-2023 modified',
    ]);
    expect(parts.every(({ id: number }) => number > added)).toBe(true);
    const ava = await part('ava', id);
    const [principle, , , rules] = parts.map(({ id: number }) => number);
    const votes = [{ object: `m${principle}`, choice: 'against' }] as const;
    expect((await voteInConsultation(stores(), ava, { consultation: id, votes }, OPEN)).ok).toBe(true);
    const say = async (measure: number | undefined, spot: string) => {
      const said = { kind: 'amendment', measure: measure ?? 0, spot, words: 'Autrement', because: 'Ainsi' } as const;
      return await contribute(stores(), ava, { consultation: id, said, name: '', tell: '' }, OPEN);
    };
    expect((await say(principle, 'text')).ok).toBe(true);
    expect(await say(rules, 'text')).toMatchObject({ refusal: { kind: 'unknown-spot' } });
    expect(
      (await stores().consultations.draft((await stores().consultations.find(id))?.draft ?? 0))?.head,
    ).toHaveLength(5);
  });

  test('holds the draft: nobody gives it up while people may speak of it, nor while it is being announced', async () => {
    const one = await consulting(database.db, { address: 'exemple-tenue' });
    const abandon = async () => await abandonDraft(stores(), TEAM, { draft: one.draft }, OPEN);
    expect(await abandon()).toMatchObject({
      refusal: { kind: 'consultation-under-way', consultation: one.id, title: 'Le pacte de 2032 (exemple)' },
    });
    await cancelConsultation(stores(), OPERATOR, { consultation: one.id, reason: 'Une erreur' }, OPEN);
    expect((await abandon()).ok).toBe(true);

    const { draft } = await draftFor(database.db, 'exemple-croisee');
    const asked = { draft, title: 'Consultation', words: '', ...CONSULTATION_RANGE };
    const crossing: ReturnType<typeof announceConsultation>[] = [];
    await stores().together(async (all) => {
      expect((await abandonDraft(all, TEAM, { draft }, THEN)).ok).toBe(true);
      crossing.push(announceConsultation(stores(), OPERATOR, asked, THEN));
      const waits = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      while ((await waits.execute(database.db)).rows.length === 0);
      return accept(null);
    });
    expect(await Promise.all(crossing)).toMatchObject([{ refusal: { kind: 'unknown-draft' } }]);
  });

  test('can be mended before it opens, never after', async () => {
    const { id } = await consulting(database.db, { address: 'exemple-changee' });
    const asked = { consultation: id, title: 'Autre titre', words: '', ...CONSULTATION_RANGE, closesOn: '2026-06-20' };
    expect((await changeConsultation(stores(), OPERATOR, asked, THEN)).ok).toBe(true);
    expect(await stores().consultations.find(id)).toMatchObject({
      title: 'Autre titre',
      closesAt: new Date('2026-06-20T22:00:00Z'),
    });
    expect(await changeConsultation(stores(), OPERATOR, asked, OPEN)).toMatchObject({
      refusal: { kind: 'not-allowed' },
    });
  });

  test('cancelled, with a reason: votes and addresses are erased, nobody votes any more', async () => {
    const { id, kept } = await consulting(database.db, { address: 'exemple-annulee' });
    const ava = await part('ava', id);
    const vote = { consultation: id, votes: [{ object: `m${kept}`, choice: 'for' }] } as const;
    await voteInConsultation(stores(), ava, vote, OPEN);
    const cancel = (reason: string) => cancelConsultation(stores(), OPERATOR, { consultation: id, reason }, OPEN);
    expect(await cancel('')).toMatchObject({ refusal: { kind: 'text-missing' } });
    expect((await cancel('Une erreur dans le texte')).ok).toBe(true);
    expect(await votesOf(id)).toEqual([]);
    expect(await voteInConsultation(stores(), ava, vote, OPEN)).toMatchObject({
      refusal: { kind: 'consultation-not-open', phase: 'consultation-cancelled' },
    });
    const left = await database.db.selectFrom('participation').selectAll().where('consultationId', '=', id).execute();
    expect(left).toMatchObject([{ boxDigest: null, domain: null }]);
  });

  test('is told once to whoever asked to be told, and their address is erased', async () => {
    const { id, kept } = await consulting(database.db, { address: 'exemple-annulee-dite' });
    const bea = await part('bea', id);
    for (const words of ['Un', 'Deux']) {
      const said = { kind: 'amendment', measure: kept, spot: 'title', words, because: 'Plus clair' } as const;
      const request = { consultation: id, said, name: '', tell: addressOf(words === 'Un' ? 'bea' : 'BEA') };
      expect((await contribute(stores(), bea, request, OPEN)).ok).toBe(true);
    }
    expect((await cancelConsultation(stores(), OPERATOR, { consultation: id, reason: 'Une erreur' }, OPEN)).ok).toBe(
      true,
    );
    const told = (await mailsTo(database.db, addressOf('bea'))).concat(await mailsTo(database.db, addressOf('BEA')));
    expect(told.filter(({ kind }) => kind === 'consultation-cancelled')).toMatchObject([
      { reason: 'Une erreur', to: 'writer', path: `/consultations/${id}` },
    ]);
    const rows = await database.db
      .selectFrom('contribution')
      .select('toldTo')
      .where('consultationId', '=', id)
      .execute();
    expect(rows).toEqual([{ toldTo: null }, { toldTo: null }]);
  });
});
