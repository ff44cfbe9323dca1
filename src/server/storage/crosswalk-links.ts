/** Lines of the crosswalk, proposed and decided: the workroom of the national team. What everybody reads is ./crosswalk-relations.ts. */
import { sql, type Selectable } from 'kysely';
import { LINK_STATES, type CrosswalkLink, type LinkPair, type LinkState } from '#domain/crosswalk/crosswalk-link.ts';
import type { LikenessReason, NearClauses } from '#domain/crosswalk/likeness.ts';
import type { CharterPromise } from '#domain/crosswalk/promise-words.ts';
import type { Relation } from '#domain/crosswalk/relation.ts';
import type { Db } from './connection.ts';
import type { CrosswalkTables } from './crosswalk-tables.ts';

type Proposal = LinkPair & {
  readonly likeness: readonly LikenessReason[];
  readonly near: NearClauses | null;
  readonly score: number;
  readonly wordsSha256: string;
};

type Decision = {
  readonly state: Exclude<LinkState, 'link-proposed'>;
  readonly relation: Relation | null;
  readonly reason: string;
  readonly at: Date;
};

type Cursor = { readonly score: number; readonly id: number };

export async function findLink(
  db: Db,
  id: number,
  { lock }: { readonly lock: boolean },
): Promise<CrosswalkLink | null> {
  const row = await db
    .selectFrom('crosswalkLink')
    .selectAll()
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row === undefined ? null : toLink(row);
}

export async function findPair(db: Db, pair: LinkPair): Promise<CrosswalkLink | null> {
  const { fromEdition, fromItem, toEdition, toItem, toGoal } = columnsOf(pair);
  const row = await db
    .selectFrom('crosswalkLink')
    .selectAll()
    .where('fromEdition', '=', fromEdition)
    .where('fromItem', '=', fromItem)
    .where('toEdition', 'is not distinct from', toEdition)
    .where('toItem', 'is not distinct from', toItem)
    .where('toGoal', 'is not distinct from', toGoal)
    .executeTakeFirst();
  return row === undefined ? null : toLink(row);
}

/** One statement for all. What a published edition says, or keeps word for word of an earlier one, is not proposed. */
export async function proposeLinks(
  db: Db,
  links: readonly Proposal[],
  at: Date,
): Promise<{ readonly added: number; readonly renewed: number; readonly known: number }> {
  if (links.length === 0) return { added: 0, renewed: 0, known: 0 };
  const rows = JSON.stringify(
    links.map(({ likeness, near, score, wordsSha256, ...pair }) => ({
      ...columnsOf(pair),
      likeness,
      near,
      score,
      wordsSha256,
    })),
  );
  const { rows: done } = await sql<{ added: boolean }>`
    insert into crosswalk_link (from_edition, from_item, to_edition, to_item, to_goal, state, origin, likeness, near, score,
      words_sha256, proposed_at)
    select "fromEdition", "fromItem", "toEdition", "toItem", "toGoal", 'link-proposed', 'reader', likeness,
      case when near = 'null'::jsonb then null else near end, score, "wordsSha256", ${at}
    from jsonb_to_recordset(${rows}::jsonb) as r ("fromEdition" text, "fromItem" text, "toEdition" text, "toItem" text,
      "toGoal" smallint, likeness jsonb, near jsonb, score real, "wordsSha256" text)
    where not exists (
      select from crosswalk_relations_of("fromEdition", "fromItem") said
      where (said.to_edition, said.to_item, said.to_goal) is not distinct from ("toEdition", "toItem", "toGoal")
        and (said.through_edition is not null or said.relation in ('became', 'came-from')))
    and not exists (
      select from crosswalk_relations_of("toEdition", "toItem") said
      where (said.to_edition, said.to_item) = ("fromEdition", "fromItem") and said.through_edition is not null)
    order by 1, 2, 3, 4, 5
    on conflict (from_edition, from_item, to_edition, to_item, to_goal) do update
      set likeness = excluded.likeness, near = excluded.near, score = excluded.score, words_sha256 = excluded.words_sha256,
        version = crosswalk_link.version + 1
      where crosswalk_link.words_sha256 <> excluded.words_sha256 and crosswalk_link.state <> 'link-confirmed'
    returning xmax = 0 as added`.execute(db);
  const added = done.filter((row) => row.added).length;
  return { added, renewed: done.length - added, known: links.length - done.length };
}

