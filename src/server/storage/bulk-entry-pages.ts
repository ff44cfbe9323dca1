/** What the pages of bulk entries show: entries with their counts, items page by page, one item, and what became of each line. */
import { sql, type RawBuilder } from 'kysely';
import { CLAIM_MINUTES, type ShownState } from '#domain/bulk-entry/entry-item.ts';
import type { EntryContent } from '#domain/bulk-entry/kept-entry.ts';
import type { ItemShown } from '#domain/bulk-entry/item-shown.ts';
import type { Db } from './connection.ts';

export type EntryCounts = Readonly<Partial<Record<ShownState, number>>>;

export type EntryHead = {
  readonly id: number;
  readonly kind: 'documents' | 'table';
  readonly filename: string;
  /** The name that the person gave, or that of the operator; null: they gave none. */
  readonly broughtBy: string | null;
  readonly broughtAt: Date;
  readonly expiresAt: Date;
  readonly forgottenAt: Date | null;
  readonly items: number;
  readonly counts: EntryCounts;
};

/** Newest first; `after`: the number of the last one shown. */
export async function entriesShown(
  db: Db,
  { after, limit, now }: { readonly after: number | null; readonly limit: number; readonly now: Date },
): Promise<{ readonly entries: readonly EntryHead[]; readonly next: number | null }> {
  const where = after === null ? sql`` : sql`where e.id < ${after}`;
  const { rows } = await headsQuery(now, sql`${where} order by e.id desc limit ${limit + 1}`).execute(db);
  const entries = rows.slice(0, limit);
  return { entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null };
}

export async function entryShown(
  db: Db,
  { id, now }: { readonly id: number; readonly now: Date },
): Promise<(EntryHead & { readonly said: EntryContent }) | null> {
  const { rows } = await headsQuery(now, sql`where e.id = ${id}`).execute(db);
  const [head] = rows;
  if (head === undefined) return null;
  const { said } = await db.selectFrom('bulkEntry').select('said').where('id', '=', id).executeTakeFirstOrThrow();
  return { ...head, said };
}

function headsQuery(now: Date, rest: RawBuilder<unknown>) {
  return sql<EntryHead>`
    select e.id, e.kind, e.filename, case when p.id is null then e.brought_by else nullif(p.name, '') end as brought_by, e.brought_at, e.expires_at, e.forgotten_at,
      (select count(*) from bulk_entry_item i where i.entry_id = e.id) as items,
      (select coalesce(jsonb_object_agg(state, items), '{}') from (
        select ${shown(now)} as state, count(*) as items from bulk_entry_item i where i.entry_id = e.id group by 1
      ) as counted) as counts
    from bulk_entry e left join person p on p.id = e.brought_by ${rest}`;
}

/** As src/domain/bulk-entry/entry-item.ts computes it. */
function shown(now: Date): RawBuilder<ShownState> {
  const since = new Date(now.getTime() - CLAIM_MINUTES * 60_000);
  return sql<ShownState>`case when i.state = 'read' and i.claimed_at > ${since} then 'in-review' else i.state end`;
}

/** In the order of the file; `after`: the position of the last one shown. */
export async function itemsShown(
  db: Db,
  asked: {
    readonly entry: number;
    readonly state: ShownState | null;
    readonly after: number;
    readonly limit: number;
    readonly now: Date;
  },
): Promise<{ readonly items: readonly ItemShown[]; readonly next: number | null }> {
  const { entry, state, after, limit, now } = asked;
  const only = state === null ? sql`` : sql`and ${shown(now)} = ${state}`;
  const { rows } = await itemsQuery(
    now,
    sql`where i.entry_id = ${entry} and i.position > ${after} ${only} order by i.position limit ${limit + 1}`,
  ).execute(db);
  const items = rows.slice(0, limit).map(toShown);
  return { items, next: rows.length > limit ? (items.at(-1)?.position ?? null) : null };
}

export async function itemShown(
  db: Db,
  { entry, item, now }: { readonly entry: number; readonly item: number; readonly now: Date },
): Promise<ItemShown | null> {
  const { rows } = await itemsQuery(now, sql`where i.entry_id = ${entry} and i.id = ${item}`).execute(db);
  const [row] = rows;
  return row === undefined ? null : toShown(row);
}

type ItemRow = Omit<ItemShown, 'claim'> & {
  readonly claimBy: string | null;
  readonly claimName: string | null;
  readonly claimAt: Date | null;
};

function itemsQuery(now: Date, rest: RawBuilder<unknown>) {
  return sql<ItemRow>`
    select i.id, i.position, i.line, i.said, i.problems, i.filename,
      case when m.code is not null then jsonb_build_object('kind', 'municipality', 'code', m.code, 'name', m.name)
        when g.siren is not null then jsonb_build_object('kind', 'grouping', 'siren', g.siren, 'name', g.name) end as place,
      i.edition, i.signed_on, i.state, ${shown(now)} as shown, i.why, i.draft_id as draft, i.pact_id as pact,
      nullif(a.name, '') as aside_by, i.claimed_by as claim_by, case when c.id is null then i.claimed_by else nullif(c.name, '') end as claim_name, i.claimed_at as claim_at
    from bulk_entry_item i left join municipality m on m.code = i.municipality_code
    left join grouping g on g.siren = i.grouping_siren
    left join person a on a.id = i.why->>'by'
    left join person c on c.id = i.claimed_by ${rest}`;
}

function toShown({ claimBy, claimName, claimAt, ...item }: ItemRow): ItemShown {
  const claimed = claimBy !== null && claimAt !== null ? { by: claimBy, name: claimName, at: claimAt } : null;
  return { ...item, claim: claimed };
}

/** The next one that waits for somebody, after this position, then from the start; null: none does. */
export async function nextItemToReview(
  db: Db,
  { entry, after, now }: { readonly entry: number; readonly after: number; readonly now: Date },
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select i.id from bulk_entry_item i where i.entry_id = ${entry} and ${shown(now)} = 'read' and i.position <> ${after}
    order by i.position < ${after}, i.position limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** Where the review of a draft of a bulk entry comes back to. */
export async function itemOfDraft(
  db: Db,
  draft: number,
): Promise<{ readonly entry: number; readonly item: number } | null> {
  const row = await db
    .selectFrom('bulkEntryItem')
    .select(['entryId as entry', 'id as item'])
    .where('draftId', '=', draft)
    .executeTakeFirst();
  return row ?? null;
}
