/** Elections of one commune between two general ones. */
import type { Election } from '#domain/campaign/election.ts';
import type { Db } from './connection.ts';

export async function byElections(
  db: Db,
  wanted: { readonly municipality: string } | { readonly id: string } | null,
): Promise<readonly Election[]> {
  const rows = await db
    .selectFrom('byElection')
    .selectAll()
    .$if(wanted !== null && 'municipality' in wanted, (query) =>
      query.where('municipalityCode', '=', wanted !== null && 'municipality' in wanted ? wanted.municipality : ''),
    )
    .$if(wanted !== null && 'id' in wanted, (query) =>
      query.where('id', '=', wanted !== null && 'id' in wanted ? wanted.id : ''),
    )
    .orderBy('year')
    .orderBy('id')
    .limit(2000)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: 'by-election',
    year: row.year,
    municipality: row.municipalityCode,
    rounds: [
      { round: 1, heldOn: row.firstRoundOn },
      { round: 2, heldOn: row.secondRoundOn },
    ],
    termTo: termAfter(row.year),
    source: { title: row.source, url: row.sourceUrl, note: '' },
  }));
}

/** False: another one has this id. */
export async function keepByElection(
  db: Db,
  { id, municipality, year, rounds, source }: Election,
  entered: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('byElection')
    .values({
      id,
      municipalityCode: municipality ?? '',
      year,
      firstRoundOn: rounds[0].heldOn,
      secondRoundOn: rounds[1].heldOn,
      source: source.title,
      sourceUrl: source.url,
      enteredBy: entered.by,
      enteredAt: entered.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** A council elected in between sits until the next general election: 2020, 2026, 2032. */
function termAfter(year: number): number {
  return 2020 + 6 * Math.floor((year - 2020) / 6 + 1);
}
