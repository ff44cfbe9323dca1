import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#domain/access/gate.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor, addressOf, newPerson } from '#tests/people.ts';
import { eraseAccount, exportAccount } from '../accounts/own-account.ts';
import { askPartnership, type AskPartnership } from './ask-partnership.ts';
import { changeOrganisation } from './change-organisation.ts';
import { endPartnership } from './end-partnership.ts';
import { endorse, withdrawEndorsement } from './endorse.ts';
import {
  correctNationalDecision,
  endNationalMember,
  nameNationalMember,
  recordNationalDecision,
  setNationalRule,
  showOwnSeat,
} from './national-committees.ts';
import { addRepresentative, endRepresentative, showOwnName } from './representatives.ts';
import { voteOnPartner } from './vote-on-partner.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const THEN = new Date('2031-03-01T10:00:00Z');
const LATER = new Date('2031-04-01T10:00:00Z');
const PACTE = 'pacte-transition-2020';
const TEAM: Person = { kind: 'person', id: 'p-team', holds: [{ role: 'national-team' }] };
const as = async (name: string) => await actorFor(database.db, `p-${name}`);

beforeEach(async () => {
  for (const table of [
    ...['endorsement', 'partner_vote', 'national_decision_before', 'national_decision', 'national_rule'],
    ...['national_member', 'organisation_representative', 'organisation_version', 'organisation', 'person'],
  ]) {
    await sql`delete from ${sql.table(table)}`.execute(database.db);
  }
  for (const name of ['lou', 'ana', 'bob', 'cam', 'team']) await newPerson(database.db, name);
});

const ask = async (typed: Partial<AskPartnership> = {}, by = 'lou') => {
  const words = {
    name: 'Vélo pour tous',
    website: 'velo.example.fr',
    about: 'Le vélo au quotidien',
    quality: 'présidente',
  };
  return await askPartnership(stores(), await as(by), { ...words, shownName: '', ...typed }, THEN);
};
async function asked(typed: Partial<AskPartnership> = {}): Promise<number> {
  const done = await ask(typed);
  if (!done.ok) throw new Error(done.refusal.kind);
  return done.value.organisation;
}
const vote = async (organisation: number, by: string, said: 'for' | 'against' = 'for', reason = 'Connue ici') =>
  await voteAt(1, organisation, by, said, reason);
const voteAt = async (version: number, organisation: number, by: string, said: 'for' | 'against', reason: string) =>
  await voteOnPartner(stores(), await as(by), { organisation, version, vote: said, reason }, LATER);
const seat = async (name: string, organisation: number | null = null) =>
  await nameNationalMember(
    stores(),
    TEAM,
    { committee: 'steering', email: addressOf(name), quality: 'membre', organisation, since: '2031-01-01' },
    THEN,
  );
async function committee(): Promise<void> {
  for (const name of ['ana', 'bob', 'cam']) expect(await seat(name)).toMatchObject({ ok: true });
  const rule = { committee: 'steering', since: '2031-03-01', votesNeeded: 2 } as const;
  expect(await setNationalRule(stores(), TEAM, rule, THEN)).toMatchObject({ ok: true });
}
async function joined(typed: Partial<AskPartnership> = {}): Promise<number> {
  const organisation = await asked(typed);
  await vote(organisation, 'ana');
  expect(await vote(organisation, 'bob')).toEqual({ ok: true, value: { state: 'partner-accepted' } });
  return organisation;
}
const organisations = async () => await database.db.selectFrom('organisation').selectAll().orderBy('id').execute();

