import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#domain/access/gate.ts';
import { BURST } from '#domain/consultation/bursts.ts';
import { accept } from '#domain/shared/result.ts';
import { tendConsultations } from '#server/jobs/tend-consultations.ts';
import { contributionShown } from '#server/storage/contribution-pages.ts';
import { storesOn } from '#server/stores.ts';
import { CLOSING, CONSULTATION_RANGE, consulting, draftFor, LAST_MOMENT, OPEN, takingPart } from '#tests/consulting.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor, addressOf, codeSentTo, mailsTo, newPerson } from '#tests/people.ts';
import { OPERATOR, settle, THEN } from '#tests/world.ts';
import { eraseAccount, exportAccount } from '../accounts/own-account.ts';
import { abandonDraft } from '../workbench/abandon-draft.ts';
import { announceConsultation, cancelConsultation, changeConsultation } from './announce-consultation.ts';
import { contribute, withdrawContribution, type Contribute } from './contribute.ts';
import { countConsultation, countConsultations } from './count-consultation.ts';
import {
  hideContribution,
  leaveContribution,
  reportContribution,
  seeBursts,
  seeContributionReports,
  showContribution,
  withdrawBurst,
} from './moderate-consultation.ts';
import { askToTakePart, confirmTakingPart, takePartWithAccount } from './take-part.ts';
import { voteInConsultation } from './vote.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const ANYONE = { kind: 'anyone' } as const;
const TEAM: Person = { kind: 'person', id: 'p-team', holds: [{ role: 'national-team' }] };
const JOB = { kind: 'job', name: 'tend-consultations' } as const;
const days = (after: Date, number: number) => new Date(after.getTime() + number * 86_400_000);

let open = { id: 0, draft: 0, kept: 0, changed: 0, removed: 0, added: 0 };

beforeAll(async () => {
  await settle(database.db);
  open = await consulting(database.db, { address: 'exemple-ouverte' });
});

const part = async (name: string, id = open.id) => await takingPart(database.db, { id, email: addressOf(name) });

async function write(
  actor: { kind: 'participant'; token: string },
  said: Contribute['said'],
  more: Partial<Contribute> = {},
) {
  const request = { consultation: open.id, said, name: '', tell: '', ...more };
  return await contribute(stores(), actor, request, OPEN);
}

const amendment = (measure: number, words: string) =>
  ({ kind: 'amendment', measure, spot: 'title', words, because: 'Plus clair' }) as const;

async function votesOf(id: number): Promise<readonly string[]> {
  const rows = await database.db
    .selectFrom('consultationVote')
    .select(['object', 'choice', 'standing'])
    .where('consultationId', '=', id)
    .orderBy('object')
    .orderBy('choice')
    .execute();
  return rows.map(({ object, choice, standing }) => `${object} ${choice} ${standing}`);
}

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
    const measures = await stores().consultations.measures(id);
    expect(measures.map(({ change }) => change)).toEqual(['kept', 'modified', 'removed', 'added']);
    const before = measures[1]?.words?.title;
    await database.db.updateTable('draftMeasure').set({ words: '{}' }).where('id', '=', changed).execute();
    expect((await stores().consultations.measures(id))[1]?.words?.title).toBe(before);
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
});

