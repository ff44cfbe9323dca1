/**
 * Figures of the country, kept by the act that changes them: recounting 3.8 million stances on each page view
 * would cost half a second. `countedAt` is the instant of the last change, shown beside each figure. What the demonstration
 * plays is not of the country and never counts.
 */
import { sql } from 'kysely';
import { tallyOf, type Pact } from '#domain/pact/pact.ts';
import type { Stance } from '#domain/pact/stance.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';
import { isPlayed } from './fictional-municipality.ts';

/** `assessed`: promises of public pacts of which a voice said at least once where they stand. */
export const TALLY_SUBJECTS = [
  'pacts',
  'municipalities',
  'commitments',
  'levels',
  'plans',
  'actions',
  'assessed',
] as const;
export type TallySubject = (typeof TALLY_SUBJECTS)[number];

export type TallyTables = {
  tally: { subject: TallySubject; count: number; countedAt: Date };
  measureTally: { edition: string; measure: number; level: number; stance: Stance; pacts: number };
  editionTally: { edition: string; pacts: number; countedAt: Date };
};

/** Call in the transaction that inserts the pact, once it is inserted. */
export async function countPact(db: Db, { id, pact, at }: { id: number; pact: Pact; at: Date }): Promise<void> {
  if (await isPlayed(db, { municipality: municipalityOf(pact.place) })) return;
  // First, because it puts writers in line: two first pacts of one municipality must not both count it.
  await add(db, { pacts: 1, ...tallyOf(pact), assessed: await assessedOf(db, id) }, at);
  await add(db, { municipalities: (await isOnlyOfMunicipality(db, { id, place: pact.place })) ? 1 : 0 }, at);
  await db
    .insertInto('editionTally')
    .values({ edition: pact.edition, pacts: 1, countedAt: at })
    .onConflict((conflict) =>
      conflict.column('edition').doUpdateSet({ pacts: sql`edition_tally.pacts + 1`, countedAt: at }),
    )
    .execute();
  const marks = pact.commitments.flatMap(({ measure, stance, levels }) => [
    { measure, level: 0, stance },
    ...levels.map((level) => ({ measure, level: level.level, stance: level.stance })),
  ]);
  if (marks.length === 0) return;
  await db
    .insertInto('measureTally')
    .values(marks.map((mark) => ({ edition: pact.edition, ...mark, pacts: 1 })))
    .onConflict((conflict) =>
      conflict.columns(['edition', 'measure', 'level', 'stance']).doUpdateSet({ pacts: sql`measure_tally.pacts + 1` }),
    )
    .execute();
}

