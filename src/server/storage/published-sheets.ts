/** Whole sheets of a plan as everybody may read them, to print; what a document says takes the same shape. */
import { sql } from 'kysely';
import { SHEET_ROLES, SHEET_TEXTS, type SheetRole } from '#domain/plan/action-sheet.ts';
import type { AxisPath, PublishedLink, PublishedName, PublishedSheet } from '#domain/plan/published-sheet.ts';
import { ofAll } from '#domain/plan/working-sheet.ts';
import type { Db } from './connection.ts';

/** In the order of the plan, or the one of this number alone. Two queries, whatever the size. */
export async function publishedSheets(
  db: Db,
  { plan, number }: { readonly plan: number; readonly number?: string },
): Promise<readonly PublishedSheet[]> {
  const [axes, rows] = await Promise.all([
    db.selectFrom('axis').select(['number', 'title']).where('planId', '=', plan).execute(),
    selectSheets(db)
      .where('planId', '=', plan)
      .$if(number !== undefined, (query) => query.where('number', '=', number ?? ''))
      .orderBy('ordinal')
      .execute(),
  ]);
  const titles = new Map(axes.map((axis) => [axis.number, axis.title]));
  return rows.map(({ links, ...row }) => ({ ...(row.sheet ?? sheetRead(row, titles)), links }));
}

function selectSheets(db: Db) {
  return db
    .selectFrom('action')
    .select(['number', 'title', 'axis', 'subAxis', 'fields', 'amounts', 'dates', 'sheet'])
    .select(
      sql<readonly PublishedLink[]>`coalesce((
        select jsonb_agg(jsonb_build_object('edition', l.edition, 'item', l.item) order by l.edition, l.item)
        from action_commitment l where l.action_id = action.id), '[]')`.as('links'),
    );
}

type Row = Omit<Awaited<ReturnType<ReturnType<typeof selectSheets>['executeTakeFirstOrThrow']>>, 'links'>;

/** Nothing typed is guessed from words: status, days, sums and names stay unsaid, their words stand in `asWritten`. */
function sheetRead(row: Row, titles: ReadonlyMap<string, string>): PublishedSheet {
  const { context, description, objectives, leads, means, calendar, method, indicators } = row.fields;
  return {
    number: row.number,
    title: row.title,
    axisPath: pathRead(row, titles),
    status: null,
    blocked: null,
    priority: null,
    startsOn: null,
    endsOn: null,
    participation: null,
    texts: { ...ofAll(SHEET_TEXTS, null), context, description, objectives, means, calendar, method, indicators },
    roles: ofAll<SheetRole, readonly PublishedName[]>(SHEET_ROLES, []),
    amounts: [],
    fundings: [],
    steps: [],
    documents: [],
    links: [],
    asWritten: { leads, amounts: row.amounts, dates: row.dates },
  };
}

function pathRead({ axis, subAxis }: Row, titles: ReadonlyMap<string, string>): AxisPath {
  const title = axis === null ? undefined : titles.get(axis);
  if (axis === null || title === undefined) return [];
  return [{ number: axis, title }, ...(subAxis === null ? [] : [{ number: '', title: subAxis }])];
}