describe('taking part', () => {
  test('one box is one voice, by whatever address, code or account it comes, and each browser goes on', async () => {
    const { id, kept } = await consulting(database.db, { address: 'exemple-boite' });
    const first = await takingPart(database.db, { id, email: 'jean.dupont@gmail.com' });
    const second = await takingPart(database.db, { id, email: 'JeanDupont+2@gmail.com' });
    const object = `m${kept}`;
    await voteInConsultation(stores(), first, { consultation: id, votes: [{ object, choice: 'for' }] }, OPEN);
    await voteInConsultation(stores(), second, { consultation: id, votes: [{ object, choice: 'against' }] }, OPEN);
    expect(await votesOf(id)).toEqual([`${object} against counted`]);
    const account = await newPerson(database.db, 'avec-compte');
    const byCode = await part('avec-compte', id);
    await voteInConsultation(stores(), byCode, { consultation: id, votes: [{ object, choice: 'for' }] }, OPEN);
    const taken = await takePartWithAccount(
      stores(),
      await actorFor(database.db, account),
      { consultation: id, email: addressOf('avec-compte') },
      OPEN,
    );
    expect(taken).toMatchObject({ ok: true, value: { before: true } });
  });

  test('a code that comes back after the closing opens nothing', async () => {
    const asked = await askToTakePart(
      stores(),
      ANYONE,
      { consultation: open.id, email: addressOf('tard') },
      LAST_MOMENT,
    );
    if (!asked.ok) throw new Error(asked.refusal.kind);
    const code = await codeSentTo(database.db, addressOf('tard'));
    const given = { consultation: open.id, proof: asked.value.proof, code };
    expect(await confirmTakingPart(stores(), ANYONE, given, CLOSING)).toMatchObject({
      refusal: { kind: 'consultation-not-open', phase: 'consultation-closed' },
    });
  });

  test('what a browser holds opens its own consultation alone', async () => {
    const other = await consulting(database.db, { address: 'exemple-autre' });
    const bea = await part('bea', other.id);
    const vote = { consultation: open.id, votes: [{ object: `m${open.kept}`, choice: 'for' }] } as const;
    expect(await voteInConsultation(stores(), bea, vote, OPEN)).toMatchObject({ refusal: { kind: 'not-taking-part' } });
    expect(await voteInConsultation(stores(), ANYONE, vote, OPEN)).toMatchObject({
      refusal: { kind: 'not-taking-part' },
    });
    expect(await voteInConsultation(stores(), OPERATOR, vote, OPEN)).toMatchObject({ ok: false });
  });

  test('no address and no pass is kept in clear', async () => {
    const cyd = await part('cyd-secrete');
    const rows = JSON.stringify([
      await database.db.selectFrom('participation').selectAll().execute(),
      await database.db.selectFrom('participationPass').selectAll().execute(),
    ]);
    expect(rows).not.toContain('cyd-secrete');
    expect(rows).not.toContain(cyd.token);
  });
});

describe('voting', () => {
  test('a vote is changed, taken back, and the one of two tabs that comes last counts', async () => {
    const { id, kept, removed } = await consulting(database.db, { address: 'exemple-votes' });
    const dot = await part('dot', id);
    const cast = async (votes: Parameters<typeof voteInConsultation>[2]['votes']) =>
      await voteInConsultation(stores(), dot, { consultation: id, votes }, OPEN);
    await cast([
      { object: `m${kept}`, choice: 'for' },
      { object: `m${removed}`, choice: 'against' },
    ]);
    await cast([{ object: `m${kept}`, choice: 'undecided' }]);
    expect(await votesOf(id)).toEqual([`m${kept} undecided counted`, `m${removed} against counted`]);
    await cast([{ object: `m${removed}`, choice: null }]);
    expect(await votesOf(id)).toEqual([`m${kept} undecided counted`]);
    const tabs = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((n) =>
        cast([
          { object: n % 2 === 0 ? `m${removed}` : `m${kept}`, choice: 'for' },
          { object: n % 2 === 0 ? `m${kept}` : `m${removed}`, choice: 'against' },
        ]),
      ),
    );
    expect(tabs.every(({ ok }) => ok)).toBe(true);
    expect(await votesOf(id)).toHaveLength(2);
    expect(await cast([{ object: 'm999999', choice: 'for' }])).toMatchObject({
      refusal: { kind: 'not-to-vote-on', object: 'm999999' },
    });
    expect(await cast([])).toMatchObject({ refusal: { kind: 'nothing-voted' } });
  });

  test('is taken at the last millisecond in Paris and refused at the closing instant', async () => {
    const eve = await part('eve');
    const vote = { consultation: open.id, votes: [{ object: `m${open.kept}`, choice: 'for' }] } as const;
    expect((await voteInConsultation(stores(), eve, vote, LAST_MOMENT)).ok).toBe(true);
    expect(await voteInConsultation(stores(), eve, vote, CLOSING)).toMatchObject({
      refusal: { kind: 'consultation-not-open' },
    });
    const early = { consultation: open.id, votes: vote.votes };
    expect(await voteInConsultation(stores(), eve, early, THEN)).toMatchObject({
      refusal: { kind: 'consultation-not-open', phase: 'consultation-planned' },
    });
  });
});