/** Takes back what `countPact` added. Call in the transaction that removes or replaces its rows, while they are there. */
export async function discountPact(db: Db, { id, at }: { id: number; at: Date }): Promise<void> {
  const { edition, municipalityCode } = await db
    .selectFrom('pact')
    .select(['edition', 'municipalityCode'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (await isPlayed(db, { municipality: municipalityCode })) return;
  const rows = await db
    .selectFrom('commitment')
    .select(['measure', 'stance', 'marks'])
    .where('pactId', '=', id)
    .execute();
  const { commitments, levels } = tallyOf({
    commitments: rows.map(({ stance, marks }) => ({ stance, levels: marks })),
  });
  const assessed = await assessedOf(db, id);
  await add(db, { pacts: -1, commitments: -commitments, levels: -levels, assessed: -assessed }, at);
  const place = municipalityCode === null ? null : ({ kind: 'municipality', code: municipalityCode } as const);
  await add(db, { municipalities: (await isOnlyOfMunicipality(db, { id, place })) ? -1 : 0 }, at);
  await db
    .updateTable('editionTally')
    .set({ pacts: sql`pacts - 1`, countedAt: at })
    .where('edition', '=', edition)
    .execute();
  const marks = rows.flatMap(({ measure, stance, marks: levelMarks }) => [
    { measure, level: 0, stance },
    ...levelMarks.map((mark) => ({ measure, level: mark.level, stance: mark.stance })),
  ]);
  await sql`
    update measure_tally t set pacts = t.pacts - 1
    from unnest(${marks.map(({ measure }) => measure)}::int[], ${marks.map(({ level }) => level)}::int[],
      ${marks.map(({ stance }) => stance)}::text[]) as taken (measure, level, stance)
    where t.edition = ${edition} and t.measure = taken.measure and t.level = taken.level and t.stance = taken.stance`.execute(
    db,
  );
  // As if it had never been counted: nobody is not a line.
  await db.deleteFrom('measureTally').where('edition', '=', edition).where('pacts', '=', 0).execute();
}

/** Call in the transaction in which a voice spoke of this promise, once it did. */
export async function countAssessment(
  db: Db,
  { pact, item, at }: { pact: number; item: string; at: Date },
): Promise<void> {
  const place = await db.selectFrom('pact').select('municipalityCode').where('id', '=', pact).executeTakeFirst();
  if (place === undefined || (await isPlayed(db, { municipality: place.municipalityCode }))) return;
  // Puts writers in line: two voices that speak first at once are one promise.
  await add(db, { assessed: 0 }, at);
  const said = await db
    .selectFrom('assessment')
    .select('id')
    .where('pactId', '=', pact)
    .where('item', '=', item)
    .limit(2)
    .execute();
  if (said.length === 1) await add(db, { assessed: 1 }, at);
}

/** A pact whose reading is corrected keeps its number, and what was said of it. */
async function assessedOf(db: Db, pact: number): Promise<number> {
  const { items } = await db
    .selectFrom('assessment')
    .select(({ fn }) => fn.count<number>('item').distinct().as('items'))
    .where('pactId', '=', pact)
    .executeTakeFirstOrThrow();
  return items;
}

/** Call in the transaction that inserts the plan. */
export async function countPlan(
  db: Db,
  { place, actions, at }: { place: PlaceCode; actions: number; at: Date },
): Promise<void> {
  if (await isPlayed(db, { municipality: municipalityOf(place) })) return;
  await add(db, { plans: 1, actions }, at);
}

/** Takes back what `countPlan` added. */
export async function discountPlan(db: Db, { id, at }: { id: number; at: Date }): Promise<void> {
  const { actionCount: actions, municipalityCode } = await db
    .selectFrom('plan')
    .select(['actionCount', 'municipalityCode'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (await isPlayed(db, { municipality: municipalityCode })) return;
  await add(db, { plans: -1, actions: -actions }, at);
}

function municipalityOf(place: PlaceCode): string | null {
  return place.kind === 'municipality' ? place.code : null;
}

async function isOnlyOfMunicipality(db: Db, { id, place }: { id: number; place: PlaceCode | null }): Promise<boolean> {
  if (place?.kind !== 'municipality') return false;
  const other = await db
    .selectFrom('pact')
    .select('id')
    .where('municipalityCode', '=', place.code)
    .where('id', '<>', id)
    .limit(1)
    .executeTakeFirst();
  return other === undefined;
}

async function add(db: Db, counts: Partial<Record<TallySubject, number>>, at: Date): Promise<void> {
  for (const subject of TALLY_SUBJECTS) {
    const count = counts[subject];
    if (count === undefined) continue;
    if (count < 0) {
      await db
        .updateTable('tally')
        .set({ count: sql`count + ${count}`, countedAt: sql`greatest(counted_at, ${at})` })
        .where('subject', '=', subject)
        .execute();
      continue;
    }
    await db
      .insertInto('tally')
      .values({ subject, count, countedAt: at })
      .onConflict((conflict) =>
        conflict
          .column('subject')
          .doUpdateSet({ count: sql`tally.count + ${count}`, countedAt: sql`greatest(tally.counted_at, ${at})` }),
      )
      .execute();
  }
}
