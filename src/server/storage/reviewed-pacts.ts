/** The pacts that reviews are about, with what they promise and what was said of it. */
import type { SignedClause } from '#domain/pact/commitment.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { ReviewedPact } from '#domain/review/reviewed-pact.ts';
import type { Db } from './connection.ts';
import { followedCommitments } from './followed-commitments.ts';
import { codesThen } from './municipality-then.ts';
import { selectPacts, toPactRef, type PactRef } from './views.ts';

/** Five queries. Null: there is no such pact. */
export async function reviewedPact(db: Db, id: number): Promise<ReviewedPact | null> {
  const [row, commitments, clauses] = await Promise.all([
    selectPacts(db).where('pact.id', '=', id).executeTakeFirst(),
    followedCommitments(db, { pact: id }),
    clausesOf(db, id),
  ]);
  if (row === undefined) return null;
  return {
    ...factsOf(toPactRef(row)),
    promises: commitments.map(({ item, stance, levels, localNumber, text, latest }) => ({
      item,
      stance,
      levels: levels.map((level) => ({ ...level, clauses: clauses.get(`${item} ${level.level}`) ?? [] })),
      localNumber,
      text,
      latest,
    })),
  };
}

/** What the pact says of the clauses, by item and level: `m15 3`. */
async function clausesOf(db: Db, pact: number): Promise<ReadonlyMap<string, readonly SignedClause[]>> {
  const rows = await db.selectFrom('commitment').select(['measure', 'detail']).where('pactId', '=', pact).execute();
  return new Map(
    rows.flatMap(({ measure, detail }) =>
      detail.levels.map(({ level, clauses }) => [`m${measure} ${level}`, clauses] as const),
    ),
  );
}

/** Those of the places, and of the communes that merged into them since. Latest term first. */
export async function pactsOfPlaces(
  db: Db,
  places: readonly PlaceCode[],
): Promise<readonly Omit<ReviewedPact, 'promises'>[]> {
  const today = places.flatMap((place) => (place.kind === 'municipality' ? [place.code] : []));
  const sirens = places.flatMap((place) => (place.kind === 'grouping' ? [place.siren] : []));
  const codes = [...new Set((await Promise.all(today.map((code) => codesThen(db, code)))).flat())];
  if (codes.length + sirens.length === 0) return [];
  const rows = await selectPacts(db)
    .where(({ eb, or }) =>
      or([
        ...(codes.length > 0 ? [eb('pact.municipalityCode', 'in', codes)] : []),
        ...(sirens.length > 0 ? [eb('pact.groupingSiren', 'in', sirens)] : []),
      ]),
    )
    .orderBy('pact.termFrom', 'desc')
    .orderBy('pact.id')
    .execute();
  return rows.map((row) => factsOf(toPactRef(row)));
}

function factsOf(pact: PactRef): Omit<ReviewedPact, 'promises'> {
  const { id, place, listName, leader, edition, term, signedOn } = pact;
  const code: PlaceCode =
    place.kind === 'municipality'
      ? { kind: 'municipality', code: place.code }
      : { kind: 'grouping', siren: place.siren };
  return { id, place: code, placeName: place.name, listName, leader, edition, term, signedOn };
}
