/** A pact of Champigny with who may speak of it: claire of its collective, agnes of its town hall, renee of the list that signed. */
import { sql } from 'kysely';
import { beforeAll, beforeEach } from 'vitest';
import type { Actor, Holding, Person } from '#domain/access/gate.ts';
import { holdingsOf } from '#server/storage/holdings.ts';
import { storesOn } from '#server/stores.ts';
import { active } from '#tests/collectives.ts';
import { withTestDatabase, type TestDatabase } from '#tests/database.ts';
import { newPerson } from '#tests/people.ts';
import { BRY, buildWorld, CHAMPIGNY, type World } from '#tests/world.ts';
import { assess, type Assess } from '../assess.ts';

export const NOW = new Date('2029-06-03T08:00:00Z');

export const person = (...holds: readonly Holding[]): Person => ({ kind: 'person', id: 'p-agnes', holds });
export const agent = person({ role: 'municipal-agent', place: CHAMPIGNY });
export const kindOf = (result: { ok: true } | { ok: false; refusal: { kind: string } }) =>
  result.ok || result.refusal.kind;

type There = {
  readonly world: World;
  readonly collective: { readonly id: number; readonly founder: string };
  /** Of Bry. */
  readonly elsewhere: { readonly id: number };
  readonly list: number;
};

/** Call at the top of a file; `there()` answers from `beforeAll` on. Before each test, nothing was said and nobody told. */
export function twoVoices() {
  const database = withTestDatabase();
  const stores = () => storesOn(database.db);
  let set: There | null = null;
  const there = () => {
    if (set === null) throw new Error('who speaks is there from beforeAll on');
    return set;
  };
  const outcome = async (kind: 'majority' | 'opposition' | 'not-elected' | null): Promise<void> => {
    await database.db.updateTable('candidateList').set({ outcome: kind }).where('id', '=', there().list).execute();
  };
  beforeAll(async () => {
    set = await gather(database);
  });
  beforeEach(async () => {
    await outcome(null);
    await sql`truncate assessment, assessment_author, assessment_confirmation, latest_assessment, reply_right_told, mail cascade`.execute(
      database.db,
    );
  });
  const given = (more: Partial<Assess> = {}): Assess => ({
    pact: there().world.demain,
    item: 'm15',
    voice: 'collective',
    status: 'partly-kept',
    levels: [],
    beforeMandate: false,
    sentence: 'Le double sens cyclable est généralisé.',
    evidence: [],
    assessedOn: '2029-06-01',
    ...more,
  });
  return {
    database,
    stores,
    there,
    given,
    /** What became of the list that signed. */
    outcome,
    claire: async (): Promise<Person> => {
      const id = there().collective.founder;
      return { kind: 'person', id, holds: await holdingsOf(database.db, id) };
    },
    representative: (): Person => ({
      kind: 'person',
      id: 'p-renee',
      holds: [{ role: 'list-representative', list: there().list }],
    }),
    say: async (actor: Actor, more: Partial<Assess> = {}, now = NOW) =>
      kindOf(await assess(stores(), actor, given(more), now)),
  };
}

async function gather(database: TestDatabase): Promise<There> {
  const { db } = database;
  const world = await buildWorld(db);
  const collective = await active(db, { founder: 'claire', places: [CHAMPIGNY], name: 'Champigny citoyenne' });
  const elsewhere = await active(db, { founder: 'bruno', places: [BRY], name: 'Bry citoyenne' });
  const { rows } = await sql<{ id: number }>`
    insert into candidate_list (election_id, municipality_code, name, name_key, source, entered_as, entered_at, changed_at)
    values ('municipales-2020', '94017', 'Champigny demain (exemple)', 'champigny demain', 'test', 'operator', ${NOW}, ${NOW})
    returning id`.execute(db);
  const list = rows[0]?.id ?? 0;
  await db
    .insertInto('pactList')
    .values({ pactId: world.demain, candidateListId: list, linkedBy: 'test', linkedAt: NOW })
    .execute();
  for (const name of ['agnes', 'renee']) await newPerson(db, name);
  const asked = async (
    who: string,
    role: string,
    of: { readonly list: number | null; readonly code: string | null },
  ) => {
    const { rows: requests } = await sql<{ id: number }>`
      insert into role_request (person_id, role, list_id, municipality_code, asked_at, state)
      values (${who}, ${role}, ${of.list}, ${of.code}, ${NOW}, 'confirmed') returning id`.execute(db);
    return requests[0]?.id ?? 0;
  };
  // Confirmed roles, as the acts on roles would have made them.
  const ofTownHall = await asked('p-agnes', 'municipal-agent', { list: null, code: '94017' });
  await sql`insert into town_hall_member (person_id, role, municipality_code, request_id, since)
    values ('p-agnes', 'municipal-agent', '94017', ${ofTownHall}, ${NOW})`.execute(db);
  const requestId = await asked('p-renee', 'list-representative', { list, code: null });
  await db
    .insertInto('listRepresentative')
    .values({ personId: 'p-renee', listId: list, requestId, since: NOW })
    .execute();
  return { world, collective, elsewhere, list };
}
