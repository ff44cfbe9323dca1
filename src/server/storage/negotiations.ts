/**
 * Negotiations: who, about what, and how far they are. What was said: ./negotiation-sayings.ts; what is public of them:
 * ./public-negotiations.ts.
 */
import { sql } from 'kysely';
import type { NegotiationState } from '#domain/negotiation/progress.ts';
import type { StartingPoint } from '#domain/negotiation/starting-point.ts';
import type { Term } from '#domain/pact/term.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Side } from '#domain/signature/side.ts';
import type { Db } from './connection.ts';
import { placeColumns, placeIn } from './places.ts';

/** Null: these two already negotiate against this edition. */
export async function openNegotiation(db: Db, negotiation: NewNegotiation): Promise<number | null> {
  const { collective, list, place, term, startingPoint, addendumTo, by, at } = negotiation;
  const row = await db
    .insertInto('negotiation')
    .values({
      collectiveId: collective,
      listId: list,
      ...placeColumns(place),
      edition: negotiation.edition,
      termFrom: term.from,
      termTo: term.to,
      state: 'prepared',
      startingPoint: JSON.stringify(startingPoint),
      openedBy: by,
      openedAt: at,
      addendumTo,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

type NewNegotiation = {
  readonly collective: number;
  readonly list: number | null;
  readonly place: PlaceCode;
  readonly edition: string;
  readonly term: Term;
  readonly startingPoint: StartingPoint;
  readonly addendumTo: number | null;
  readonly by: string;
  readonly at: Date;
};

/** `lock`: nobody else changes it, nor adds a word, before the end of the transaction. */
export async function findNegotiation(db: Db, id: number, { lock }: { readonly lock: boolean }) {
  if (lock) await db.selectFrom('negotiation').select('id').where('id', '=', id).forUpdate().execute();
  const row = await selectNegotiations(db).where('negotiation.id', '=', id).executeTakeFirst();
  return row === undefined ? null : negotiationIn(row);
}

/** Latest change first; those that are over come last. */
export async function negotiationsOf(
  db: Db,
  concerned: {
    readonly collectives: readonly number[];
    readonly lists: readonly number[];
    readonly places: readonly PlaceCode[];
  },
) {
  const codes = concerned.places.flatMap((place) => (place.kind === 'municipality' ? [place.code] : []));
  const sirens = concerned.places.flatMap((place) => (place.kind === 'grouping' ? [place.siren] : []));
  const rows = await selectNegotiations(db)
    .where(
      sql<boolean>`(negotiation.collective_id = any(${concerned.collectives})
        or negotiation.list_id = any(${concerned.lists})
        or (negotiation.list_id is null and (negotiation.municipality_code = any(${codes})
          or negotiation.grouping_siren = any(${sirens}))))`,
    )
    .orderBy(sql`negotiation.state in ('declined', 'ended')`)
    .orderBy('negotiation.id', 'desc')
    .execute();
  return rows.map(negotiationIn);
}

function selectNegotiations(db: Db) {
  return db
    .selectFrom('negotiation')
    .innerJoin('collective', 'collective.id', 'negotiation.collectiveId')
    .leftJoin('candidateList as list', 'list.id', 'negotiation.listId')
    .leftJoin('municipality', 'municipality.code', 'negotiation.municipalityCode')
    .leftJoin('grouping', 'grouping.siren', 'negotiation.groupingSiren')
    .leftJoin('agreedText as before', 'before.id', 'negotiation.addendumTo')
    .selectAll('negotiation')
    .select([
      'collective.name as collectiveName',
      'collective.slug as collectiveSlug',
      'list.name as listName',
      'list.leader as listLeader',
      'list.electionId as listElection',
      'municipality.name as municipalityName',
      'municipality.slug as municipalitySlug',
      'municipality.departmentCode',
      'grouping.name as groupingName',
      'grouping.slug as groupingSlug',
      'before.code as beforeCode',
      'before.sha256 as beforeSha256',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectNegotiations>['executeTakeFirstOrThrow']>>;

function negotiationIn(row: Row) {
  const name = row.municipalityName ?? row.groupingName ?? '';
  const { declinedAt, endedAt, endedSide, addendumTo } = row;
  return {
    id: row.id,
    collective: { id: row.collectiveId, name: row.collectiveName, slug: row.collectiveSlug },
    counterpart:
      row.listId === null
        ? { kind: 'council' as const, name }
        : {
            kind: 'list' as const,
            list: row.listId,
            name: row.listName ?? '',
            leader: row.listLeader,
            election: row.listElection ?? '',
          },
    place: { ...placeIn(row), name, slug: row.municipalitySlug ?? row.groupingSlug ?? '' },
    departmentCode: row.departmentCode ?? '',
    edition: row.edition,
    term: { from: row.termFrom, to: row.termTo },
    state: row.state,
    startingPoint: row.startingPoint,
    openedAt: row.openedAt,
    askedAt: row.askedAt,
    toldAt: row.toldAt,
    startedAt: row.startedAt,
    joinedAt: row.joinedAt,
    declined: declinedAt === null ? null : { at: declinedAt, reason: row.declinedReason ?? '' },
    ended:
      endedAt === null || endedSide === null ? null : { at: endedAt, side: endedSide, reason: row.endedReason ?? '' },
    frozenAt: row.frozenAt,
    addendumTo:
      addendumTo === null ? null : { id: addendumTo, code: row.beforeCode ?? '', sha256: row.beforeSha256 ?? '' },
    revision: row.revision,
  };
}

type StageChange =
  | { readonly to: 'asked' | 'under-way' | 'frozen'; readonly at: Date }
  | { readonly to: 'declined'; readonly at: Date; readonly reason: string }
  | { readonly to: 'ended'; readonly at: Date; readonly side: Side; readonly reason: string };

export async function changeStage(db: Db, id: number, change: StageChange): Promise<void> {
  await db.updateTable('negotiation').set(columnsOf(change)).where('id', '=', id).execute();
}

function columnsOf(change: StageChange) {
  const state: { state: NegotiationState } = { state: change.to };
  switch (change.to) {
    case 'asked':
      return { ...state, askedAt: change.at };
    case 'under-way':
      // Also after having declined.
      return { ...state, startedAt: change.at, declinedAt: null, declinedReason: null };
    case 'frozen':
      return { ...state, frozenAt: change.at };
    case 'declined':
      return { ...state, declinedAt: change.at, declinedReason: change.reason };
    case 'ended':
      return { ...state, endedAt: change.at, endedSide: change.side, endedReason: change.reason };
  }
}

/** False: these two opened another meanwhile. */
export async function reopenNegotiation(db: Db, id: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('negotiation as n')
    .set({ state: 'under-way', frozenAt: null })
    .where('n.id', '=', id)
    .where(
      sql<boolean>`not exists (select from negotiation o where o.id <> n.id and o.collective_id = n.collective_id
        and o.list_id is not distinct from n.list_id and o.edition = n.edition
        and o.municipality_code is not distinct from n.municipality_code
        and o.grouping_siren is not distinct from n.grouping_siren
        and o.state in ('prepared', 'asked', 'under-way'))`,
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function toldCounterpart(db: Db, id: number, at: Date): Promise<void> {
  await db.updateTable('negotiation').set({ toldAt: at }).where('id', '=', id).execute();
}

export async function counterpartJoined(db: Db, id: number, at: Date): Promise<void> {
  await db
    .updateTable('negotiation')
    .set({ joinedAt: at })
    .where('id', '=', id)
    .where('joinedAt', 'is', null)
    .execute();
}

/** Accounts of a side now: members of the collective; representatives of the list, or the town hall. */
export async function peopleOfSide(
  db: Db,
  of: {
    readonly collective: { readonly id: number };
    readonly counterpart: { readonly kind: 'list'; readonly list: number } | { readonly kind: 'council' };
    readonly place: PlaceCode;
  },
  side: Side,
): Promise<readonly string[]> {
  if (side === 'carrier') {
    const members = await db
      .selectFrom('collectiveMember')
      .select('personId')
      .where('collectiveId', '=', of.collective.id)
      .execute();
    return members.map(({ personId }) => personId);
  }
  if (of.counterpart.kind === 'list') {
    const representatives = await db
      .selectFrom('listRepresentative')
      .select('personId')
      .where('listId', '=', of.counterpart.list)
      .execute();
    return representatives.map(({ personId }) => personId);
  }
  const { municipalityCode, groupingSiren } = placeColumns(of.place);
  const holders = await db
    .selectFrom('townHallMember')
    .select('personId')
    .distinct()
    .$if(municipalityCode !== null, (query) => query.where('municipalityCode', '=', municipalityCode))
    .$if(groupingSiren !== null, (query) => query.where('groupingSiren', '=', groupingSiren))
    .execute();
  return holders.map(({ personId }) => personId);
}

/** Name of the channel that pages which stay open listen to. */
export const NEGOTIATION_CHANNEL = 'negotiation';

/** Grows the revision, and tells every process once the transaction is committed. `changed`: no words. */
export async function tellOpenPages(
  db: Db,
  id: number,
  changed: { readonly side: Side | null; readonly items: readonly string[]; readonly what: string },
): Promise<void> {
  const { revision } = await db
    .updateTable('negotiation')
    .set((negotiation) => ({ revision: negotiation('revision', '+', 1) }))
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow();
  // A notification holds at most 8000 bytes: a whole charter answered at once is told without its items.
  const items = changed.items.length > 60 ? [] : changed.items;
  const told = JSON.stringify({ id, revision, ...changed, items });
  await sql`select pg_notify(${NEGOTIATION_CHANNEL}, ${told})`.execute(db);
}