/** Null: the pair is there already. */
export async function addLink(db: Db, link: Proposal, decision: Decision): Promise<number | null> {
  const { likeness, near, score, wordsSha256, ...pair } = link;
  const { at, state, relation, reason } = decision;
  const row = await db
    .insertInto('crosswalkLink')
    .values({
      ...columnsOf(pair),
      ...{ state, relation, reason, score, wordsSha256, origin: 'person', proposedAt: at, decidedAt: at },
      likeness: JSON.stringify(likeness),
      near: near === null ? null : JSON.stringify(near),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function decideLink(db: Db, id: number, { state, relation, reason, at }: Decision): Promise<void> {
  await db
    .updateTable('crosswalkLink')
    .set({ state, relation, reason, decidedAt: at, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

export type LinkQueue = {
  readonly links: readonly CrosswalkLink[];
  readonly next: Cursor | null;
};

/** By keyset. */
export async function linkQueue(
  db: Db,
  page: { readonly state: LinkState; readonly edition?: string; readonly after?: Cursor; readonly limit: number },
): Promise<LinkQueue> {
  const { state, edition, after } = page;
  const limit = Math.min(Math.max(Math.trunc(page.limit), 1), 100);
  const rows = await db
    .selectFrom('crosswalkLink')
    .selectAll()
    .where('state', '=', state)
    .$if(edition !== undefined, (query) =>
      query.where((eb) => eb.or([eb('fromEdition', '=', edition ?? ''), eb('toEdition', '=', edition ?? '')])),
    )
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(-score, id) > (-(${after?.score ?? 0}::real), ${after?.id ?? 0})`),
    )
    .orderBy('score', 'desc')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const links = rows.slice(0, limit).map(toLink);
  const last = links.at(-1);
  return {
    links,
    next: rows.length <= limit || last === undefined ? null : { score: last.score, id: last.id },
  };
}

export async function linkCounts(db: Db): Promise<Readonly<Record<LinkState, number>>> {
  const rows = await db
    .selectFrom('crosswalkLink')
    .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  const of = new Map(rows.map(({ state, count }) => [state, count]));
  const counts = LINK_STATES.map((state) => [state, of.get(state) ?? 0] as const);
  return Object.fromEntries(counts) as Record<LinkState, number>;
}

/** In whichever direction one was made of the other. */
export async function isSaidByPublication(db: Db, one: CharterPromise, other: CharterPromise): Promise<boolean> {
  const row = await db
    .selectFrom('crosswalkRelation')
    .select('key')
    .where('fromEdition', '=', one.edition)
    .where('fromItem', '=', one.item)
    .where('toEdition', '=', other.edition)
    .where('toItem', '=', other.item)
    .where('relation', 'in', ['became', 'came-from'])
    .executeTakeFirst();
  return row !== undefined;
}

function columnsOf({ from, to }: LinkPair) {
  const target =
    to.kind === 'goal'
      ? { toEdition: null, toItem: null, toGoal: to.goal }
      : { toEdition: to.edition, toItem: to.item, toGoal: null };
  return { fromEdition: from.edition, fromItem: from.item, ...target };
}

function toLink(row: Selectable<CrosswalkTables['crosswalkLink']>): CrosswalkLink {
  const { fromEdition, fromItem, toEdition, toItem, toGoal, ...rest } = row;
  return { ...rest, from: { edition: fromEdition, item: fromItem }, to: toTarget({ toEdition, toItem, toGoal }) };
}

/** The table holds one or the other. */
export function toTarget(row: {
  readonly toEdition: string | null;
  readonly toItem: string | null;
  readonly toGoal: number | null;
}): LinkPair['to'] {
  const { toEdition, toItem, toGoal } = row;
  if (toGoal !== null) return { kind: 'goal', goal: toGoal };
  return { kind: 'promise', edition: toEdition ?? '', item: toItem ?? '' };
}
