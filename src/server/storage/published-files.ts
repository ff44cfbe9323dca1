/**
 * The files that a published plan names: those of its sheets today, and those of every version that was frozen, which would not be
 * whole without them. One that its town hall keeps for itself since is given to nobody, and the page of the version says so.
 */
import { sql } from 'kysely';
import type { Db } from './connection.ts';

export type PublishedFile = {
  readonly bytes: Buffer;
  readonly title: string;
  readonly filename: string;
  readonly mediaType: string;
};

type OfPlan = { readonly plan: number; readonly sha256: string };

/** Under the title that was last published. Null: nothing published names it, or it was made private since. */
export async function publishedFile(db: Db, of: OfPlan): Promise<PublishedFile | null> {
  return (await fileShown(db, of)) ?? (await fileFrozen(db, of));
}

async function fileShown(db: Db, { plan, sha256 }: OfPlan): Promise<PublishedFile | null> {
  const { rows } = await sql<PublishedFile>`
    select d.bytes, d.filename, d.media_type, shown->>'title' as title
    from action a
      cross join lateral jsonb_array_elements(a.sheet->'documents') as shown
      join document d on d.sha256 = shown->>'sha256'
    where a.plan_id = ${plan} and d.sha256 = ${sha256} and d.bytes is not null
    order by a.ordinal limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Reads whole versions: only for what is no longer shown. */
async function fileFrozen(db: Db, { plan, sha256 }: OfPlan): Promise<PublishedFile | null> {
  const { rows } = await sql<PublishedFile>`
    select d.bytes, d.filename, d.media_type, named->>'title' as title
    from plan_version v
      cross join lateral json_array_elements(v.content->'actions') as held
      cross join lateral json_array_elements(held->'sheet'->'documents') as named
      join document d on d.sha256 = named->>'sha256'
    where v.plan_id = ${plan} and d.sha256 = ${sha256} and d.bytes is not null and not ${isKeptInside(plan)}
    order by v.number desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Of these, by their SHA-256, those that a version names and that nobody is given any more. */
export async function withheldFiles(
  db: Db,
  { plan, files }: { readonly plan: number; readonly files: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (files.length === 0) return new Set();
  const { rows } = await sql<{ readonly sha256: string }>`
    select d.sha256 from document d
    where d.sha256 = any(${[...files]}::text[]) and ${isKeptInside(plan)}
      and not exists (
        select from action a
        where a.plan_id = ${plan}
          and a.sheet->'documents' @> jsonb_build_array(jsonb_build_object('sha256', d.sha256)))`.execute(db);
  return new Set(rows.map(({ sha256 }) => sha256));
}

const isKeptInside = (plan: number) => sql`exists (
  select from working_document w join working_action held_by on held_by.id = w.action_id
  where held_by.plan_id = ${plan} and w.document_id = d.id and w.visibility = 'private')`;
