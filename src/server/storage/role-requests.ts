/**
 * Requests for roles and the codes that confirm them. A code is kept as a hash, with the request that it opens, and counts
 * every try.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { RequestedRole, RequestWay, RoleRequest } from '#domain/campaign/role-request.ts';
import { CODE_DAYS, CODE_TRIES } from '#domain/campaign/role-request.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { shortCode } from '#domain/shared/short-code.ts';
import type { Db } from './connection.ts';
import { placeColumns, placeIn } from './places.ts';

/** Null: this person asked for it already, or holds it. */
export async function askForRole(
  db: Db,
  request: { readonly person: string; readonly asked: RequestedRole; readonly words: string; readonly at: Date },
): Promise<number | null> {
  const row = await db
    .insertInto('roleRequest')
    .values({ personId: request.person, ...roleColumns(request.asked), words: request.words, askedAt: request.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function findRequest(
  db: Db,
  id: number,
  { lock }: { readonly lock: boolean },
): Promise<RoleRequest | null> {
  const row = await db
    .selectFrom('roleRequest')
    .selectAll()
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row === undefined ? null : toRequest(row);
}

export async function requestsOf(db: Db, person: string): Promise<readonly RoleRequest[]> {
  const rows = await db
    .selectFrom('roleRequest')
    .selectAll()
    .where('personId', '=', person)
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return rows.map(toRequest);
}

/** Told once, kept as a hash; the code before is worth nothing any more. */
export async function openRoleCode(
  db: Db,
  request: number,
  { address, at }: { readonly address: number; readonly at: Date },
): Promise<string> {
  const code = shortCode(randomBytes(10));
  await db
    .updateTable('roleRequest')
    .set({ codeHash: hashOf(request, code), codeAddressId: address, codeSentAt: at, codeTries: 0 })
    .where('id', '=', request)
    .execute();
  return code;
}

export type RoleCodeRefusal =
  | { readonly kind: 'no-role-code' | 'late-role-code' | 'too-many-role-codes' }
  | { readonly kind: 'wrong-role-code'; readonly triesLeft: number };

/**
 * One statement counts the try before the code is looked at: a thousand at once are still five. Throws inside a
 * transaction, whose end could uncount it.
 */
export async function tryRoleCode(
  db: Db,
  request: number,
  code: string,
  now: Date,
): Promise<Result<null, RoleCodeRefusal>> {
  if (db.isTransaction) throw new Error('a try is counted outside any transaction, which could be undone');
  const counted = await db
    .updateTable('roleRequest')
    .set((row) => ({ codeTries: row('codeTries', '+', 1) }))
    .where('id', '=', request)
    .where('codeHash', 'is not', null)
    .returning(['codeHash', 'codeSentAt', 'codeTries'])
    .executeTakeFirst();
  if (counted === undefined || counted.codeSentAt === null) return refuse({ kind: 'no-role-code' });
  if (now.getTime() >= counted.codeSentAt.getTime() + CODE_DAYS * DAY) return refuse({ kind: 'late-role-code' });
  if (counted.codeTries > CODE_TRIES) return refuse({ kind: 'too-many-role-codes' });
  if (counted.codeHash === hashOf(request, code)) return accept(null);
  return refuse({ kind: 'wrong-role-code', triesLeft: CODE_TRIES - counted.codeTries });
}

const DAY = 24 * 60 * 60_000;

/** Codes sent to one public address since then. */
export async function codesSentTo(db: Db, address: number, since: Date): Promise<number> {
  const { sent } = await db
    .selectFrom('roleRequest')
    .select(({ fn }) => fn.countAll<number>().as('sent'))
    .where('codeAddressId', '=', address)
    .where('codeSentAt', '>', since)
    .executeTakeFirstOrThrow();
  return sent;
}

export async function decideRequest(
  db: Db,
  id: number,
  decided: {
    readonly state: 'confirmed' | 'refused' | 'dropped';
    readonly way: RequestWay | null;
    readonly by: string;
    readonly at: Date;
    readonly reason: string | null;
  },
): Promise<void> {
  const row = await db
    .updateTable('roleRequest')
    .set({
      state: decided.state,
      way: decided.way,
      decidedBy: decided.by,
      decidedAt: decided.at,
      reason: decided.reason,
      codeHash: null,
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (decided.state === 'confirmed') await addHolder(db, toRequest(row), decided.at);
}

export async function forgetDecider(db: Db, person: string): Promise<void> {
  await db.updateTable('roleRequest').set({ decidedBy: null }).where('decidedBy', '=', person).execute();
  await db.updateTable('roleRequest').set({ endedBy: null }).where('endedBy', '=', person).execute();
}

export async function endRequest(
  db: Db,
  id: number,
  ended: { readonly by: string; readonly at: Date; readonly reason: string | null },
): Promise<void> {
  await db
    .updateTable('roleRequest')
    .set({ state: 'ended', endedAt: ended.at, endedBy: ended.by, endReason: ended.reason })
    .where('id', '=', id)
    .execute();
  for (const table of ['listRepresentative', 'townHallMember', 'nationalTeamMember'] as const) {
    await db.deleteFrom(table).where('requestId', '=', id).execute();
  }
}

async function addHolder(db: Db, { id, person, asked }: RoleRequest, since: Date): Promise<void> {
  const holder = { personId: person, requestId: id, since };
  switch (asked.role) {
    case 'list-representative':
      await db
        .insertInto('listRepresentative')
        .values({ ...holder, listId: asked.list })
        .execute();
      return;
    case 'municipal-agent':
    case 'elected-official':
      await db
        .insertInto('townHallMember')
        .values({ ...holder, role: asked.role, ...placeColumns(asked.place) })
        .execute();
      return;
    case 'national-team':
      await db.insertInto('nationalTeamMember').values(holder).execute();
  }
}

export function roleColumns(asked: RequestedRole) {
  const none = { municipalityCode: null, groupingSiren: null };
  switch (asked.role) {
    case 'list-representative':
      return { role: asked.role, listId: asked.list, ...none };
    case 'municipal-agent':
    case 'elected-official':
      return { role: asked.role, listId: null, ...placeColumns(asked.place) };
    case 'national-team':
      return { role: asked.role, listId: null, ...none };
  }
}

type Row = {
  readonly id: number;
  readonly personId: string;
  readonly role: RequestedRole['role'];
  readonly listId: number | null;
  readonly municipalityCode: string | null;
  readonly groupingSiren: string | null;
  readonly words: string;
  readonly askedAt: Date;
  readonly state: RoleRequest['state'];
  readonly codeHash: string | null;
  readonly codeSentAt: Date | null;
  readonly codeTries: number;
  readonly way: RequestWay | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
};

function toRequest(row: Row): RoleRequest {
  return {
    id: row.id,
    person: row.personId,
    asked: askedIn(row),
    words: row.words,
    askedAt: row.askedAt,
    state: row.state,
    code: row.codeHash === null || row.codeSentAt === null ? null : { sentAt: row.codeSentAt, tries: row.codeTries },
    decided:
      row.way === null || row.decidedAt === null ? null : { way: row.way, at: row.decidedAt, reason: row.reason },
  };
}

export function askedIn(row: Pick<Row, 'role' | 'listId' | 'municipalityCode' | 'groupingSiren'>): RequestedRole {
  switch (row.role) {
    case 'list-representative':
      return { role: row.role, list: row.listId ?? 0 };
    case 'municipal-agent':
    case 'elected-official':
      return { role: row.role, place: placeIn(row) };
    case 'national-team':
      return { role: row.role };
  }
}

/** With its request: a code is worth nothing for another one. */
function hashOf(request: number, code: string): string {
  return createHash('sha256').update(`${request}:${code}`, 'utf8').digest('hex');
}
