/** Municipalities and groupings as the places of pacts and plans. */
import { sql, type ExpressionBuilder } from 'kysely';
import { zoneOf } from '#domain/shared/local-day.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Db, Schema } from './connection.ts';

/** A municipality or a grouping, enough for a link and a line. */
export type PlaceRef =
  | {
      readonly kind: 'municipality';
      readonly code: string;
      readonly name: string;
      readonly slug: string;
      readonly population: number | null;
    }
  | {
      readonly kind: 'grouping';
      readonly siren: string;
      readonly name: string;
      readonly slug: string;
      readonly population: number | null;
    };

export async function placeExists(db: Db, place: PlaceCode): Promise<boolean> {
  const found =
    place.kind === 'municipality'
      ? await db.selectFrom('municipality').select('code').where('code', '=', place.code).executeTakeFirst()
      : await db.selectFrom('grouping').select('siren').where('siren', '=', place.siren).executeTakeFirst();
  return found !== undefined;
}

/** A grouping keeps the time of its communes. Null when there is no such place. */
export async function placeFacts(
  db: Db,
  place: PlaceCode,
): Promise<{ readonly name: string; readonly zone: string; readonly population: number | null } | null> {
  const row =
    place.kind === 'municipality'
      ? await db
          .selectFrom('municipality')
          .select(['name', 'population', 'departmentCode'])
          .where('code', '=', place.code)
          .executeTakeFirst()
      : await db
          .selectFrom('grouping')
          .select(['name', 'population'])
          .select((grouping) =>
            grouping
              .selectFrom('municipality')
              .select('departmentCode')
              .where((of) =>
                of.or([
                  of('intercommunalitySiren', '=', place.siren),
                  of('territorialEstablishmentSiren', '=', place.siren),
                ]),
              )
              .limit(1)
              .as('departmentCode'),
          )
          .where('siren', '=', place.siren)
          .executeTakeFirst();
  if (row === undefined) return null;
  return { name: row.name, population: row.population, zone: zoneOf(row.departmentCode ?? '') };
}

/** Null when there is no such place. */
export async function placeRef(db: Db, place: PlaceCode): Promise<PlaceRef | null> {
  if (place.kind === 'municipality') {
    const row = await db
      .selectFrom('municipality')
      .select(['code', 'name', 'slug', 'population'])
      .where('code', '=', place.code)
      .executeTakeFirst();
    return row === undefined ? null : { kind: 'municipality', ...row };
  }
  const row = await db
    .selectFrom('grouping')
    .select(['siren', 'name', 'slug', 'population'])
    .where('siren', '=', place.siren)
    .executeTakeFirst();
  return row === undefined ? null : { kind: 'grouping', ...row };
}

/** Names by code; a code that no municipality has is not there. */
export async function namesOfMunicipalities(db: Db, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .selectFrom('municipality')
    .select(['code', 'name'])
    .where('code', 'in', [...new Set(codes)])
    .execute();
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** The municipality of today that a delegated or associated commune, or an arrondissement, belongs to. Null when none does. */
export async function placeHolding(db: Db, formerCode: string): Promise<PlaceRef | null> {
  const former = await db
    .selectFrom('municipalityFormerName')
    .select('municipalityCode')
    .where('code', '=', formerCode)
    .executeTakeFirst();
  return former === undefined ? null : placeRef(db, { kind: 'municipality', code: former.municipalityCode });
}

/** The place of a pact or plan as one column of a larger query: see `jsonPlace`. */
export function jsonPlace<Table extends 'pact' | 'plan' | 'earlierReading'>(table: Table) {
  return (_: ExpressionBuilder<Schema, Table>) =>
    sql<PlaceRef>`coalesce(
      (select jsonb_build_object('kind', 'municipality', 'code', m.code, 'name', m.name, 'slug', m.slug, 'population', m.population)
         from municipality m where m.code = ${sql.ref(`${table}.municipalityCode`)}),
      (select jsonb_build_object('kind', 'grouping', 'siren', g.siren, 'name', g.name, 'slug', g.slug, 'population', g.population)
         from "grouping" g where g.siren = ${sql.ref(`${table}.groupingSiren`)})
    )`.as('place');
}

/** A row of a pact or plan holds one of the two. */
export function placeColumns(place: PlaceCode) {
  return {
    municipalityCode: place.kind === 'municipality' ? place.code : null,
    groupingSiren: place.kind === 'grouping' ? place.siren : null,
  };
}

export function placeIn(row: {
  readonly municipalityCode: string | null;
  readonly groupingSiren: string | null;
}): PlaceCode {
  if (row.municipalityCode !== null) return { kind: 'municipality', code: row.municipalityCode };
  return { kind: 'grouping', siren: row.groupingSiren ?? '' };
}

/** What an act must know of a pact or plan before it changes it. */
export type LockedPublished = {
  /** Null: it was made on this site. */
  readonly document: number | null;
  readonly place: PlaceCode;
  readonly signedOn: string | null;
  readonly termFrom: number | null;
  /** On this site: then nothing of it is corrected nor withdrawn. */
  readonly signedHere: boolean;
};
