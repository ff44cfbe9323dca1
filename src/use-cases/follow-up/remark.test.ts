import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { addressOf, mailsTo, newPerson } from '#tests/people.ts';
import { buildWorld, type World } from '#tests/world.ts';
import type { Actor, Person } from '#domain/access/gate.ts';
import { evidenceFile } from '#server/storage/evidence-files.ts';
import { teamQueues } from '#server/storage/team-queues.ts';
import { followUpOf } from '#server/storage/thread-follow-up.ts';
import { storesOn } from '#server/stores.ts';
import { eraseAccount, exportAccount } from '../accounts/own-account.ts';
import { hideEvidence } from './hide-evidence.ts';
import { leaveReported, reportEvidence, seeSaidReports } from './report-evidence.ts';
import {
  addRemark,
  enterRemark,
  hideRemark,
  reportRemark,
  REMARKS_A_DAY,
  withdrawRemark,
  type AddRemark,
} from './remark.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const NOW = new Date('2029-06-03T08:00:00Z');
let world: World;

const PAUL: Person = { kind: 'person', id: 'p-paul', holds: [] };
const CLAIRE: Person = { kind: 'person', id: 'p-claire', holds: [{ role: 'collective-coordinator', collective: 1 }] };
const AGNES: Person = {
  kind: 'person',
  id: 'p-agnes',
  holds: [{ role: 'municipal-agent', place: { kind: 'municipality', code: '94017' } }],
};
const TEAM: Person = { kind: 'person', id: 'p-team', holds: [{ role: 'national-team' }] };

beforeAll(async () => {
  world = await buildWorld(database.db);
  for (const name of ['paul', 'claire', 'agnes', 'team']) await newPerson(database.db, name);
  await sql`insert into role_request (person_id, role, asked_at, state) values ('p-team', 'national-team', ${NOW}, 'confirmed')`.execute(
    database.db,
  );
  await sql`insert into national_team_member (person_id, request_id, since)
    select 'p-team', id, ${NOW} from role_request where role = 'national-team'`.execute(database.db);
});
beforeEach(async () => {
  await sql`truncate remark, said_report, evidence_document, mail cascade`.execute(database.db);
});

const kindOf = (result: { ok: true } | { ok: false; refusal: { kind: string } }) => result.ok || result.refusal.kind;
const given = (more: Partial<AddRemark> = {}): AddRemark => ({
  pact: world.demain,
  item: 'm15',
  name: 'Paul Exemple',
  quality: 'président de Vélo 94 (exemple)',
  sentence: 'La piste s’arrête au carrefour.',
  evidence: [],
  ...more,
});
async function added(more: Partial<AddRemark> = {}, actor: Actor = PAUL, now = NOW): Promise<number> {
  const result = await addRemark(stores(), actor, given(more), now);
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value.id;
}
const of = (remark: number) => ({ pact: world.demain, item: 'm15', remark });
const shown = async () => (await followUpOf(database.db, [{ pact: world.demain, item: 'm15' }]))[0]?.remarks ?? [];

