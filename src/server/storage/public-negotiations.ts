/**
 * All that is public of negotiations before a pact is signed: that one is open, asked, declined or unanswered, and since
 * when. No other column of them is read here.
 */
import { publicStage, type NegotiationState, type PublicStage } from '#domain/negotiation/progress.ts';
import type { Db } from './connection.ts';
import { sql } from 'kysely';

export type PublicNegotiation = {
  readonly collective: { readonly id: number; readonly name: string; readonly slug: string };
  /** Null: the council. */
  readonly list: { readonly id: number; readonly name: string } | null;
  readonly place: {
    readonly kind: 'municipality' | 'grouping';
    readonly code: string;
    readonly name: string;
    readonly slug: string;
  };
  readonly edition: string;
  readonly stage: PublicStage;
};

export type PublicOf =
  | { readonly municipality: string }
  | { readonly grouping: string }
  | { readonly list: number }
  | { readonly collective: number };

/** Latest first. One query. */
export async function publicNegotiations(
  db: Db,
  of: PublicOf,
  now = new Date(),
): Promise<readonly PublicNegotiation[]> {
  const rows = await db
    .selectFrom('negotiation as n')
    .innerJoin('collective as c', 'c.id', 'n.collectiveId')
    .leftJoin('candidateList as l', 'l.id', 'n.listId')
    .leftJoin('municipality as m', 'm.code', 'n.municipalityCode')
    .leftJoin('grouping as g', 'g.siren', 'n.groupingSiren')
    .select([
      'n.state',
      'n.edition',
      'n.askedAt',
      'n.startedAt',
      'n.declinedAt',
      'n.municipalityCode',
      'n.groupingSiren',
      'c.id as collectiveId',
      'c.name as collectiveName',
      'c.slug as collectiveSlug',
      'l.id as listId',
      'l.name as listName',
      'm.name as municipalityName',
      'm.slug as municipalitySlug',
      'g.name as groupingName',
      'g.slug as groupingSlug',
    ])
    .where('n.state', 'in', PUBLIC_STATES)
    .$if('municipality' in of, (query) =>
      query.where('n.municipalityCode', '=', 'municipality' in of ? of.municipality : ''),
    )
    .$if('grouping' in of, (query) => query.where('n.groupingSiren', '=', 'grouping' in of ? of.grouping : ''))
    .$if('list' in of, (query) => query.where('n.listId', '=', 'list' in of ? of.list : 0))
    .$if('collective' in of, (query) => query.where('n.collectiveId', '=', 'collective' in of ? of.collective : 0))
    .where(awaitsItsPact)
    .orderBy('n.id', 'desc')
    .limit(200)
    .execute();
  return rows.flatMap((row): PublicNegotiation[] => {
    const stage = publicStage(row, now);
    if (stage === null) return [];
    const { municipalityCode } = row;
    return [
      {
        collective: { id: row.collectiveId, name: row.collectiveName, slug: row.collectiveSlug },
        list: row.listId === null ? null : { id: row.listId, name: row.listName ?? '' },
        place: {
          kind: municipalityCode === null ? 'grouping' : 'municipality',
          code: municipalityCode ?? row.groupingSiren ?? '',
          name: row.municipalityName ?? row.groupingName ?? '',
          slug: row.municipalitySlug ?? row.groupingSlug ?? '',
        },
        edition: row.edition,
        stage,
      },
    ];
  });
}

const PUBLIC_STATES: readonly NegotiationState[] = ['asked', 'under-way', 'frozen', 'declined'];

/**
 * As a condition on `n`. Once signed by all, its pact says more; beside an addendum the pact stands already, and its silence
 * says nothing of it.
 */
export const awaitsItsPact = sql<boolean>`n.addendum_to is null and not exists (
  select from agreed_text t join signing s on s.agreed_text_id = t.id
  where t.negotiation_id = n.id and s.completed_at is not null)`;
