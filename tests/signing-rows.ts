/** Rows that a frozen text stands on, written straight: a collective, a list, who holds which role, a negotiation. */
import type { Db } from '#server/storage/connection.ts';

const SINCE = new Date('2026-03-01T10:00:00Z');

export async function newCollective(
  db: Db,
  mark: string,
  names: { readonly coordinator: string; readonly member: string },
): Promise<number> {
  const at = new Date('2026-01-10T00:00:00Z');
  const { id } = await db
    .insertInto('collective')
    .values({
      name: `Champigny en transition ${mark} (exemple)`,
      slug: 'champigny-en-transition',
      description: '',
      state: 'active',
      charterVersion: '1',
      requestedAt: at,
      confirmedAt: at,
      confirmedBy: 'national-team',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('collectivePlace')
    .values({ collectiveId: id, municipalityCode: '94017', groupingSiren: null })
    .execute();
  const member = (name: string, role: 'coordinator' | 'member') => ({
    collectiveId: id,
    personId: `p-${name}`,
    role,
    name,
    namePublic: false,
    joinedAt: at,
    foundOnLists: null,
    foundOnListsAt: null,
    namesakeSince: null,
  });
  await db
    .insertInto('collectiveMember')
    .values([member(names.coordinator, 'coordinator'), member(names.member, 'member')])
    .execute();
  return id;
}

export async function newList(db: Db, mark: string, representative: string | null): Promise<number> {
  const at = new Date('2026-01-20T00:00:00Z');
  const { id } = await db
    .insertInto('candidateList')
    .values({
      electionId: 'municipales-2026',
      constituencyCode: '',
      firstRound: 1,
      municipalityCode: '94017',
      name: `Champigny demain ${mark} (exemple)`,
      nameKey: `champigny demain ${mark}`,
      leader: 'Lou Exemple',
      leaderKey: 'lou exemple',
      source: 'exemple',
      enteredAs: 'operator',
      enteredAt: at,
      changedAt: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (representative !== null) {
    const requestId = await confirmedRequest(db, { person: representative, role: 'list-representative', list: id });
    await db
      .insertInto('listRepresentative')
      .values({ personId: `p-${representative}`, listId: id, requestId, since: at })
      .execute();
  }
  return id;
}

export async function electedOfficial(db: Db, name: string): Promise<void> {
  const requestId = await confirmedRequest(db, { person: name, role: 'elected-official', municipality: '94017' });
  await db
    .insertInto('townHallMember')
    .values({
      personId: `p-${name}`,
      role: 'elected-official',
      municipalityCode: '94017',
      groupingSiren: null,
      requestId,
      since: SINCE,
    })
    .execute();
}

export async function inNationalTeam(db: Db, name: string): Promise<void> {
  const requestId = await confirmedRequest(db, { person: name, role: 'national-team' });
  await db
    .insertInto('nationalTeamMember')
    .values({ personId: `p-${name}`, requestId, since: SINCE })
    .execute();
}

async function confirmedRequest(
  db: Db,
  asked: {
    readonly person: string;
    readonly role: 'list-representative' | 'elected-official' | 'national-team';
    readonly list?: number;
    readonly municipality?: string;
  },
): Promise<number> {
  const { id } = await db
    .insertInto('roleRequest')
    .values({
      personId: `p-${asked.person}`,
      role: asked.role,
      listId: asked.list ?? null,
      municipalityCode: asked.municipality ?? null,
      groupingSiren: null,
      words: '',
      askedAt: SINCE,
      state: 'confirmed',
      way: 'operator',
      decidedBy: 'claire',
      decidedAt: SINCE,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function newNegotiation(
  db: Db,
  { collective, list, now }: { readonly collective: number; readonly list: number | null; readonly now: Date },
): Promise<number> {
  const { id } = await db
    .insertInto('negotiation')
    .values({
      collectiveId: collective,
      listId: list,
      municipalityCode: '94017',
      groupingSiren: null,
      edition: 'pacte-transition-2020',
      termFrom: 2026,
      termTo: 2032,
      state: 'frozen',
      startingPoint: JSON.stringify({ kind: 'blank' }),
      openedBy: 'p',
      openedAt: now,
      startedAt: now,
      frozenAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
