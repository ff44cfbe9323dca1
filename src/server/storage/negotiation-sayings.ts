/**
 * What the two sides said of each item: every version, for ever. Words that the national team hid are left out of what is
 * read here: a hidden observation is gone from the position, a hidden wording makes the whole position unsaid.
 */
import { sql } from 'kysely';
import type { Position } from '#domain/negotiation/position.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import type { Side } from '#domain/signature/side.ts';
import type { Db } from './connection.ts';

/** The last words of each side on each item. */
export async function lastSayings(db: Db, negotiation: number) {
  const rows = await selectSayings(db, negotiation)
    .distinctOn(['saying.item', 'saying.side'])
    .orderBy('saying.item')
    .orderBy('saying.side')
    .orderBy('saying.version', 'desc')
    .execute();
  return rows.map(sayingIn);
}

/** Every version on these items, oldest first. */
export async function sayingsOn(db: Db, negotiation: number, items: readonly string[]) {
  if (items.length === 0) return [];
  const rows = await selectSayings(db, negotiation)
    .where('saying.item', 'in', [...items])
    .orderBy('saying.id')
    .execute();
  return rows.map(sayingIn);
}

function selectSayings(db: Db, negotiation: number) {
  return db
    .selectFrom('negotiationSaying as saying')
    .leftJoinLateral(
      (query) =>
        query
          .selectFrom('negotiationReport as report')
          .select(['report.settledAt as hiddenAt', 'report.notice'])
          .whereRef('report.sayingId', '=', 'saying.id')
          .where('report.outcome', '=', 'hidden')
          .orderBy('report.id')
          .limit(1)
          .as('hiding'),
      (join) => join.onTrue(),
    )
    .select([
      'saying.id',
      'saying.item',
      'saying.side',
      'saying.version',
      'saying.position',
      'saying.origin',
      'saying.saidBy',
      'saying.saidAt',
      'hiding.hiddenAt',
      'hiding.notice',
    ])
    .where('saying.negotiationId', '=', negotiation);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectSayings>['executeTakeFirstOrThrow']>>;

function sayingIn(row: Row) {
  const hidden = row.hiddenAt === null ? null : { at: row.hiddenAt, notice: row.notice ?? '' };
  return {
    item: row.item,
    side: row.side,
    version: row.version,
    position: hidden === null ? row.position : withoutWords(row.position),
    order: row.id,
    origin: row.origin,
    by: row.saidBy,
    at: row.saidAt,
    hidden,
  };
}

/** What stays of a position whose words are hidden: its stance, unless the words were the promise itself. */
function withoutWords(position: Position | null): Position | null {
  const delegated = position?.stance?.kind === 'delegated';
  if (position === null || position.wording !== null || delegated) return null;
  return { ...position, observation: null };
}

/** Positions and comments that this person wrote, oldest first, for their copy. */
export async function saidByPerson(db: Db, person: string): Promise<Json> {
  const [positions, comments] = await Promise.all([
    db
      .selectFrom('negotiationSaying')
      .select(['negotiationId', 'item', 'position', 'saidAt'])
      .where('saidBy', '=', person)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('negotiationComment')
      .select(['negotiationId', 'measure', 'text', 'saidAt'])
      .where('saidBy', '=', person)
      .orderBy('id')
      .execute(),
  ]);
  return {
    positions: positions.map(({ negotiationId, item, position, saidAt }) => ({
      negociation: negotiationId,
      point: item,
      position,
      le: saidAt.toISOString(),
    })),
    commentaires: comments.map(({ negotiationId, measure, text, saidAt }) => ({
      negociation: negotiationId,
      mesure: measure,
      texte: text,
      le: saidAt.toISOString(),
    })),
  };
}

/** False when that version was there already: somebody of the same side wrote it first. */
export async function addSaying(
  db: Db,
  negotiation: number,
  saying: {
    readonly item: string;
    readonly side: Side;
    readonly version: number;
    readonly position: Position | null;
    readonly origin: 'own' | 'reported' | 'start';
    readonly by: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('negotiationSaying')
    .values({
      negotiationId: negotiation,
      item: saying.item,
      side: saying.side,
      version: saying.version,
      position: saying.position === null ? null : JSON.stringify(saying.position),
      origin: saying.origin,
      saidBy: saying.by,
      saidAt: saying.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function localsOf(db: Db, negotiation: number) {
  const rows = await db
    .selectFrom('negotiationLocal')
    .select(['number', 'side', 'text', 'relatedMeasures', 'localMeasureId'])
    .where('negotiationId', '=', negotiation)
    .orderBy('number')
    .execute();
  return rows.map(({ localMeasureId, ...local }) => ({ ...local, localMeasure: localMeasureId }));
}

/** The number that it got: the next one. Call with the negotiation locked. */
export async function addLocal(
  db: Db,
  negotiation: number,
  local: {
    readonly side: Side;
    readonly text: string;
    readonly relatedMeasures: readonly number[];
    readonly localMeasure: number | null;
    /** Absent: the next one. */
    readonly number?: number;
    readonly at: Date;
  },
): Promise<number> {
  const { number } = await db
    .insertInto('negotiationLocal')
    .values({
      negotiationId: negotiation,
      number:
        local.number ??
        sql<number>`(select coalesce(max(number), 0) + 1 from negotiation_local where negotiation_id = ${negotiation})`,
      side: local.side,
      text: local.text,
      relatedMeasures: [...local.relatedMeasures],
      localMeasureId: local.localMeasure,
      proposedAt: local.at,
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  return number;
}