describe('writing', () => {
  test('an amendment keeps the words that it is about, and says something else', async () => {
    const fay = await part('fay');
    const said = amendment(open.kept, 'Un autre titre');
    const written = await write(fay, said, { name: 'Fay, de Bry' });
    if (!written.ok) throw new Error(written.refusal.kind);
    const base = (await stores().consultations.measures(open.id))[0]?.words?.title ?? '';
    const [row] = await database.db.selectFrom('contribution').selectAll().where('id', '=', written.value.id).execute();
    expect(row).toMatchObject({ base, words: 'Un autre titre', shownName: 'Fay, de Bry', toldTo: null });
    expect(await write(fay, amendment(open.kept, base))).toMatchObject({ refusal: { kind: 'same-words' } });
    expect(await write(fay, { ...said, spot: 'l9.9' })).toMatchObject({ refusal: { kind: 'unknown-spot' } });
    expect(await write(fay, amendment(open.removed, 'X'))).toMatchObject({ refusal: { kind: 'unknown-spot' } });
    expect(await write(fay, { kind: 'comment', measure: 98765, words: 'X' })).toMatchObject({
      refusal: { kind: 'unknown-consulted-measure' },
    });
    expect(await write(fay, { kind: 'comment', measure: open.removed, words: 'x'.repeat(4001) })).toMatchObject({
      refusal: { kind: 'text-too-long' },
    });
  });

  test('sent twice, it is written once; and twenty a day is what one box may write', async () => {
    const gus = await part('gus');
    const one = { kind: 'comment', measure: open.kept, words: 'Bravo' } as const;
    const request = { consultation: open.id, said: one, name: '', tell: '', sending: 'same-form' };
    const twice = await Promise.all([1, 2].map(() => contribute(stores(), gus, request, OPEN)));
    expect(new Set(twice.map((outcome) => (outcome.ok ? outcome.value.id : 0))).size).toBe(1);
    for (let n = 1; n < 20; n += 1) expect((await write(gus, { ...one, words: `Bravo ${n}` })).ok).toBe(true);
    expect(await write(gus, one)).toMatchObject({ refusal: { kind: 'too-many-contributions' } });
  });

  test('whoever asks to be told types again the address that they confirmed, not that of somebody else', async () => {
    const hal = await part('hal');
    const said = amendment(open.changed, 'Dit autrement');
    expect(await write(hal, said, { tell: addressOf('quelqu-un-d-autre') })).toMatchObject({
      refusal: { kind: 'not-own-address' },
    });
    expect(await write(hal, said, { tell: 'hal@' })).toMatchObject({ refusal: { kind: 'not-an-email' } });
    expect((await write(hal, said, { tell: addressOf('HAL') })).ok).toBe(true);
  });

  test('is taken back by whoever wrote it, and by nobody else', async () => {
    const [ian, joy] = [await part('ian'), await part('joy')];
    const written = await write(ian, amendment(open.changed, 'À retirer'), { tell: addressOf('ian') });
    if (!written.ok) throw new Error(written.refusal.kind);
    const of = { consultation: open.id, contribution: written.value.id };
    expect(await withdrawContribution(stores(), joy, of, OPEN)).toMatchObject({
      refusal: { kind: 'unknown-contribution' },
    });
    expect((await withdrawContribution(stores(), ian, of, OPEN)).ok).toBe(true);
    const [row] = await database.db.selectFrom('contribution').selectAll().where('id', '=', of.contribution).execute();
    expect(row).toMatchObject({ toldTo: null, withdrawnAt: OPEN });
    const vote = { consultation: open.id, votes: [{ object: `c${of.contribution}`, choice: 'for' }] } as const;
    expect(await voteInConsultation(stores(), joy, vote, OPEN)).toMatchObject({ refusal: { kind: 'not-to-vote-on' } });
  });
});

