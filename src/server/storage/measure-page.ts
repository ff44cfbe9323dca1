/** Who took which level of a measure, in the whole country. Counts are kept (./tallies.ts); names come page by page. */
import { sql } from 'kysely';
import type { Stance } from '#domain/pact/stance.ts';
import type { Db } from './connection.ts';
import { isNotPlayed } from './fictional-municipality.ts';
import type { TallySubject } from './tallies.ts';
import { selectPacts, toMark, toPactRef, selectMarks, type CommitmentMark, type PactRef } from './views.ts';

export type MeasureTally = {
  readonly measure: number;
  /** 0: the measure as a whole. */
  readonly level: number;
  readonly stance: Stance;
  readonly pacts: number;
};

/** One query; every measure of the edition, or one. */
export async function measureTallies(
  db: Db,
  { edition, measure }: { readonly edition: string; readonly measure?: number },
): Promise<readonly MeasureTally[]> {
  const rows = await selectCountry(db, { edition, subject: 'stance' })
    .select(['item', 'level', 'value', 'count'])
    .$if(measure !== undefined, (query) => query.where('item', '=', `m${measure}`))
    .where('item', 'like', 'm%')
    .orderBy(sql`substr(item, 2)::integer`)
    .orderBy('level')
    .orderBy('value')
    .execute();
  return rows.map(({ item, level, value, count }) => ({
    measure: Number(item.slice(1)),
    level,
    // The view writes there what the pacts hold.
    stance: value as Stance,
    pacts: count,
  }));
}

export type EditionFigures = { readonly pacts: number; readonly asOf: Date | null };

/** The denominator: pacts signed against this edition. */
export async function editionFigures(db: Db, { edition }: { readonly edition: string }): Promise<EditionFigures> {
  const row = await db
    .selectFrom('tallyDate')
    .select('countedAt')
    .select(selectCountry(db, { edition, subject: 'pacts' }).select('count').as('pacts'))
    .where('edition', '=', edition)
    .executeTakeFirst();
  return { pacts: row?.pacts ?? 0, asOf: row?.countedAt ?? null };
}

function selectCountry(db: Db, { edition, subject }: { readonly edition: string; readonly subject: TallySubject }) {
  return db
    .selectFrom('tally')
    .where('tally.edition', '=', edition)
    .where('area', '=', 'fr')
    .where('size', '=', 'all')
    .where('standing', '=', 'all')
    .where('subject', '=', subject);
}

export type MeasureTakers = {
  readonly edition: string;
  readonly measure: number;
  /** Only pacts that speak of this level, 1 to 3. */
  readonly level?: 1 | 2 | 3;
  /** Only this stance, of the level when one is given, otherwise of the measure. */
  readonly stance?: Stance;
  /** `next` of the page before. */
  readonly after?: number;
  /** 1 to 200; 50 unless told. */
  readonly limit?: number;
};

export type Taker = { readonly pact: PactRef; readonly mark: CommitmentMark };

/** Two queries; by pact number. `next` null: that was the last page. */
export async function measureTakers(
  db: Db,
  { edition, measure, level, stance, after = 0, limit = 50 }: MeasureTakers,
): Promise<{ readonly takers: readonly Taker[]; readonly next: number | null }> {
  const size = Math.min(Math.max(Math.trunc(limit), 1), 200);
  const column = level === undefined ? ('stance' as const) : (`level${level}` as const);
  const marks = await selectMarks(db)
    .where('commitment.edition', '=', edition)
    .where('measure', '=', measure)
    .where('commitment.pactId', '>', after)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('pact').whereRef('pact.id', '=', 'commitment.pactId').where(isNotPlayed('pact'))),
    )
    .$if(level !== undefined, (query) => query.where(column, 'is not', null))
    .$if(stance !== undefined, (query) => query.where(column, '=', stance ?? 'accepted'))
    .orderBy('commitment.pactId')
    .limit(size + 1)
    .execute();
  const page = marks.slice(0, size);
  const ids = page.map(({ pactId }) => pactId);
  const pacts = ids.length === 0 ? [] : await selectPacts(db).where('pact.id', 'in', ids).execute();
  const byId = new Map(pacts.map((row) => [row.id, toPactRef(row)]));
  const takers = page.flatMap((row) => {
    const pact = byId.get(row.pactId);
    return pact === undefined ? [] : [{ pact, mark: toMark(row) }];
  });
  return { takers, next: marks.length > size ? (ids.at(-1) ?? null) : null };
}
