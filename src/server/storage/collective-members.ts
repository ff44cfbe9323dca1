/** Who is of a collective. */
import { sql } from 'kysely';
import type { Holding } from '#domain/access/gate.ts';
import type { FoundOnList, Member } from '#domain/collective/membership.ts';
import type { Db } from './connection.ts';

/** Coordinators first, then by the day they joined. */
export async function membersOf(db: Db, collective: number): Promise<readonly Member[]> {
  const rows = await memberQuery(db)
    .where('collectiveId', '=', collective)
    .orderBy('role')
    .orderBy('joinedAt')
    .orderBy('personId')
    .execute();
  return rows.map(asMember);
}

export async function findMember(db: Db, collective: number, person: string): Promise<Member | null> {
  const row = await memberQuery(db)
    .where('collectiveId', '=', collective)
    .where('personId', '=', person)
    .executeTakeFirst();
  return row === undefined ? null : asMember(row);
}

export async function addMember(
  db: Db,
  collective: number,
  { person, lists, joinedAt, ...member }: Omit<Member, 'flagged'> & { readonly lists: readonly FoundOnList[] },
): Promise<void> {
  await db
    .insertInto('collectiveMember')
    .values({ collectiveId: collective, personId: person, joinedAt, ...member, ...flagColumns(lists, joinedAt) })
    .execute();
}

export async function setMember(
  db: Db,
  { collective, person }: MemberKey,
  change: { readonly role?: Member['role']; readonly name?: string; readonly namePublic?: boolean },
): Promise<void> {
  await ofMember(db, { collective, person }).set(change).execute();
}

export async function flagMember(
  db: Db,
  { collective, person }: MemberKey,
  { lists, at }: { readonly lists: readonly FoundOnList[]; readonly at: Date },
): Promise<void> {
  await ofMember(db, { collective, person })
    .set({ ...flagColumns(lists, at), namesakeSince: null })
    .execute();
}

export async function saysNamesake(db: Db, key: MemberKey, at: Date): Promise<void> {
  await ofMember(db, key).set({ namesakeSince: at }).execute();
}

export async function removeMember(db: Db, { collective, person }: MemberKey): Promise<void> {
  await db
    .deleteFrom('collectiveMember')
    .where('collectiveId', '=', collective)
    .where('personId', '=', person)
    .execute();
}

export async function removedSince(db: Db, collective: number, since: Date): Promise<number> {
  const { removed } = await db
    .selectFrom('journalEvent')
    .select(({ fn }) => fn.countAll<number>().as('removed'))
    .where('subjectKind', '=', 'collective')
    .where('subjectId', '=', String(collective))
    .where('act', '=', 'remove-member')
    .where('happenedAt', '>', since)
    .executeTakeFirstOrThrow();
  return removed;
}

/** Collectives that are not closed. */
export async function collectivesOf(db: Db, person: string): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('collectiveMember')
    .innerJoin('collective', 'collective.id', 'collectiveMember.collectiveId')
    .select('collective.id')
    .where('personId', '=', person)
    .where('collective.state', '<>', 'closed')
    .orderBy('collective.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Until the end of the transaction, others who found under this account wait. */
export async function holdFounder(db: Db, person: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`founder ${person}`}, 0))`.execute(db);
}

type MemberKey = { readonly collective: number; readonly person: string };

/** `coordinator` comes before `member` in the alphabet too. */
function memberQuery(db: Db) {
  return db
    .selectFrom('collectiveMember')
    .select(['personId', 'role', 'name', 'namePublic', 'joinedAt', 'foundOnLists', 'foundOnListsAt', 'namesakeSince']);
}

function ofMember(db: Db, { collective, person }: MemberKey) {
  return db.updateTable('collectiveMember').where('collectiveId', '=', collective).where('personId', '=', person);
}

function asMember(row: Awaited<ReturnType<ReturnType<typeof memberQuery>['executeTakeFirstOrThrow']>>): Member {
  const { personId, role, name, namePublic, joinedAt, foundOnLists, foundOnListsAt, namesakeSince } = row;
  return {
    person: personId,
    role,
    name,
    namePublic,
    joinedAt,
    flagged:
      foundOnLists === null || foundOnListsAt === null
        ? null
        : { lists: foundOnLists, at: foundOnListsAt, namesake: namesakeSince !== null },
  };
}

function flagColumns(lists: readonly FoundOnList[], at: Date) {
  return lists.length === 0
    ? { foundOnLists: null, foundOnListsAt: null }
    : { foundOnLists: JSON.stringify(lists), foundOnListsAt: at };
}

/** A coordinator is a member too: both are held. Nothing is held of a closed collective. */
export async function collectiveHoldings(
  db: Db,
  person: string,
): Promise<readonly Extract<Holding, { readonly collective: number }>[]> {
  const rows = await db
    .selectFrom('collectiveMember')
    .innerJoin('collective', 'collective.id', 'collectiveMember.collectiveId')
    .select(['collective.id', 'collectiveMember.role'])
    .where('personId', '=', person)
    .where('collective.state', '<>', 'closed')
    .orderBy('collective.id')
    .execute();
  return rows.flatMap(({ id: collective, role }) => [
    { role: 'collective-member' as const, collective },
    ...(role === 'coordinator' ? [{ role: 'collective-coordinator' as const, collective }] : []),
  ]);
}
