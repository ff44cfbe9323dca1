/** The collectives, lists and places that a person holds a role of, by name: the doors of « Mon espace ». */
import type { Holding } from '#domain/access/actor.ts';
import type { NamedHolding } from '#domain/access/named-holding.ts';
import type { Db } from './connection.ts';
import { placeRef } from './places.ts';

/** Collectives first, once each: who coordinates is a member too. A place costs one query, which are few. */
export async function namedHoldings(db: Db, holds: readonly Holding[]): Promise<readonly NamedHolding[]> {
  const coordinated = new Set(holds.flatMap((held) => (held.role === 'collective-coordinator' ? held.collective : [])));
  const collectives = [...new Set(holds.flatMap((held) => ('collective' in held ? held.collective : [])))];
  const lists = holds.flatMap((held) => (held.role === 'list-representative' ? held.list : []));
  const organisations = holds.flatMap((held) => (held.role === 'partner' ? held.organisation : []));
  const [ofCollectives, ofLists, ofPlaces, ofOrganisations] = await Promise.all([
    collectives.length === 0
      ? []
      : db.selectFrom('collective').select(['id', 'name']).where('id', 'in', collectives).orderBy('name').execute(),
    lists.length === 0
      ? []
      : db.selectFrom('candidateList').select(['id', 'name']).where('id', 'in', lists).orderBy('name').execute(),
    Promise.all(
      holds.map(async (held): Promise<NamedHolding[]> => {
        if (held.role !== 'municipal-agent' && held.role !== 'elected-official') return [];
        const place = await placeRef(db, held.place);
        return place === null ? [] : [{ role: held.role, place }];
      }),
    ),
    organisations.length === 0
      ? []
      : db.selectFrom('organisation').select(['id', 'name']).where('id', 'in', organisations).orderBy('name').execute(),
  ]);
  return [
    ...ofCollectives.map(({ id, name }): NamedHolding => {
      return { role: coordinated.has(id) ? 'collective-coordinator' : 'collective-member', id, name };
    }),
    ...ofLists.map(({ id, name }): NamedHolding => ({ role: 'list-representative', id, name })),
    ...ofPlaces.flat(),
    ...ofOrganisations.map(({ id, name }): NamedHolding => ({ role: 'partner', id, name })),
    ...holds.filter(({ role }) => role === 'steering-member').map((): NamedHolding => ({ role: 'steering-member' })),
    ...holds.filter(({ role }) => role === 'national-team').map((): NamedHolding => ({ role: 'national-team' })),
  ];
}
