/**
 * The hash of a published pact or plan as its rows say it now. The journal keeps the one of the day it was
 * published: a promise rewritten in the tables no longer matches it.
 *
 * The SIREN of a competent body is left out: it is resolved from the territory's data, and may be resolved better.
 */
import { sql } from 'kysely';
import { canonicalJson, type Json } from '#domain/shared/canonical-json.ts';
import type { Db } from './connection.ts';
import { sha256 } from './journal-chain.ts';

/** Null when there is no such pact. */
export async function pactDigest(db: Db, id: number): Promise<string | null> {
  return digestOf(await pactSays(db, id));
}

/** Null when there is no such plan. */
export async function planDigest(db: Db, id: number): Promise<string | null> {
  return digestOf(await planSays(db, id));
}

/** The text that the hash is taken over: all the rows of a pact, as canonical JSON. */
export async function pactSays(db: Db, id: number): Promise<string | null> {
  const { rows } = await sql<{ says: Json }>`
    select jsonb_build_object(
      -- A column that came later is left out where it says nothing: what was hashed before still has its hash.
      'pact', to_jsonb(pact) - (case when pact.agreed_text_id is null then 'agreed_text_id' else '' end),
      'document', (select sha256 from document where id = pact.document_id),
      'principles', (select coalesce(jsonb_agg(to_jsonb(p) order by p.letter), '[]') from pact_principle p where p.pact_id = pact.id),
      'commitments', (select coalesce(jsonb_agg(to_jsonb(c) - 'competent_siren' order by c.id), '[]') from commitment c where c.pact_id = pact.id),
      'local', (select coalesce(jsonb_agg(to_jsonb(l) order by l.id), '[]') from local_commitment l where l.pact_id = pact.id),
      'reading', (select encode(sha256(convert_to(r.reading::text, 'UTF8')), 'hex') from pact_reading r where r.pact_id = pact.id)
    ) as says
    from (select * from pact where id = ${id}) as pact`.execute(db);
  return textOf(rows[0]?.says);
}

export async function planSays(db: Db, id: number): Promise<string | null> {
  const { rows } = await sql<{ says: Json }>`
    select jsonb_build_object(
      'plan', to_jsonb(plan) - (case when plan.version is null then ${LATER_OF_PLAN}::text[] else '{}' end),
      -- Made here, it has no document: what was frozen stands for it.
      'document', coalesce((select sha256 from document where id = plan.document_id),
        (select v.sha256 from plan_version v where v.plan_id = plan.id and v.number = plan.version)),
      'axes', (select coalesce(jsonb_agg(to_jsonb(a) order by a.ordinal), '[]') from axis a where a.plan_id = plan.id),
      -- News may be shown between two versions (./plan-news.ts): their day is no part of what was published.
      'actions', (select coalesce(jsonb_agg(to_jsonb(a) - 'news_at' - (case when a.sheet is null then ${LATER_OF_ACTION}::text[] else '{}' end)
        order by a.id), '[]') from action a where a.plan_id = plan.id),
      'reading', (select encode(sha256(convert_to(r.reading::text, 'UTF8')), 'hex') from plan_reading r where r.plan_id = plan.id)
    ) as says
    from (select * from plan where id = ${id}) as plan`.execute(db);
  return textOf(rows[0]?.says);
}

/** Columns that came later are left out where they say nothing: what was hashed before still has its hash. */
const LATER_OF_PLAN = ['version', 'introduction', 'adopted_on', 'deliberation'];
const LATER_OF_ACTION = ['status', 'blocked', 'priority', 'starts_on', 'ends_on', 'participation', 'sheet'];

function textOf(says: Json | undefined): string | null {
  return says === undefined ? null : canonicalJson(says);
}

function digestOf(says: string | null): string | null {
  return says === null ? null : sha256(says);
}
