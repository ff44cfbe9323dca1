/** The pacts that reviews are about, with what they promise. */
import { commitmentItem } from '#domain/follow-up/commitment-key.ts';
import { isFollowed } from '#domain/follow-up/promised.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { ReviewedPact, ReviewedPromise } from '#domain/review/reviewed-pact.ts';
import type { Db } from './connection.ts';
import { selectMarks, selectPacts, toPactRef, type PactRef } from './views.ts';
import { jsonLocals, jsonPrinciples } from './whole-pacts.ts';

/** Two queries. Null: there is no such pact. */
export async function reviewedPact(db: Db, id: number): Promise<ReviewedPact | null> {
  const [row, marks] = await Promise.all([
    selectPacts(db).select(jsonPrinciples).select(jsonLocals).where('pact.id', '=', id).executeTakeFirst(),
    selectMarks(db).where('commitment.pactId', '=', id).orderBy('measure').execute(),
  ]);
  if (row === undefined) return null;
  const promises: readonly ReviewedPromise[] = [
    ...row.principles.map(({ letter, stance }) => ({
      item: commitmentItem({ kind: 'principle', letter }),
      stance,
      levels: [],
      localNumber: null,
      text: null,
    })),
    ...marks.map(({ measure, stance, marks: levels, localNumber }) => ({
      item: commitmentItem({ kind: 'measure', measure }),
      stance,
      levels: levels.map(({ level, stance: taken }) => ({ level, stance: taken })),
      localNumber,
      text: null,
    })),
    ...row.localCommitments.map((local) => ({
      item: commitmentItem({ kind: 'local', local: local.id }),
      stance: 'accepted' as const,
      levels: [],
      localNumber: local.localNumber,
      text: local.text,
    })),
  ];
  return { ...factsOf(toPactRef(row)), promises: promises.filter(isFollowed) };
}

/** One query; latest term first. */
export async function pactsOfPlaces(
  db: Db,
  places: readonly PlaceCode[],
): Promise<readonly Omit<ReviewedPact, 'promises'>[]> {
  const codes = places.flatMap((place) => (place.kind === 'municipality' ? [place.code] : []));
  const sirens = places.flatMap((place) => (place.kind === 'grouping' ? [place.siren] : []));
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
