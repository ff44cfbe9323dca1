/**
 * Signing an agreed text, as kept: found by its text, opened at the first look, its state never stored. The people of it
 * are in ./signatories.ts, the papers in ./signature-papers.ts.
 */
import { sql, type Selectable } from 'kysely';
import type { AgreedText } from '#domain/pact/agreed-text.ts';
import { dayIn, endOfDay, zoneOf } from '#domain/shared/local-day.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { defaultDeadline } from '#domain/signature/deadline.ts';
import type { Side } from '#domain/signature/side.ts';
import type { Signing, SigningSignatory } from '#domain/signature/signing.ts';
import type { Db } from './connection.ts';
import type { SigningTables } from './signing-tables.ts';

/** `lock`: nobody else changes it, nor its signatories, before the end of the transaction. */
export async function findSigning(db: Db, key: Key, { lock }: { lock: boolean }): Promise<Signing | null> {
  const text = await findText(db, key);
  if (text === null) return null;
  const signing = (await rowOf(db, text.id, lock)) ?? (await open(db, text, lock));
  const signatories = await db
    .selectFrom('signatory')
    .selectAll()
    .where('agreedTextId', '=', text.id)
    .orderBy('id')
    .execute();
  const { reopenedAt, ...kept } = text;
  const known = toSigning(signing);
  // Both sides may have taken the text up again from the negotiation itself.
  const cancelledAt = known.cancelledAt ?? (known.completedAt === null ? reopenedAt : null);
  return { ...kept, ...known, cancelledAt, signatories: signatories.map(toSignatory) };
}

type Key = { readonly code: string } | { readonly id: number };
type KeptText = Pick<Signing, 'id' | 'code' | 'sha256' | 'text' | 'negotiation' | 'frozenAt'> & {
  readonly reopenedAt: Date | null;
};

async function findText(db: Db, key: Key): Promise<KeptText | null> {
  const row = await db
    .selectFrom('agreedText')
    .select(['id', 'code', 'sha256', 'canonical', 'negotiationId', 'frozenAt', 'reopenedAt'])
    .$if('code' in key, (query) => query.where('code', '=', 'code' in key ? key.code : ''))
    .$if('id' in key, (query) => query.where('id', '=', 'id' in key ? key.id : 0))
    .executeTakeFirst();
  if (row === undefined) return null;
  const { canonical, negotiationId, ...rest } = row;
  return {
    ...rest,
    negotiation: negotiationId,
    text: JSON.parse(Buffer.from(canonical).toString('utf8')) as AgreedText,
  };
}

async function rowOf(db: Db, text: number, lock: boolean): Promise<Selectable<SigningTables['signing']> | undefined> {
  return await db
    .selectFrom('signing')
    .selectAll()
    .where('agreedTextId', '=', text)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
}

