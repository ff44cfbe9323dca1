/** What the public page of a collective shows: a handful of queries, whatever its size. */
import { sql } from 'kysely';
import type { AgendaEntry } from '#domain/collective/agenda-entry.ts';
import { slugOf } from '#domain/shared/slug.ts';
import { entriesOf } from './agenda.ts';
import type { Db } from './connection.ts';
import { findCollective } from './collectives.ts';
import type { PlaceRef } from './places.ts';
import { localMeasuresOf, prioritiesOf, votesOf } from './priorities.ts';
import { publicNegotiations } from './public-negotiations.ts';
import { publishedReviewsOf } from './review-lists.ts';

/** Null: there is none, or it never was more than asked for and is over. */
export async function collectivePage(db: Db, { id, now }: { readonly id: number; readonly now: Date }) {
  const collective = await findCollective(db, id, { lock: false });
  if (collective === null || (collective.state === 'closed' && collective.confirmed === null)) return null;
  const [places, members, agenda, votes, priorities, locals, pacts, negotiations, reviews, carrier] = await Promise.all(
    [
      placesOf(db, id),
      membersShown(db, id),
      entriesOf(db, id, now),
      votesOf(db, id),
      prioritiesOf(db, id),
      localMeasuresOf(db, id),
      pactsOf(db, id),
      publicNegotiations(db, { collective: id }, now),
      publishedReviewsOf(db, id),
      carrierOf(db, collective.carried?.by ?? null),
    ],
  );
  return { collective, places, members, agenda, votes, priorities, locals, pacts, negotiations, reviews, carrier };
}

export type CollectivePage = NonNullable<Awaited<ReturnType<typeof collectivePage>>>;

/** Every entry, past and cancelled too: a calendar that took one learns what became of it. Null: no public collective. */
export async function collectiveCalendar(
  db: Db,
  { id }: { readonly id: number },
): Promise<{ readonly name: string; readonly slug: string; readonly entries: readonly AgendaEntry[] } | null> {
  const collective = await findCollective(db, id, { lock: false });
  if (collective === null || collective.confirmed === null) return null;
  return { name: collective.name, slug: collective.slug, entries: await entriesOf(db, id) };
}

/** Largest first. */
export async function placesOf(db: Db, collective: number): Promise<readonly PlaceRef[]> {
  const { rows } = await sql<PlaceRef & { code: string | null; siren: string | null }>`
    select case when m.code is null then 'grouping' else 'municipality' end as kind, m.code, g.siren,
      coalesce(m.name, g.name) as name, coalesce(m.slug, g.slug) as slug, coalesce(m.population, g.population) as population
    from collective_place p
    left join municipality m on m.code = p.municipality_code
    left join "grouping" g on g.siren = p.grouping_siren
    where p.collective_id = ${collective}
    order by population desc nulls last, name`.execute(db);
  return rows;
}

/** The names of those who chose so, and how many there are. */
async function membersShown(db: Db, collective: number) {
  const rows = await db
    .selectFrom('collectiveMember')
    .select(['role', 'name', 'namePublic'])
    .where('collectiveId', '=', collective)
    .orderBy('role')
    .orderBy('joinedAt')
    .execute();
  return {
    count: rows.length,
    coordinators: rows.filter(({ role }) => role === 'coordinator').length,
    shown: rows.filter(({ namePublic }) => namePublic).map(({ role, name }) => ({ role, name })),
  };
}

/** Signed here after a negotiation that this collective carried. */
async function pactsOf(db: Db, collective: number) {
  const rows = await db
    .selectFrom('pact')
    .innerJoin('agreedText', 'agreedText.id', 'pact.agreedTextId')
    .innerJoin('negotiation', 'negotiation.id', 'agreedText.negotiationId')
    .select(['pact.id', 'pact.listName', 'pact.leader', 'pact.termFrom', 'pact.termTo', 'pact.signedOn'])
    .where('negotiation.collectiveId', '=', collective)
    .orderBy('pact.id', 'desc')
    .execute();
  return rows.map(({ termFrom, termTo, ...pact }) => ({
    ...pact,
    slug: slugOf(pact.listName ?? ''),
    term: { from: termFrom, to: termTo },
  }));
}

async function carrierOf(db: Db, id: number | null) {
  if (id === null) return null;
  const row = await db.selectFrom('collective').select(['id', 'slug', 'name']).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}
