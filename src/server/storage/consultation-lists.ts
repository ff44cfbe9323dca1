/** Lists of consultations, and of drafts to consult on: the country's apart from those of collectives, which never push them out. */
import { sql } from 'kysely';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Db } from './connection.ts';

/** Whose local edition it is about, and where. */
export type ConsultingCollective = {
  readonly id: number;
  readonly name: string;
  readonly slug: string;
  /** Names, in their order; at least one. */
  readonly places: readonly string[];
};

export type ConsultationLine = Pick<Consultation, 'id' | 'title' | 'opensOn' | 'closesOn' | 'opensAt' | 'closesAt'> & {
  readonly cancelled: object | null;
  readonly count: object | null;
  /** Null: a national one. */
  readonly collective: ConsultingCollective | null;
};

/** Whose: the country's, of all collectives, or of these by their numbers. */
export type ConsultationsOf = 'country' | 'collectives' | readonly number[];

type Part = { readonly of: ConsultationsOf; readonly before: number | null; readonly limit?: number };

/** Newest first, by keyset: `before` is the last one shown. Two queries at most. */
export async function consultationLines(
  db: Db,
  { of, before, limit = 50 }: Part,
): Promise<{ readonly consultations: readonly ConsultationLine[]; readonly next: number | null }> {
  const rows = await db
    .selectFrom('consultation')
    .innerJoin('editionDraft as draft', 'draft.id', 'consultation.draftId')
    .select(['consultation.id', 'consultation.title', 'opensOn', 'closesOn', 'opensAt', 'closesAt'])
    .select(['cancelledAt', 'countedAt', 'draft.collectiveId'])
    .$if(of === 'country', (query) => query.where('draft.collectiveId', 'is', null))
    .$if(of === 'collectives', (query) => query.where('draft.collectiveId', 'is not', null))
    .$if(typeof of !== 'string', (query) => query.where('draft.collectiveId', 'in', [0, ...of].map(Number)))
    .$if(before !== null, (query) => query.where('consultation.id', '<', before ?? 0))
    .orderBy('consultation.id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const collectives = await consultingCollectives(
    db,
    shown.flatMap(({ collectiveId }) => collectiveId ?? []),
  );
  return {
    consultations: shown.map(({ cancelledAt, countedAt, collectiveId, ...row }) => ({
      ...row,
      cancelled: cancelledAt === null ? null : {},
      count: countedAt === null ? null : {},
      collective: collectiveId === null ? null : (collectives.get(collectiveId) ?? null),
    })),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** `id` null: the country's. */
export async function consultingCollective(db: Db, id: number | null): Promise<ConsultingCollective | null> {
  return id === null ? null : ((await consultingCollectives(db, [id])).get(id) ?? null);
}

/** By number. One query; none where there is nothing to look for. */
async function consultingCollectives(
  db: Db,
  ids: readonly number[],
): Promise<ReadonlyMap<number, ConsultingCollective>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<ConsultingCollective>`
    select c.id, c.name, c.slug, array(
      select coalesce(m.name, g.name) from collective_place p
        left join municipality m on m.code = p.municipality_code
        left join grouping g on g.siren = p.grouping_siren
      where p.collective_id = c.id order by 1) as places
    from collective c where c.id = any(${[...new Set(ids)]}::int[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Drafts that are open, newest first, by keyset: the national ones for who announces on them, and those of these
 * collectives. `asked`, when it is one of them, is there whatever its age. Two queries at most.
 */
export async function draftsToConsult(
  db: Db,
  { national, collectives }: { readonly national: boolean; readonly collectives: readonly number[] },
  { before, asked, limit = 100 }: Pick<Part, 'before' | 'limit'> & { readonly asked: number | null },
): Promise<{
  readonly drafts: readonly { readonly id: number; readonly title: string }[];
  readonly next: number | null;
}> {
  const open = db
    .selectFrom('editionDraft')
    .select(['id', 'title'])
    .where('publishedAt', 'is', null)
    .where('abandonedAt', 'is', null)
    .where((where) =>
      where.or([
        ...(national ? [where('collectiveId', 'is', null)] : []),
        where('collectiveId', 'in', [0, ...collectives]),
      ]),
    );
  const rows = await open
    .$if(before !== null, (query) => query.where('id', '<', before ?? 0))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const there = asked === null || shown.some(({ id }) => id === asked);
  const wanted = there ? [] : await open.where('id', '=', asked).execute();
  return { drafts: [...wanted, ...shown], next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}
