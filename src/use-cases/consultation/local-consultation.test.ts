/** A collective consults on its own local edition: its coordinators, by the rules of the national team. */
import { beforeAll, expect, test } from 'vitest';
import type { Person } from '#domain/access/gate.ts';
import { draftsToConsult } from '#server/storage/consultation-lists.ts';
import { storesOn } from '#server/stores.ts';
import { active, joined } from '#tests/collectives.ts';
import { CLOSING, CONSULTATION_RANGE, draftFor, OPEN, takingPart, type TestDraft } from '#tests/consulting.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor, addressOf, mailsTo } from '#tests/people.ts';
import { BRY, CHAMPIGNY, OPERATOR, settle, THEN } from '#tests/world.ts';
import { announceConsultation, cancelConsultation, changeConsultation } from './announce-consultation.ts';
import { answerContribution } from './answer-contribution.ts';
import { contribute } from './contribute.ts';
import { countConsultation } from './count-consultation.ts';
import {
  hideContribution,
  leaveContribution,
  reportContribution,
  seeBursts,
  seeContributionReports,
  seeReportsOf,
  withdrawBurst,
} from './moderate-consultation.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const REFUSED = { ok: false, refusal: { kind: 'not-allowed' } };
const WORDS = { title: 'Notre pacte (exemple)', words: '', ...CONSULTATION_RANGE };

let own: TestDraft;
let national: TestDraft;
/** Coordinates the collective whose edition it is. */
let lou: Person;
/** A member of it, and the coordinator of another one. */
let others: readonly Person[];
let id = 0;

beforeAll(async () => {
  const { db } = database;
  await settle(db);
  const collective = await active(db, { founder: 'lou', places: [BRY] });
  const another = await active(db, { founder: 'sam', places: [CHAMPIGNY] });
  const member = await joined(db, { id: collective.id, by: collective.founder, name: 'zoe' });
  lou = await actorFor(db, collective.founder);
  others = [await actorFor(db, member), await actorFor(db, another.founder)];
  own = await draftFor(db, 'exemple-locale', collective.id);
  national = await draftFor(db, 'exemple-nationale');
  const announced = await announceConsultation(stores(), lou, { ...WORDS, draft: own.draft }, THEN);
  if (!announced.ok) throw new Error(announced.refusal.kind);
  id = announced.value.id;
});

test('the coordinator announces one on the draft of their collective, and on no other', async () => {
  expect(await stores().consultations.find(id)).toMatchObject({ draft: own.draft });
  const announce = async (who: Person, draft: number) =>
    await announceConsultation(stores(), who, { ...WORDS, draft }, THEN);
  expect(await announce(lou, national.draft)).toMatchObject(REFUSED);
  expect(await announce(lou, 9999)).toMatchObject(REFUSED);
  for (const who of others) expect(await announce(who, own.draft)).toMatchObject(REFUSED);
});

test('the national team announces none on the draft of a collective, nor changes, answers or counts what its coordinators announced', async () => {
  const team: Person = { kind: 'person', id: 'p-team', holds: [{ role: 'national-team' }] };
  const of = { consultation: id };
  for (const who of [team, OPERATOR]) {
    const tried = [
      await announceConsultation(stores(), who, { ...WORDS, draft: own.draft }, THEN),
      await changeConsultation(stores(), who, { ...WORDS, ...of }, THEN),
      await answerContribution(
        stores(),
        who,
        { ...of, contribution: 1, answer: 'not', words: 'x', measure: null },
        OPEN,
      ),
      await countConsultation(stores(), who, of, CLOSING),
    ];
    for (const outcome of tried) expect(outcome).toMatchObject(REFUSED);
    // It moderates: that it may is asked before whether there is such a thing.
    expect(await hideContribution(stores(), who, { ...of, contribution: 999, reason: 'x' }, OPEN)).toMatchObject({
      refusal: { kind: 'unknown-contribution' },
    });
  }
  const announceable = async (national: boolean, collectives: readonly number[]) =>
    (await draftsToConsult(database.db, { national, collectives }, { before: null, asked: null })).drafts.map(
      ({ id: draft }) => draft,
    );
  const lous = lou.holds.flatMap((holding) => (holding.role === 'collective-coordinator' ? [holding.collective] : []));
  expect(await announceable(true, [])).toEqual([national.draft]);
  expect(await announceable(false, lous)).toEqual([own.draft]);
  expect(await announceable(true, lous)).toEqual([national.draft, own.draft]);
});