/** Two at once open it once. */
async function open(
  db: Db,
  { id, text, frozenAt }: KeptText,
  lock: boolean,
): Promise<Selectable<SigningTables['signing']>> {
  const zone = zoneOf(await departmentOf(db, text.place));
  const expiresOn = defaultDeadline(dayIn(frozenAt, zone));
  await db
    .insertInto('signing')
    .values({ agreedTextId: id, openedAt: frozenAt, zone, expiresOn, expiresAt: endOfDay(expiresOn, zone) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await rowOf(db, id, lock);
  if (row === undefined) throw new Error(`the signing of text ${id} could not be opened`);
  return row;
}

/** Of a grouping: that of its most peopled municipality. '': nobody knows, and the clocks of Paris count. */
async function departmentOf(db: Db, place: PlaceCode): Promise<string> {
  const row = await db
    .selectFrom('municipality')
    .select('departmentCode')
    .where((municipality) =>
      place.kind === 'municipality'
        ? municipality('code', '=', place.code)
        : municipality.or([
            municipality('intercommunalitySiren', '=', place.siren),
            municipality('territorialEstablishmentSiren', '=', place.siren),
          ]),
    )
    .orderBy(sql`population desc nulls last`)
    .limit(1)
    .executeTakeFirst();
  return row?.departmentCode ?? '';
}

function toSigning(row: Selectable<SigningTables['signing']>) {
  const { cancelAskedBy: by, cancelAskedAt: at, cancelReason: reason, sealedAt, sealedDocumentId } = row;
  return {
    zone: row.zone,
    expiresOn: row.expiresOn,
    expiresAt: row.expiresAt,
    cancelAsked: by === null || at === null || reason === null ? null : { by, at, reason },
    cancelledAt: row.cancelledAt,
    completedAt: row.completedAt,
    sealed: sealedAt === null || sealedDocumentId === null ? null : { at: sealedAt, document: sealedDocumentId },
  };
}

function toSignatory(row: Selectable<SigningTables['signatory']>): SigningSignatory {
  return {
    id: row.id,
    side: row.side,
    name: row.name ?? '',
    role: row.role ?? '',
    email: row.email,
    state: row.state,
    means: row.means,
    namedAt: row.namedAt,
    namedBy: { side: row.namedBySide, person: row.namedByPerson },
    invitedOn: row.invitedOn,
    reminded: row.reminded,
    proof: row.proof,
    signedAt: row.signedAt,
    emailProved: row.emailProved,
    paper: row.paperId,
    declined: row.declinedAt === null ? null : { at: row.declinedAt, reason: row.declineReason ?? '' },
    contested: contestedIn(row),
    removedAt: row.removedAt,
  };
}

function contestedIn(row: Selectable<SigningTables['signatory']>): SigningSignatory['contested'] {
  if (row.contestedAt === null || row.contestedFrom === null) return null;
  const { contestSettledAt: at, contestOutcome: outcome } = row;
  return {
    at: row.contestedAt,
    from: row.contestedFrom,
    words: row.contestWords ?? '',
    settled: at === null || outcome === null ? null : { at, outcome },
  };
}

export async function setDeadline(db: Db, text: number, { on, at }: { on: string; at: Date }): Promise<void> {
  await change(db, text, { expiresOn: on, expiresAt: at, expiredToldAt: null });
}

export async function askCancel(
  db: Db,
  text: number,
  { by, at, reason }: { by: Side; at: Date; reason: string },
): Promise<void> {
  await change(db, text, { cancelAskedBy: by, cancelAskedAt: at, cancelReason: reason });
}

export async function dropCancel(db: Db, text: number): Promise<void> {
  await change(db, text, { cancelAskedBy: null, cancelAskedAt: null, cancelReason: null });
}

export async function cancelSigning(db: Db, text: number, at: Date): Promise<void> {
  await change(db, text, { cancelledAt: at });
}

export async function completeSigning(db: Db, text: number, at: Date): Promise<void> {
  await change(db, text, { completedAt: at });
}

export async function markSealed(db: Db, text: number, sealed: { at: Date; document: number }): Promise<void> {
  await change(db, text, { sealedAt: sealed.at, sealedDocumentId: sealed.document });
}

export async function missSeal(db: Db, text: number, now: Date): Promise<void> {
  await db
    .updateTable('signing')
    .set({
      sealTries: sql`seal_tries + 1`,
      sealAfter: sql`${now}::timestamptz + least(interval '1 hour', interval '10 seconds' * power(2, least(seal_tries, 20)))`,
    })
    .where('agreedTextId', '=', text)
    .execute();
}

export async function markExpiredTold(db: Db, text: number, at: Date): Promise<void> {
  await change(db, text, { expiredToldAt: at });
}

async function change(db: Db, text: number, to: Partial<Selectable<SigningTables['signing']>>): Promise<void> {
  await db.updateTable('signing').set(to).where('agreedTextId', '=', text).execute();
}

/** Those that nobody looked at yet are opened first, so that they expire and are told like the others. */
export async function waitingSignings(db: Db, now: Date): Promise<readonly number[]> {
  const unopened = await db
    .selectFrom('agreedText')
    .select('id')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('signing').select('agreedTextId').whereRef('agreedTextId', '=', 'agreedText.id'))),
    )
    .orderBy('id')
    .execute();
  for (const { id } of unopened) await findSigning(db, { id }, { lock: false });
  return await numbers(
    db
      .selectFrom('signing')
      .select('agreedTextId')
      .where('completedAt', 'is', null)
      .where('cancelledAt', 'is', null)
      .where('expiresAt', '>', now)
      .orderBy('agreedTextId'),
  );
}

export async function expiredUntold(db: Db, now: Date): Promise<readonly number[]> {
  return await numbers(
    db
      .selectFrom('signing')
      .select('agreedTextId')
      .where('completedAt', 'is', null)
      .where('cancelledAt', 'is', null)
      .where('expiredToldAt', 'is', null)
      .where('expiresAt', '<=', now)
      .orderBy('agreedTextId'),
  );
}

export async function signingsToSeal(db: Db, now: Date): Promise<readonly number[]> {
  return await numbers(
    db
      .selectFrom('signing')
      .select('agreedTextId')
      .where('completedAt', 'is not', null)
      .where('sealedAt', 'is', null)
      .where(({ or, eb }) => or([eb('sealAfter', 'is', null), eb('sealAfter', '<=', now)]))
      // One that cannot be sealed never keeps the others from it.
      .orderBy('sealTries')
      .orderBy('agreedTextId'),
  );
}

async function numbers(query: {
  execute(): Promise<readonly { readonly agreedTextId: number }[]>;
}): Promise<readonly number[]> {
  return (await query.execute()).map(({ agreedTextId }) => agreedTextId);
}

export async function eventsOfSigning(
  db: Db,
  text: number,
): Promise<readonly { sequence: number; at: string; act: string; hash: string }[]> {
  const rows = await db
    .selectFrom('journalEvent')
    .select(['sequence', 'happenedAt', 'act', 'hash'])
    .where(({ or, and, eb, selectFrom }) =>
      or([
        and([eb('subjectKind', '=', 'agreed-text'), eb('subjectId', '=', String(text))]),
        and([
          eb('subjectKind', '=', 'signatory'),
          eb(
            'subjectId',
            'in',
            selectFrom('signatory')
              .select(sql<string>`id::text`.as('id'))
              .where('agreedTextId', '=', text),
          ),
        ]),
      ]),
    )
    .orderBy('sequence')
    .execute();
  return rows.map(({ happenedAt, ...row }) => ({ ...row, at: happenedAt.toISOString() }));
}