describe('an organisation that asks to join', () => {
  test('waits, spoken for by who asked; an address at its own site is told to those who decide', async () => {
    const organisation = await asked({ website: 'https://www.example.fr/' });
    expect(await organisations()).toMatchObject([{ state: 'partner-asked', proof: 'address-of-site', version: 1 }]);
    expect((await as('lou')).holds).toEqual([{ role: 'partner', organisation }]);
    await asked({ name: 'Autre', website: 'autre.org' });
    expect((await organisations())[1]).toMatchObject({ proof: 'none' });
  });

  test('twice is the same one, however it is written; two who ask at once are told of one another', async () => {
    const organisation = await asked();
    const known = { refusal: { kind: 'organisation-known', organisation } };
    expect(await ask({ name: 'VELO  POUR TOUS', website: 'ailleurs.org' }, 'ana')).toMatchObject(known);
    expect(await ask({ name: 'Autre nom', website: 'http://www.velo.example.fr' }, 'ana')).toMatchObject(known);
    const both = await Promise.all([
      ask({ name: 'Le Pré', website: 'pre.org' }, 'ana'),
      ask({ name: 'Le pré', website: 'le-pre.org' }, 'bob'),
    ]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await organisations()).toHaveLength(2);
  });

  test('by one press sent twice asks once', async () => {
    expect(await ask({ sending: 'a' })).toEqual(await ask({ sending: 'a' }));
    expect(await organisations()).toHaveLength(1);
  });

  test('says a name, a site and what it does; what would turn its words around is shown', async () => {
    expect(await ask({ name: ' ' })).toMatchObject({ refusal: { kind: 'text-missing', field: 'organisation' } });
    expect(await ask({ website: 'javascript:alert(1)' })).toMatchObject({ refusal: { kind: 'bad-website' } });
    expect(await ask({ about: 'a'.repeat(1001) })).toMatchObject({ refusal: { kind: 'text-too-long' } });
    await asked({ name: '<script>\u202Eeil' });
    expect((await organisations())[0]?.name).toBe('<script>[U+202E]eil');
  });
});

describe('the steering committee', () => {
  test('decides with the votes that its rule asks for, each with a reason', async () => {
    await committee();
    const organisation = await asked();
    expect(await vote(organisation, 'ana', 'for', ' ')).toMatchObject({ refusal: { kind: 'text-missing' } });
    expect(await vote(organisation, 'ana')).toEqual({ ok: true, value: { state: 'partner-asked' } });
    // One seat, one vote: said again, it takes the place of the first.
    expect(await vote(organisation, 'ana', 'against')).toMatchObject({ value: { state: 'partner-asked' } });
    expect(await vote(organisation, 'bob', 'for')).toMatchObject({ value: { state: 'partner-asked' } });
    expect(await vote(organisation, 'cam', 'for')).toMatchObject({ value: { state: 'partner-accepted' } });
    expect(await organisations()).toMatchObject([{ votesFor: 2, votesAgainst: 1, votesNeeded: 2, decidedAt: LATER }]);
    expect(await vote(organisation, 'ana')).toMatchObject({
      refusal: { kind: 'decided-meanwhile', state: 'partner-accepted' },
    });
  });

  test('refuses likewise, after which the organisation may ask again', async () => {
    await committee();
    const organisation = await asked();
    await vote(organisation, 'ana', 'against');
    expect(await vote(organisation, 'bob', 'against')).toMatchObject({ value: { state: 'partner-refused' } });
    expect((await as('lou')).holds).toEqual([]);
    expect(await ask()).toMatchObject({ ok: true });
  });

  test('of two who decide at once both are counted, and the third is told that it is decided', async () => {
    await committee();
    const organisation = await asked();
    const all = await Promise.all(['ana', 'bob', 'cam'].map(async (name) => await vote(organisation, name)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(2);
    expect(all.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'decided-meanwhile' } });
    expect(await organisations()).toMatchObject([{ state: 'partner-accepted', votesFor: 2 }]);
  });

  test('nobody decides on an organisation that they speak or spoke for, or sit for', async () => {
    await committee();
    const organisation = await joined();
    await nameNationalMember(
      stores(),
      TEAM,
      { committee: 'steering', email: addressOf('lou'), quality: 'pour le vélo', organisation, since: '2031-01-01' },
      THEN,
    );
    await endPartnership(stores(), await as('lou'), { organisation, reason: 'Dissoute' }, LATER);
    const again = await asked({ name: 'Vélo refondé', website: 'velo2.org' });
    expect(await vote(again, 'lou')).toMatchObject({ refusal: { kind: 'own-organisation' } });
    await addRow(again, 'cam');
    expect(await vote(again, 'cam')).toMatchObject({ refusal: { kind: 'own-organisation' } });
  });

  test('decides nothing without a rule; whoever left, or never sat there, has no vote', async () => {
    const organisation = await asked();
    await seat('ana');
    expect(await vote(organisation, 'ana')).toMatchObject({ refusal: { kind: 'no-rule' } });
    await committee2();
    await vote(organisation, 'ana');
    const held = await stores().partners.seatOf('steering', 'p-ana');
    await endNationalMember(stores(), TEAM, { seat: held?.id ?? 0 }, LATER);
    expect(await vote(organisation, 'ana')).toMatchObject({ refusal: { kind: 'not-allowed' } });
    // The vote of who left counts no more.
    expect(await vote(organisation, 'bob')).toMatchObject({ value: { state: 'partner-asked' } });
    expect(await vote(organisation, 'lou')).toMatchObject({ refusal: { kind: 'not-allowed' } });
    expect(
      await voteOnPartner(stores(), TEAM, { organisation, version: 1, vote: 'for', reason: 'x' }, LATER),
    ).toMatchObject({
      refusal: { kind: 'not-allowed' },
    });
  });

  const addRow = async (organisation: number, name: string) =>
    await stores().partners.addRepresentative(organisation, {
      ...{ person: `p-${name}`, quality: 'avant', shownName: null },
      at: THEN,
    });
  const committee2 = async () => {
    await seat('bob');
    const rule = { committee: 'steering', since: '2031-03-01', votesNeeded: 2 } as const;
    await setNationalRule(stores(), TEAM, rule, THEN);
  };
});

