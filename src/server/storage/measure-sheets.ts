/**
 * Technical sheets of measures. A sheet belongs to the measure it was written for; on the measures that came from that one, in
 * editions made since, it is found through `measure_origin`: nothing is copied when an edition is published, so that split and merged
 * measures get all, and those of a removed measure stay where they are.
 */
import { sql } from 'kysely';
import type { KeptSheet, SheetLicence, SheetSaid, SheetStanding, SheetWords } from '#domain/partners/sheet.ts';
import type { Db } from './connection.ts';

type MeasureOf = { readonly edition: string; readonly measure: number };

export async function lockSheet(db: Db, id: number): Promise<KeptSheet | null> {
  const row = await db.selectFrom('measureSheet').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (row === undefined) return null;
  const { edition, measure, organisationId: organisation, version, withdrawnAt } = row;
  return { id, edition, measure, organisation, version, withdrawnAt };
}

export async function writeSheet(
  db: Db,
  {
    edition,
    measure,
    organisation,
    carriedFrom,
  }: MeasureOf & { readonly organisation: number | null; readonly carriedFrom: number | null },
  said: SheetSaid,
): Promise<number | null> {
  const row = await db
    .insertInto('measureSheet')
    .values({
      ...{ edition, measure, organisationId: organisation, carriedFrom, writtenAt: said.at },
      ...{ withdrawnAt: null, withdrawnReason: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return null;
  await keepVersion(db, row.id, 1, said);
  return row.id;
}

export async function rewriteSheet(db: Db, id: number, said: SheetSaid): Promise<void> {
  const { version } = await db
    .updateTable('measureSheet')
    .set((its) => ({ version: its('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  await keepVersion(db, id, version, said);
}

async function keepVersion(db: Db, id: number, version: number, { at, words, ...said }: SheetSaid): Promise<void> {
  await db
    .insertInto('measureSheetVersion')
    .values({ sheetId: id, version, ...said, words: JSON.stringify(words), saidAt: at })
    .execute();
}

/** The measures that this one comes from, itself first; through however many editions. */
const comesFromMeasure = ({ edition, measure }: MeasureOf) => sql`
  with recursive came (edition, measure) as (
    select ${edition}::text, ${measure}::integer
    union
    select o.from_edition, o.from_measure from measure_origin o join came c on o.edition = c.edition and o.measure = c.measure
    where o.from_edition is not null
  )`;

export async function sheetComesFrom(db: Db, sheet: number, to: MeasureOf): Promise<boolean> {
  const { rows } = await sql`${comesFromMeasure(to)}
    select from measure_sheet s join came using (edition, measure)
    where s.id = ${sheet} and (s.edition, s.measure) <> (${to.edition}, ${to.measure})`.execute(db);
  return rows.length > 0;
}

export async function confirmSheet(db: Db, { id, version }: KeptSheet, to: MeasureOf, at: Date): Promise<void> {
  const confirmed = { version, confirmedAt: at };
  await db
    .insertInto('measureSheetConfirmed')
    .values({ sheetId: id, ...to, ...confirmed })
    .onConflict((conflict) => conflict.columns(['sheetId', 'edition', 'measure']).doUpdateSet(confirmed))
    .execute();
}

export async function withdrawSheet(db: Db, id: number, reason: string, at: Date): Promise<void> {
  await db.updateTable('measureSheet').set({ withdrawnAt: at, withdrawnReason: reason }).where('id', '=', id).execute();
}

export type SheetAuthor = { readonly id: number; readonly name: string } | null;

export type SheetLine = {
  readonly id: number;
  readonly title: string;
  readonly author: SheetAuthor;
  readonly licence: SheetLicence;
  readonly saidAt: Date;
  readonly standing: SheetStanding;
};

type SheetRow = {
  readonly id: number;
  readonly edition: string;
  readonly measure: number;
  readonly organisation: number | null;
  readonly organisationName: string | null;
  readonly title: string;
  readonly licence: SheetLicence;
  readonly saidAt: Date;
  readonly confirmedAt: Date | null;
};

/** Those written for it first, then those that come with it, but for those rewritten for it. One query. */
export async function sheetsOf(db: Db, at: MeasureOf): Promise<readonly SheetLine[]> {
  const { rows } = await sql<SheetRow>`${comesFromMeasure(at)}
    select s.id, s.edition, s.measure, s.organisation_id as organisation, o.name as organisation_name,
      v.title, v.licence, v.said_at, k.confirmed_at
    from measure_sheet s join came using (edition, measure)
    join measure_sheet_version v on v.sheet_id = s.id and v.version = s.version
    left join organisation o on o.id = s.organisation_id
    left join measure_sheet_confirmed k on k.sheet_id = s.id and k.edition = ${at.edition} and k.measure = ${at.measure}
    where s.withdrawn_at is null and not exists (
      select from measure_sheet later join came c on c.edition = later.edition and c.measure = later.measure
      where later.carried_from = s.id and later.withdrawn_at is null)
    order by (s.edition, s.measure) = (${at.edition}, ${at.measure}) desc, s.id`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    licence: row.licence,
    saidAt: row.saidAt,
    author: row.organisation === null ? null : { id: row.organisation, name: row.organisationName ?? '' },
    standing: standingOf(row, at),
  }));
}

function standingOf(
  { edition, measure, confirmedAt }: MeasureOf & { readonly confirmedAt: Date | null },
  at: MeasureOf,
): SheetStanding {
  if (edition === at.edition && measure === at.measure) return { kind: 'written-here' };
  const from = { edition, measure };
  return confirmedAt === null ? { kind: 'carried', ...from } : { kind: 'confirmed', ...from, at: confirmedAt };
}

export type SheetShown = {
  readonly id: number;
  readonly edition: string;
  readonly measure: number;
  readonly author: SheetAuthor;
  readonly withdrawn: { readonly at: Date; readonly reason: string } | null;
  /** The last first. */
  readonly versions: readonly {
    readonly version: number;
    readonly title: string;
    readonly words: SheetWords;
    readonly licence: SheetLicence;
    readonly reason: string;
    readonly saidAt: Date;
  }[];
};

/** Two queries. */
export async function sheetShown(db: Db, id: number): Promise<SheetShown | null> {
  const [sheet, versions] = await Promise.all([
    db
      .selectFrom('measureSheet')
      .leftJoin('organisation', 'organisation.id', 'measureSheet.organisationId')
      .select(['edition', 'measure', 'organisationId', 'organisation.name as organisationName'])
      .select(['withdrawnAt', 'withdrawnReason'])
      .where('measureSheet.id', '=', id)
      .executeTakeFirst(),
    db
      .selectFrom('measureSheetVersion')
      .select(['version', 'title', 'words', 'licence', 'reason', 'saidAt'])
      .where('sheetId', '=', id)
      .orderBy('version', 'desc')
      .limit(100)
      .execute(),
  ]);
  if (sheet === undefined) return null;
  const { edition, measure, organisationId, organisationName, withdrawnAt, withdrawnReason } = sheet;
  return {
    ...{ id, edition, measure, versions },
    author: organisationId === null ? null : { id: organisationId, name: organisationName ?? '' },
    withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, reason: withdrawnReason ?? '' },
  };
}