describe('moderating', () => {
  test('what is reported stays until the team hides it, with a reason, or leaves it', async () => {
    const kim = await part('kim');
    const written = await write(kim, amendment(open.changed, 'Des mots durs'), { tell: addressOf('kim') });
    if (!written.ok) throw new Error(written.refusal.kind);
    const of = { consultation: open.id, contribution: written.value.id };
    expect(await reportContribution(stores(), ANYONE, { ...of, reason: ' ' }, OPEN)).toMatchObject({
      refusal: { kind: 'text-missing' },
    });
    for (const reason of ['Insultant', 'Encore'])
      expect((await reportContribution(stores(), ANYONE, { ...of, reason }, OPEN)).ok).toBe(true);
    expect(await seeContributionReports(stores(), ANYONE)).toMatchObject({ refusal: { kind: 'not-allowed' } });
    const waiting = await seeContributionReports(stores(), OPERATOR);
    if (!waiting.ok) throw new Error('not seen');
    expect(waiting.value.map(({ reason }) => reason)).toEqual(['Insultant', 'Encore']);
    const report = waiting.value[0]?.id ?? 0;
    const elsewhere = { consultation: 9999, report };
    expect((await leaveContribution(stores(), OPERATOR, elsewhere, OPEN)).ok).toBe(false);
    expect((await leaveContribution(stores(), OPERATOR, { consultation: open.id, report }, OPEN)).ok).toBe(true);
    expect(await hideContribution(stores(), kim, { ...of, reason: 'Non' }, OPEN)).toMatchObject({
      refusal: { kind: 'not-allowed' },
    });
    expect((await hideContribution(stores(), OPERATOR, { ...of, reason: 'Insulte' }, OPEN)).ok).toBe(true);
    expect(await seeContributionReports(stores(), OPERATOR)).toEqual({ ok: true, value: [] });
    const [row] = await database.db.selectFrom('contribution').selectAll().where('id', '=', of.contribution).execute();
    expect(row).toMatchObject({ words: 'Des mots durs', hiddenReason: 'Insulte', toldTo: null });

    const show = async (reason: string, actor: Parameters<typeof showContribution>[1] = OPERATOR) =>
      await showContribution(stores(), actor, { ...of, reason }, OPEN);
    expect(await show('Moi', kim)).toMatchObject({ refusal: { kind: 'not-allowed' } });
    expect(await show(' ')).toMatchObject({ refusal: { kind: 'text-missing' } });
    expect((await show('Masquée par erreur')).ok).toBe(true);
    expect(await show('Encore')).toMatchObject({ refusal: { kind: 'unknown-contribution' } });
    expect(await contributionShown(database.db, { consultation: open.id, id: of.contribution })).toMatchObject({
      state: 'shown',
      words: 'Des mots durs',
      hiddenReason: null,
    });
    expect(await seeContributionReports(stores(), OPERATOR)).toEqual({ ok: true, value: [] });
    expect((await mailsTo(database.db, addressOf('kim'))).at(-1)).toMatchObject({ kind: 'contribution-hidden' });
  });
});

describe('a consultation stuffed by one person', () => {
  test('is seen by moderators, counted and said apart, and taken out only with a reason that leaves a trace', async () => {
    const one = await consulting(database.db, { address: 'exemple-bourree' });
    const object = `m${one.kept}`;
    const cast = async (email: string, choice: 'for' | 'against') => {
      const who = await takingPart(database.db, { id: one.id, email });
      await voteInConsultation(stores(), who, { consultation: one.id, votes: [{ object, choice }] }, OPEN);
      return who;
    };
    await cast('lia@exemple.fr', 'for');
    await cast('mia@autre.fr', 'for');
    const stuffing: Awaited<ReturnType<typeof cast>>[] = [];
    for (let n = 0; n < BURST.ownDomain.hour; n += 1) stuffing.push(await cast(`a${n}@bourrage.fr`, 'against'));
    expect(await seeBursts(stores(), ANYONE, { consultation: one.id })).toMatchObject({ ok: false });
    const bursts = await seeBursts(stores(), OPERATOR, { consultation: one.id });
    if (!bursts.ok) throw new Error('not seen');
    expect(bursts.value).toMatchObject([{ domain: 'bourrage.fr', from: OPEN }]);
    // Counted, if nobody takes it out: what the ballots would say then.
    const all = bursts.value.flatMap(({ participations }) => participations);
    expect(await stores().consultations.ballots(one.id, all)).toMatchObject({
      turnout: { participants: 12, inBursts: 10, withdrawn: 0 },
    });
    const asked = { consultation: one.id, domain: 'bourrage.fr', from: OPEN };
    const out = async (more: object) =>
      await withdrawBurst(stores(), OPERATOR, { ...asked, reason: '', ...more }, OPEN);
    expect(await out({})).toMatchObject({ refusal: { kind: 'text-missing' } });
    expect(await out({ domain: 'exemple.fr', reason: 'x' })).toMatchObject({ refusal: { kind: 'no-such-burst' } });
    expect(await out({ reason: 'Dix adresses faites à la suite' })).toMatchObject({ value: { participations: 10 } });
    const [stuffer] = stuffing;
    if (stuffer === undefined) throw new Error('nobody');
    const again = { consultation: one.id, votes: [{ object, choice: 'against' }] } as const;
    expect(await voteInConsultation(stores(), stuffer, again, OPEN)).toMatchObject({
      refusal: { kind: 'participation-withdrawn' },
    });
    expect((await countConsultation(stores(), OPERATOR, { consultation: one.id }, CLOSING)).ok).toBe(true);
    const counted = await stores().consultations.find(one.id);
    expect(counted?.count?.frozen).toMatchObject({
      ballots: 2,
      withdrawn: 10,
      turnout: { participants: 2, inBursts: 0, withdrawn: 10 },
    });
    const trace = await database.db
      .selectFrom('participationWithdrawal')
      .selectAll()
      .where('consultationId', '=', one.id)
      .execute();
    expect(trace).toMatchObject([{ reason: 'Dix adresses faites à la suite', participations: 10, ballots: 10 }]);
  });
});