describe('an organisation that has joined', () => {
  beforeEach(committee);

  test('that takes another name or another site while it is voted on is voted on anew, without the proof of its former site', async () => {
    const organisation = await asked({ website: addressOf('lou').split('@')[1] ?? '' });
    expect((await organisations())[0]?.proof).toBe('address-of-site');
    await vote(organisation, 'ana');
    const words = {
      organisation,
      name: 'Tout autre chose',
      website: 'ailleurs.example.fr',
      about: 'Le pétrole',
      version: 1,
    };
    expect(await changeOrganisation(stores(), await as('lou'), words, LATER)).toMatchObject({ ok: true });
    expect((await organisations())[0]?.proof).toBe('none');
    expect(await vote(organisation, 'bob')).toMatchObject({ refusal: { kind: 'changed-meanwhile' } });
    expect(await voteAt(2, organisation, 'bob', 'for', 'Lue')).toEqual({ ok: true, value: { state: 'partner-asked' } });
  });

  test('is renamed without losing what it was called', async () => {
    const organisation = await joined();
    const words = { organisation, name: 'Vélo partout', website: 'velo.example.fr', about: 'Le vélo' };
    expect(await changeOrganisation(stores(), await as('lou'), { ...words, version: 1 }, LATER)).toMatchObject({
      ok: true,
    });
    const other = { ...words, name: 'Vélo ailleurs', version: 1 };
    expect(await changeOrganisation(stores(), await as('lou'), other, LATER)).toMatchObject({
      refusal: { kind: 'changed-meanwhile' },
    });
    const kept = await database.db
      .selectFrom('organisationVersion')
      .select(['version', 'name'])
      .orderBy('version')
      .execute();
    expect(kept).toEqual([
      { version: 1, name: 'Vélo pour tous' },
      { version: 2, name: 'Vélo partout' },
    ]);
    expect(await ask({ name: 'Vélo partout', website: 'x.org' }, 'ana')).toMatchObject({
      refusal: { kind: 'organisation-known', organisation },
    });
  });

  test('changes who speaks for it, and never loses its last voice by a press', async () => {
    const organisation = await joined();
    const lou = await as('lou');
    const [own] = await stores().partners.representatives(organisation);
    const leave = { organisation, representative: own?.id ?? 0 };
    expect(await endRepresentative(stores(), lou, leave, LATER)).toMatchObject({
      refusal: { kind: 'last-representative' },
    });
    const next = { organisation, email: addressOf('cam'), quality: 'trésorier' };
    expect(await addRepresentative(stores(), lou, next, LATER)).toMatchObject({ ok: true });
    expect(await addRepresentative(stores(), lou, next, LATER)).toMatchObject({
      refusal: { kind: 'represents-already' },
    });
    expect(await endRepresentative(stores(), lou, leave, LATER)).toMatchObject({ ok: true });
    expect((await as('lou')).holds).toEqual([]);
    expect(await endorse(stores(), await as('lou'), { organisation, edition: PACTE, measure: 1 }, LATER)).toMatchObject(
      {
        refusal: { kind: 'not-allowed' },
      },
    );
    const rows = await database.db
      .selectFrom('organisationRepresentative')
      .select(['personId', 'until'])
      .orderBy('id')
      .execute();
    expect(rows).toEqual([
      { personId: 'p-lou', until: LATER },
      { personId: 'p-cam', until: null },
    ]);
  });

  test('supports an edition or a measure once, and takes it back with a reason', async () => {
    const organisation = await joined();
    const lou = await as('lou');
    const give = async (measure: number | null, edition = PACTE) =>
      await endorse(stores(), lou, { organisation, edition, measure }, LATER);
    expect(await give(null)).toMatchObject({ ok: true });
    expect(await give(null)).toMatchObject({ refusal: { kind: 'endorsed-already' } });
    expect(await give(99)).toMatchObject({ refusal: { kind: 'unknown-measure' } });
    expect(await give(7, 'pacte-1789')).toMatchObject({ refusal: { kind: 'unknown-measure' } });
    const seven = await give(7);
    const endorsement = seven.ok ? seven.value.endorsement : 0;
    const back = { endorsement, reason: '' };
    expect(await withdrawEndorsement(stores(), lou, back, LATER)).toMatchObject({ refusal: { kind: 'text-missing' } });
    const withReason = { endorsement, reason: 'Trop peu' };
    expect(await withdrawEndorsement(stores(), lou, withReason, LATER)).toMatchObject({ ok: true });
    expect(await withdrawEndorsement(stores(), await as('ana'), withReason, LATER)).toMatchObject({
      refusal: { kind: 'not-allowed' },
    });
    expect(await give(7)).toMatchObject({ ok: true });
  });

  test('supports nothing before it has joined, nor once it has left: what it supported is taken back that day', async () => {
    const waiting = await asked();
    const lou = await as('lou');
    const request = { organisation: waiting, edition: PACTE, measure: 7 };
    expect(await endorse(stores(), lou, request, LATER)).toMatchObject({ refusal: { kind: 'not-allowed' } });
    await endPartnership(stores(), lou, { organisation: waiting, reason: 'Trop tôt' }, LATER);
    const organisation = await joined();
    await endorse(stores(), await as('lou'), { organisation, edition: PACTE, measure: 7 }, LATER);
    expect(await endPartnership(stores(), TEAM, { organisation, reason: 'Dissoute' }, LATER)).toMatchObject({
      ok: true,
    });
    const rows = await database.db.selectFrom('endorsement').select('withdrawnReason').execute();
    expect(rows).toEqual([{ withdrawnReason: 'Dissoute' }]);
  });

  test('names nobody who did not agree; an erased account leaves its rows without a name', async () => {
    const organisation = await joined({ shownName: 'Lou Martin' });
    await showOwnSeat(stores(), await as('ana'), { committee: 'steering', shownName: 'Ana B.' }, LATER);
    const shown = async () =>
      [
        ...(await database.db.selectFrom('organisationRepresentative').select('shownName').execute()),
        ...(await database.db.selectFrom('nationalMember').select('shownName').orderBy('id').execute()),
      ].map(({ shownName }) => shownName);
    expect(await shown()).toEqual(['Lou Martin', 'Ana B.', null, null]);
    const kept = await exportAccount(stores(), await as('ana'), { person: 'p-ana' });
    expect(JSON.stringify(kept)).toContain('Ana B.');
    expect(JSON.stringify(kept)).toContain('Connue ici');
    await showOwnName(stores(), await as('lou'), { organisation, shownName: '' }, LATER);
    expect((await shown())[0]).toBeNull();
    await eraseAccount(stores(), await as('ana'), { person: 'p-ana', typed: 'EFFACER' }, LATER);
    expect(await shown()).toEqual([null, null, null, null]);
    expect(await database.db.selectFrom('nationalMember').select('until').orderBy('id').limit(1).execute()).toEqual([
      { until: '2031-04-01' },
    ]);
  });
});