describe('a remark', () => {
  test('is signed and shown beside the two voices, and its name is not in the journal', async () => {
    await added();
    expect(await shown()).toMatchObject([{ name: 'Paul Exemple', sentence: 'La piste s’arrête au carrefour.' }]);
    const { rows } = await sql<{ says: string }>`
      select c.says from journal_event e join journal_content c using (sequence) where e.act = 'add-remark'`.execute(
      database.db,
    );
    expect(rows).toHaveLength(1);
    for (const { says } of rows) expect(says).not.toContain('Paul');
  });

  test.each<[string, Partial<AddRemark>, string]>([
    ['without a name', { name: ' ' }, 'remark-name-missing'],
    ['without words', { sentence: '\n' }, 'sentence-missing'],
    ['too long', { sentence: 'a'.repeat(2001) }, 'words-too-long'],
    ['of a promise that is not there', { item: 'm3' }, 'unknown-commitment'],
    ['of a pact that is not there', { pact: 999_999 }, 'unknown-pact'],
    [
      'with a link that runs',
      { evidence: [{ kind: 'link', title: '', url: 'javascript:alert(1)', seenOn: '2029-06-03' }] },
      'evidence-not-an-address',
    ],
  ])('%s is refused', async (_, more, kind) => {
    expect(kindOf(await addRemark(stores(), PAUL, given(more), NOW))).toBe(kind);
    expect(await shown()).toEqual([]);
  });

  test('of somebody who is not signed in is refused', async () => {
    expect(kindOf(await addRemark(stores(), { kind: 'anyone' }, given(), NOW))).toBe('not-allowed');
  });

  test('is not for who speaks here for one of the two voices: they say it in its name', async () => {
    const refused = await addRemark(stores(), AGNES, given({ name: 'Agnès, maire' }), NOW);
    expect(refused).toEqual({ ok: false, refusal: { kind: 'own-voice', voice: 'town-hall' } });
    expect(await shown()).toEqual([]);
  });

  test('is one of so many a day', async () => {
    for (let i = 0; i < REMARKS_A_DAY; i += 1) await added({ sentence: `Remarque ${i}` });
    expect(kindOf(await addRemark(stores(), PAUL, given(), NOW))).toBe('too-many-remarks');
    // Known before a file is looked at.
    const here = { pact: world.demain, item: 'm15' };
    expect(kindOf(await enterRemark(stores(), PAUL, here, NOW))).toBe('too-many-remarks');
    expect(kindOf(await enterRemark(stores(), CLAIRE, here, NOW))).toBe(true);
    expect(kindOf(await enterRemark(stores(), { kind: 'anyone' }, here, NOW))).toBe('not-allowed');
    expect(kindOf(await addRemark(stores(), PAUL, given(), new Date('2029-06-04T09:00:00Z')))).toBe(true);
  });

  test('is withdrawn by who wrote it and nobody else', async () => {
    const id = await added();
    for (const other of [CLAIRE, AGNES, TEAM]) {
      expect(kindOf(await withdrawRemark(stores(), other, of(id), NOW))).toBe('not-allowed');
    }
    expect(kindOf(await withdrawRemark(stores(), PAUL, { ...of(id), item: 'm1' }, NOW))).toBe('unknown-remark');
    expect(kindOf(await withdrawRemark(stores(), PAUL, of(id), NOW))).toBe(true);
    expect(await shown()).toEqual([]);
  });

  test('is hidden by the national team alone, with a reason that everybody reads and its author receives', async () => {
    const id = await added();
    const reason = 'Nomme une personne privée.';
    for (const side of [CLAIRE, AGNES, PAUL]) {
      expect(kindOf(await hideRemark(stores(), side, { ...of(id), reason }, NOW))).toBe('not-allowed');
    }
    expect(kindOf(await hideRemark(stores(), TEAM, { ...of(id), reason: ' ' }, NOW))).toBe('reason-missing');
    expect(kindOf(await hideRemark(stores(), TEAM, { ...of(id), reason }, NOW))).toBe(true);
    expect(await shown()).toMatchObject([{ hidden: reason, name: null, sentence: '', evidence: [] }]);
    expect(await mailsTo(database.db, addressOf('paul'))).toMatchObject([{ kind: 'remark-hidden', reason }]);
    expect(kindOf(await hideRemark(stores(), TEAM, { ...of(id), reason }, NOW))).toBe('unknown-remark');
  });

  test('that somebody reports stays, and the national team is told', async () => {
    const id = await added();
    expect(kindOf(await reportRemark(stores(), { kind: 'anyone' }, { ...of(id), reason: 'Insulte' }, NOW))).toBe(true);
    expect(await shown()).toHaveLength(1);
    expect(await mailsTo(database.db, addressOf('team'))).toMatchObject([
      { kind: 'remark-reported', reason: 'Insulte' },
    ]);
  });
});

test('a file is taken out of sight by the national team, its words stay; nobody finds it by its number', async () => {
  const { id: document } = await stores().documents.keep({
    bytes: Buffer.from('%PDF-1.7 une page'),
    filename: 'page.pdf',
    mediaType: 'application/pdf',
    source: { url: null, description: null, publishedOn: null },
    receivedAt: NOW,
  });
  const evidence = [
    { kind: 'document', title: 'Page', where: { kind: 'file', document }, page: null, quotation: null },
  ] as const;
  const remark = await added({ evidence });
  expect(await evidenceFile(database.db, { said: { remark }, document })).toMatchObject({ filename: 'page.pdf' });
  expect(await evidenceFile(database.db, { said: { remark: remark + 1 }, document })).toBeNull();
  expect(await evidenceFile(database.db, { said: { assessment: remark }, document })).toBeNull();
  const wanted = { pact: world.demain, said: { remark }, document, reason: 'Une adresse privée.' };
  expect(kindOf(await hideEvidence(stores(), CLAIRE, wanted, NOW))).toBe('not-allowed');
  expect(kindOf(await hideEvidence(stores(), TEAM, wanted, NOW))).toBe(true);
  expect(await evidenceFile(database.db, { said: { remark }, document })).toBeNull();
  expect(await shown()).toMatchObject([{ sentence: 'La piste s’arrête au carrefour.' }]);
  expect(kindOf(await hideEvidence(stores(), TEAM, wanted, NOW))).toBe('unknown-evidence');
});

