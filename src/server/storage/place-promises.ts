/** Every promise made at one place, whoever signed it, for the plans of its town hall. */
import { sql } from 'kysely';
import { commitmentItem, commitmentKeyOf } from '#domain/follow-up/commitment-key.ts';
import { isFollowed } from '#domain/follow-up/promised.ts';
import type { SignedLevel } from '#domain/pact/commitment.ts';
import type { Stance } from '#domain/pact/stance.ts';
import { promiseKey, type PlacePromise, type PromiseSigned } from '#domain/plan/place-promise.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';
import { codesThen } from './municipality-then.ts';
import { JOIN_MERGED_LISTS, PACT_STATE } from './pact-state.ts';

/**
 * In the order of the charter: measures by number, principles, local commitments; the edition of the latest term first. What was
 * refused or left unsaid is left out, and so is nothing that a commune promised before it merged into this one. Four queries.
 */
export async function promisesAt(db: Db, place: PlaceCode): Promise<readonly PlacePromise[]> {
  const pacts = await pactsAt(db, place);
  if (pacts.length === 0) return [];
  const ids = pacts.map(({ pact }) => pact);
  const { rows } = await sql<Said>`
    select pact_id as pact, 'm' || measure as item, stance, null as local, detail -> 'levels' as levels, 1 as part, measure as rank
      from commitment where pact_id = any(${ids})
    union all
    select pact_id, 'p' || letter, stance, null, '[]'::jsonb, 2, ascii(letter) from pact_principle where pact_id = any(${ids})
    union all
    select pact_id, 'l' || id, 'accepted', text, '[]'::jsonb, 3, ordinal from local_commitment where pact_id = any(${ids})
    order by part, rank, pact`.execute(db);
  const said = pacts.flatMap((pact) =>
    rows.filter((row) => row.pact === pact.pact && isFollowed(row)).map((row) => ({ pact, row })),
  );
  const promises = new Map<string, PlacePromise & { signed: PromiseSigned[] }>();
  for (const { pact, row } of said) {
    const key = commitmentKeyOf(row.item);
    if (key === null) continue;
    const { edition, ...signature } = pact;
    const signed = { ...signature, stance: row.stance, levels: row.levels };
    const item = commitmentItem(key);
    const known = promises.get(promiseKey({ edition, item }));
    if (known === undefined)
      promises.set(promiseKey({ edition, item }), { edition, item, key, local: row.local, signed: [signed] });
    else known.signed.push(signed);
  }
  const order = new Map(rows.map(({ item }, index) => [item, index]));
  const editions = [...new Set(pacts.map(({ edition }) => edition))];
  return [...promises.values()].toSorted(
    (a, b) =>
      editions.indexOf(a.edition) - editions.indexOf(b.edition) || (order.get(a.item) ?? 0) - (order.get(b.item) ?? 0),
  );
}

type Said = {
  readonly pact: number;
  readonly item: string;
  readonly stance: Stance;
  readonly local: string | null;
  readonly levels: readonly SignedLevel[];
};

type PactAt = Omit<PromiseSigned, 'stance' | 'levels'> & { readonly edition: string };

/** The latest term first. A list that merged into another governs when that one does. */
async function pactsAt(db: Db, place: PlaceCode): Promise<readonly PactAt[]> {
  const codes = place.kind === 'municipality' ? await codesThen(db, place.code) : [];
  const here =
    place.kind === 'municipality' ? sql`p.municipality_code = any(${codes})` : sql`p.grouping_siren = ${place.siren}`;
  const { rows } = await sql<PactAt>`
    select p.id as pact, p.edition, p.list_name, p.leader, p.signed_on, p.term_from,
      ${PACT_STATE} = 'in-office' as in_office
    from pact p
      left join pact_list s on s.pact_id = p.id
      left join candidate_list l on l.id = s.candidate_list_id
      ${JOIN_MERGED_LISTS}
    where ${here}
    order by p.term_from desc, p.id`.execute(db);
  return rows;
}