describe('a seat of a national committee', () => {
  test('is ended by the team alone, after it is asked whether it may, and the journal says in which committee', async () => {
    const member = { email: addressOf('ana'), quality: 'membre', organisation: null, since: '2031-01-01' };
    await nameNationalMember(stores(), TEAM, { ...member, committee: 'monitoring' }, THEN);
    const held = (await stores().partners.seatOf('monitoring', 'p-ana'))?.id ?? 0;
    const outside = stores();
    const lockSeat = async () => await Promise.reject(new Error('read before the gate'));
    const refusing = { ...outside, partners: { ...outside.partners, lockSeat } };
    expect(await endNationalMember(refusing, await as('bob'), { seat: held }, LATER)).toMatchObject({
      refusal: { kind: 'not-allowed' },
    });
    expect(await endNationalMember(refusing, TEAM, { seat: held }, LATER)).toMatchObject({ ok: true });
    const journal = await database.db
      .selectFrom('journalEvent')
      .select(['act', 'subjectId'])
      .where('act', '=', 'end-national-member')
      .orderBy('sequence', 'desc')
      .limit(1)
      .execute();
    expect(journal).toEqual([{ act: 'end-national-member', subjectId: 'monitoring' }]);
  });
});

describe('what a committee decided', () => {
  const decision = {
    committee: 'monitoring',
    decidedOn: '2031-02-28',
    what: 'Aider dix communes',
    why: 'Peu de moyens',
  } as const;
  const record = async (typed: object = {}, by = TEAM) =>
    await recordNationalDecision(stores(), by, { ...decision, documents: '', ...typed }, THEN);

  test('is kept with its day, its reason and its documents', async () => {
    expect(await record({ documents: 'Compte rendu https://exemple.org/cr.pdf\n\n' })).toMatchObject({ ok: true });
    expect(await database.db.selectFrom('nationalDecision').selectAll().execute()).toMatchObject([
      { decidedOn: '2031-02-28', documents: [{ label: 'Compte rendu', url: 'https://exemple.org/cr.pdf' }] },
    ]);
    expect(await record({ documents: 'Piège javascript:alert(1)' })).toMatchObject({
      refusal: { kind: 'bad-documents' },
    });
    expect(await record({ decidedOn: '2031-02-30' })).toMatchObject({ refusal: { kind: 'bad-day' } });
    expect(await record({ decidedOn: '2031-03-02' })).toMatchObject({ refusal: { kind: 'bad-day' } });
    expect(await record({}, await as('ana'))).toMatchObject({ refusal: { kind: 'not-allowed' } });
  });

  test('is corrected with a reason, and what it said before stays', async () => {
    const done = await record();
    const id = done.ok ? done.value.decision : 0;
    const words = { ...decision, decision: id, version: 1, documents: '', what: 'Aider douze communes' };
    const correct = async (typed: object) =>
      await correctNationalDecision(stores(), TEAM, { ...words, reason: '', ...typed }, LATER);
    expect(await correct({})).toMatchObject({ refusal: { kind: 'text-missing' } });
    expect(await correct({ reason: 'Faute de frappe' })).toMatchObject({ ok: true });
    expect(await correct({ reason: 'Encore' })).toMatchObject({ refusal: { kind: 'changed-meanwhile' } });
    expect(await database.db.selectFrom('nationalDecisionBefore').selectAll().execute()).toMatchObject([
      { version: 1, what: 'Aider dix communes', reason: 'Faute de frappe' },
    ]);
  });
});