describe('what somebody reports', () => {
  const anyone: Actor = { kind: 'anyone' };
  const waiting = async () => await stores().assessments.reports.waiting();
  const queued = async () => (await teamQueues(database.db)).reports;
  async function withFile() {
    const { id: document } = await stores().documents.keep({
      bytes: Buffer.from('%PDF-1.7 une classe'),
      filename: 'classe.pdf',
      mediaType: 'application/pdf',
      source: { url: null, description: null, publishedOn: null },
      receivedAt: NOW,
    });
    const where = { kind: 'file', document } as const;
    const remark = await added({
      evidence: [{ kind: 'document', title: 'La classe', where, page: null, quotation: null }],
    });
    return { pact: world.demain, said: { remark }, document, reason: 'Le visage d’un enfant.' };
  }

  test('waits for the national team, remarks and files alike, until it is hidden or withdrawn', async () => {
    const wanted = await withFile();
    const other = await added();
    expect(kindOf(await reportEvidence(stores(), anyone, wanted, NOW))).toBe(true);
    for (const remark of [wanted.said.remark, other]) {
      expect(kindOf(await reportRemark(stores(), anyone, { ...of(remark), reason: 'Insulte' }, NOW))).toBe(true);
    }
    expect(await mailsTo(database.db, addressOf('team'))).toMatchObject([
      { kind: 'file-reported', reason: 'Le visage d’un enfant.', path: '/equipe/signalements' },
      { kind: 'remark-reported' },
      { kind: 'remark-reported' },
    ]);
    expect(await waiting()).toMatchObject([
      { said: wanted.said, item: 'm15', file: { filename: 'classe.pdf' }, reason: 'Le visage d’un enfant.' },
      { said: wanted.said, file: null, words: 'La piste s’arrête au carrefour.', reason: 'Insulte' },
      { said: { remark: other } },
    ]);
    expect(await queued()).toBe(3);
    await hideEvidence(stores(), TEAM, wanted, NOW);
    expect(await queued()).toBe(2);
    await hideRemark(stores(), TEAM, { ...of(wanted.said.remark), reason: 'Insulte' }, NOW);
    await withdrawRemark(stores(), PAUL, of(other), NOW);
    expect([await queued(), await waiting()]).toEqual([0, []]);
  });

  test('is left as it is by the national team alone, and waits no more', async () => {
    const wanted = await withFile();
    await reportEvidence(stores(), anyone, wanted, NOW);
    const [one] = await waiting();
    const report = one?.id ?? 0;
    expect(kindOf(await leaveReported(stores(), CLAIRE, { report }, NOW))).toBe('not-allowed');
    expect(kindOf(await seeSaidReports(stores(), CLAIRE))).toBe('not-allowed');
    expect(await queued()).toBe(1);
    expect(kindOf(await leaveReported(stores(), TEAM, { report }, NOW))).toBe(true);
    expect(kindOf(await leaveReported(stores(), TEAM, { report }, NOW))).toBe(true);
    expect(await seeSaidReports(stores(), TEAM)).toEqual({ ok: true, value: [] });
    expect(await evidenceFile(database.db, wanted)).not.toBeNull();
  });

  test('is a file that is shown there, with a reason', async () => {
    const wanted = await withFile();
    const report = async (more: Partial<typeof wanted>) =>
      kindOf(await reportEvidence(stores(), anyone, { ...wanted, ...more }, NOW));
    expect(await report({ reason: ' ' })).toBe('reason-missing');
    expect(await report({ document: wanted.document + 1 })).toBe('unknown-evidence');
    expect(await report({ pact: 999_999 })).toBe('unknown-pact');
    await hideEvidence(stores(), TEAM, wanted, NOW);
    expect(await report({})).toBe('unknown-evidence');
    expect(await queued()).toBe(0);
  });
});

test('an erased account takes its name from under its remarks; before, its copy holds what it said', async () => {
  await newPerson(database.db, 'zoe');
  const zoe: Person = { kind: 'person', id: 'p-zoe', holds: [] };
  await added({ name: 'Zoé Exemple' }, zoe);
  const copy = await exportAccount(stores(), zoe, { person: 'p-zoe' });
  expect(JSON.stringify(copy)).toContain('Zoé Exemple');
  expect((await eraseAccount(stores(), zoe, { person: 'p-zoe', typed: 'EFFACER' }, NOW)).ok).toBe(true);
  expect(await shown()).toMatchObject([{ name: null, quality: '', sentence: 'La piste s’arrête au carrefour.' }]);
});