test('nobody else of a collective changes, moderates, answers, counts or cancels it', async () => {
  const of = { consultation: id, contribution: 1, reason: 'x' };
  const burst = { consultation: id, domain: 'x.fr', from: OPEN, reason: 'x' };
  const answer = { ...of, answer: 'not', words: 'x', measure: null };
  for (const who of others) {
    const tried = [
      await changeConsultation(stores(), who, { ...WORDS, consultation: id }, THEN),
      await cancelConsultation(stores(), who, { consultation: id, reason: 'x' }, OPEN),
      await hideContribution(stores(), who, of, OPEN),
      await leaveContribution(stores(), who, { consultation: id, report: 1 }, OPEN),
      await answerContribution(stores(), who, answer, OPEN),
      await withdrawBurst(stores(), who, burst, OPEN),
      await countConsultation(stores(), who, { consultation: id }, CLOSING),
      await seeBursts(stores(), who, { consultation: id }),
      await seeReportsOf(stores(), who, id),
    ];
    for (const outcome of tried) expect(outcome).toMatchObject(REFUSED);
  }
});

test('the coordinator is told of what is reported, hides or leaves it, answers and counts, and the journal says in which role', async () => {
  const { db } = database;
  expect((await changeConsultation(stores(), lou, { ...WORDS, consultation: id }, THEN)).ok).toBe(true);
  const ava = await takingPart(db, { id, email: addressOf('ava') });
  const amend = async (words: string) => {
    const said = { kind: 'amendment', measure: own.changed, spot: 'title', words, because: 'Plus clair' } as const;
    const written = await contribute(stores(), ava, { consultation: id, said, name: '', tell: '' }, OPEN);
    if (!written.ok) throw new Error(written.refusal.kind);
    return { consultation: id, contribution: written.value.id };
  };
  const [good, bad] = [await amend('Un bon titre'), await amend('Des mots durs')];
  // One mail for each contribution that waits, however often it is reported.
  for (const of of [good, good, bad])
    await reportContribution(stores(), { kind: 'anyone' }, { ...of, reason: 'À voir' }, OPEN);
  expect((await mailsTo(db, addressOf('lou'))).filter(({ kind }) => kind === 'contribution-reported')).toHaveLength(2);
  // The reports of the whole country are the national team's.
  expect(await seeContributionReports(stores(), lou)).toMatchObject(REFUSED);
  const reports = await seeReportsOf(stores(), lou, id);
  if (!reports.ok) throw new Error('not seen');
  expect(reports.value.map(({ words }) => words)).toEqual(['Un bon titre', 'Un bon titre', 'Des mots durs']);
  const [first] = reports.value;
  const answer = { ...good, answer: 'taken', words: 'Oui', measure: own.changed };
  const done = [
    await leaveContribution(stores(), lou, { consultation: id, report: first?.id ?? 0 }, OPEN),
    await hideContribution(stores(), lou, { ...bad, reason: 'Insulte' }, OPEN),
    await seeBursts(stores(), lou, { consultation: id }),
    await countConsultation(stores(), lou, { consultation: id }, CLOSING),
    await answerContribution(stores(), lou, answer, CLOSING),
  ];
  for (const outcome of done) expect(outcome).toMatchObject({ ok: true });
  const journal = await db
    .selectFrom('journalEvent')
    .select(['act', 'actor'])
    .where('subjectKind', '=', 'consultation')
    .where('subjectId', '=', String(id))
    .where('actor', '=', 'collective-coordinator')
    .execute();
  expect(journal.map(({ act }) => act).toSorted()).toEqual([
    'announce-consultation',
    'answer-contribution',
    'change-consultation',
    'count-consultation',
    'hide-contribution',
    'settle-contribution-report',
  ]);
});

test('once over, another may be announced, and cancelled with a reason', async () => {
  const announced = await announceConsultation(stores(), lou, { ...WORDS, draft: own.draft }, THEN);
  if (!announced.ok) throw new Error(announced.refusal.kind);
  const request = { consultation: announced.value.id, reason: 'Trop tôt' };
  expect((await cancelConsultation(stores(), lou, request, OPEN)).ok).toBe(true);
  const told = (await mailsTo(database.db, addressOf('lou'))).map(({ kind }) => kind);
  expect(told).not.toContain('consultation-cancelled');
});

test('the coordinator is told of what the national team cancels', async () => {
  const announced = await announceConsultation(stores(), lou, { ...WORDS, draft: own.draft }, THEN);
  if (!announced.ok) throw new Error(announced.refusal.kind);
  const request = { consultation: announced.value.id, reason: 'Hors de son objet' };
  expect((await cancelConsultation(stores(), OPERATOR, request, OPEN)).ok).toBe(true);
  const told = (await mailsTo(database.db, addressOf('lou'))).filter(({ kind }) => kind === 'consultation-cancelled');
  expect(told).toMatchObject([{ to: 'coordinator', reason: 'Hors de son objet' }]);
});
