/** One part of the country in figures: all of it is one range of a primary key, whatever the country holds. */
import { sql } from 'kysely';
import type { Voice, AssessmentStatus } from '#domain/follow-up/assessment.ts';
import { codesOfCell, type Cell } from '#domain/observatory/cell.ts';
import type { CellFigures, DoneFigure } from '#domain/observatory/figures.ts';
import { STANCES, type Stance } from '#domain/pact/stance.ts';
import type { Db } from './connection.ts';
import type { TallySubject } from './tallies.ts';

const OF_THE_CELL = [
  'pacts',
  'places',
  'places-assessed',
  'places-reviewed',
  'commitments',
  'levels',
  'local-commitments',
  'assessed',
] as const satisfies readonly TallySubject[];

/** Two queries. `item`: of the promises, this one alone. */
export async function cellFigures(db: Db, cell: Cell, { item }: { readonly item?: string } = {}): Promise<CellFigures> {
  const { edition, area, size, standing } = codesOfCell(cell);
  const [rows, date] = await Promise.all([
    db
      .selectFrom('tally')
      .select(['subject', 'item', 'level', 'value', 'count'])
      .where('edition', '=', edition)
      .where('area', '=', area)
      .where('size', '=', size)
      .where('standing', '=', standing)
      .where('subject', 'in', [...OF_THE_CELL, 'stance', 'done'])
      .$if(item !== undefined, (query) => query.where('item', 'in', ['', item ?? '']))
      .orderBy(sql`length(item)`)
      .orderBy('item')
      .orderBy('level')
      .execute(),
    db
      .selectFrom('tallyDate')
      .select((of) => [
        'countedAt',
        of
          .selectFrom('tally')
          .select('count')
          .where('edition', '=', edition)
          .where('area', '=', area)
          .where('size', '=', 'grouping')
          .where('standing', '=', standing)
          .where('subject', '=', 'places')
          .as('groupings'),
      ])
      .where('edition', '=', edition)
      .executeTakeFirst(),
  ]);
  const of = (subject: (typeof OF_THE_CELL)[number]): number => rows.find((row) => row.subject === subject)?.count ?? 0;
  return {
    asOf: date?.countedAt ?? null,
    pacts: of('pacts'),
    places: of('places'),
    groupingsSigned: size === 'all' || size === 'grouping' ? (date?.groupings ?? 0) : 0,
    placesAssessed: of('places-assessed'),
    placesReviewed: of('places-reviewed'),
    commitments: of('commitments'),
    levels: of('levels'),
    localCommitments: of('local-commitments'),
    assessed: of('assessed'),
    stances: rows.flatMap(({ subject, item, level, value, count }) =>
      subject === 'stance' ? [{ item, level, stance: stanceIn(value), pacts: count }] : [],
    ),
    done: rows.flatMap(({ subject, item, value, count }) =>
      subject === 'done' ? [{ item, ...saidIn(value), pacts: count }] : [],
    ),
  };
}

/** The view copies what a column checked by the database holds. */
function stanceIn(value: string): Stance {
  const stance = STANCES.find((known) => known === value);
  if (stance === undefined) throw new Error(`no stance is called ${value}`);
  return stance;
}

function saidIn(value: string): Pick<DoneFigure, 'voice' | 'status' | 'beforeMandate'> {
  const [voice, status, before] = value.split(' ');
  // Written by the view from two checked columns.
  return { voice: voice as Voice, status: status as AssessmentStatus, beforeMandate: before === 'before' };
}