describe('the count', () => {
  test('comes once, after the closing, then nobody can be found again', async () => {
    const one = await consulting(database.db, { address: 'exemple-comptee' });
    const votes = [
      ['nel', 'for', 'against'],
      ['oda', 'for', 'for'],
      ['pia', 'undecided', 'for'],
    ] as const;
    for (const [name, kept, removed] of votes) {
      const cast = [
        { object: `m${one.kept}`, choice: kept },
        { object: `m${one.removed}`, choice: removed },
      ];
      await voteInConsultation(stores(), await part(name, one.id), { consultation: one.id, votes: cast }, OPEN);
    }
    const count = async (actor: Parameters<typeof countConsultation>[1], now: Date) =>
      await countConsultation(stores(), actor, { consultation: one.id }, now);
    expect(await count(OPERATOR, LAST_MOMENT)).toMatchObject({ refusal: { kind: 'not-allowed' } });
    expect(await count(ANYONE, CLOSING)).toMatchObject({ refusal: { kind: 'not-allowed' } });
    expect(await stores().consultations.toCount(new Date(CLOSING.getTime() - 1))).not.toContain(one.id);
    const both = await Promise.all([count(OPERATOR, CLOSING), count(JOB, CLOSING)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const counted = await stores().consultations.find(one.id);
    expect(counted?.count?.frozen).toMatchObject({
      ballots: 6,
      turnout: { participants: 3 },
      objects: [
        { object: `m${one.kept}`, for: { ballots: 2 }, against: { ballots: 0 }, undecided: { ballots: 1 } },
        { object: `m${one.changed}`, for: { ballots: 0 } },
        { object: `m${one.removed}`, for: { ballots: 2 }, against: { ballots: 1 } },
        { object: `m${one.added}` },
      ],
    });
    const { rows } = await sql<{ tied: number }>`select
      (select count(*) from participation where consultation_id = ${one.id}
        and (box_digest is not null or domain is not null or person_id is not null))
      + (select count(*) from consultation_vote where consultation_id = ${one.id} and participation_id is not null)
      + (select count(*) from consultation where id = ${one.id} and digest_key is not null) as tied`.execute(
      database.db,
    );
    expect(rows[0]?.tied).toBe(0);
  });
});

test('somebody takes away what is kept of them, then is erased: votes go, what they wrote stays unsigned', async () => {
  const person = await newPerson(database.db, 'sol');
  const sol = await part('sol');
  const vote = { consultation: open.id, votes: [{ object: `m${open.added}`, choice: 'for' }] } as const;
  await voteInConsultation(stores(), sol, vote, OPEN);
  const written = await write(sol, amendment(open.changed, 'Signé'), { name: 'Sol', tell: addressOf('sol') });
  if (!written.ok) throw new Error(written.refusal.kind);
  const self = await actorFor(database.db, person);
  const kept = await exportAccount(stores(), self, { person });
  expect(kept).toMatchObject({
    value: {
      consultations: [
        { votes: [{ sur: `m${open.added}`, choix: 'for' }], contributions: [{ signature: 'Sol', texte: 'Signé' }] },
      ],
    },
  });
  expect((await eraseAccount(stores(), self, { person, typed: 'EFFACER' }, OPEN)).ok).toBe(true);
  expect((await votesOf(open.id)).filter((line) => line.startsWith(`m${open.added} `))).toEqual([]);
  const [row] = await database.db.selectFrom('contribution').selectAll().where('id', '=', written.value.id).execute();
  expect(row).toMatchObject({ words: 'Signé', shownName: null, toldTo: null });
  expect(await voteInConsultation(stores(), sol, vote, OPEN)).toMatchObject({ refusal: { kind: 'not-taking-part' } });
});

// Last: it counts every consultation of this file.
test('the count comes by itself three days after the closing, so that the last hours can be looked at', async () => {
  const one = await consulting(database.db, { address: 'exemple-toute-seule' });
  await countConsultations(stores(), JOB, new Date(days(CLOSING, 3).getTime() - 1));
  expect((await stores().consultations.find(one.id))?.count).toBeNull();
  expect(await tendConsultations(database.db, days(CLOSING, 3))).toBeGreaterThan(0);
  expect((await stores().consultations.find(one.id))?.count?.at).toEqual(days(CLOSING, 3));
  expect(await countConsultations(stores(), JOB, days(CLOSING, 3))).toEqual({ ok: true, value: 0 });
});
