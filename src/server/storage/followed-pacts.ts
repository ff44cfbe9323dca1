/** Pacts as far as following their promises goes: who answers for them, who looks, and what was promised. */
import { sql } from 'kysely';
import type { Voice } from '#domain/follow-up/assessment.ts';
import { commitmentKeyOf, type CommitmentKey } from '#domain/follow-up/commitment-key.ts';
import type { FollowedPact } from '#domain/follow-up/followed-pact.ts';
import type { Promised } from '#domain/follow-up/promised.ts';
import { zoneOf } from '#domain/shared/local-day.ts';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';
import { JOIN_MERGED_LISTS, PACT_STATE } from './pact-state.ts';
import { placeFacts, placeIn } from './places.ts';

/**
 * Three queries. Null: no such pact is public. `lock`: until the end of the transaction nobody withdraws it, and whoever else
 * speaks of it waits: what was said before stands when one reads what was said last.
 */
export async function followedPact(
  db: Db,
  id: number,
  { lock }: { readonly lock: boolean },
): Promise<FollowedPact | null> {
  const pact = await db
    .selectFrom('pact')
    .select(['id', 'municipalityCode', 'groupingSiren', 'edition', 'termFrom', 'termTo', 'signedOn', 'listName'])
    .where('id', '=', id)
    .$if(lock, (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  if (pact === undefined) return null;
  const place = placeIn(pact);
  const [list, facts, places] = await Promise.all([listOf(db, id), placeFacts(db, place), placesOf(db, place)]);
  return {
    id,
    place,
    placeName: facts?.name ?? codeOf(place),
    zone: facts?.zone ?? zoneOf(''),
    edition: pact.edition,
    term: { from: pact.termFrom, to: pact.termTo },
    signedOn: pact.signedOn,
    listName: pact.listName,
    list: list?.id ?? null,
    state: list?.state ?? 'in-office',
    places,
    collectives: await collectivesOf(db, places),
  };
}

/** The list that signed, and what became of it. */
async function listOf(db: Db, pact: number) {
  const { rows } = await sql<{ id: number; state: FollowedPact['state'] }>`
    select l.id, ${PACT_STATE} as state
    from pact_list p join candidate_list l on l.id = p.candidate_list_id ${JOIN_MERGED_LISTS}
    where p.pact_id = ${pact}`.execute(db);
  return rows[0] ?? null;
}

/** The place itself, and the municipality of today when it merged into another. */
export async function placesOf(db: Db, place: PlaceCode): Promise<readonly PlaceCode[]> {
  if (place.kind === 'grouping') return [place];
  const holders = await db
    .selectFrom('municipalityFormerName')
    .select('municipalityCode')
    .distinct()
    .where('code', '=', place.code)
    .where('municipalityCode', '<>', place.code)
    .execute();
  return [place, ...holders.map(({ municipalityCode: code }) => ({ kind: 'municipality', code }) as const)];
}

/** Confirmed ones; one that sleeps may speak, and wakes by it. */
async function collectivesOf(db: Db, places: readonly PlaceCode[]): Promise<FollowedPact['collectives']> {
  return await db
    .selectFrom('collective')
    .innerJoin('collectivePlace as at', 'at.collectiveId', 'collective.id')
    .select(['collective.id', 'collective.name'])
    .distinct()
    .where('collective.state', 'in', ['active', 'dormant'])
    .where(({ eb, or }) =>
      or(
        places.map((place) =>
          place.kind === 'municipality'
            ? eb('at.municipalityCode', '=', place.code)
            : eb('at.groupingSiren', '=', place.siren),
        ),
      ),
    )
    .orderBy('collective.id')
    .execute();
}

/** One query. Null: the pact does not speak of it. */
export async function promisedOf(db: Db, pact: number, item: string): Promise<Promised | null> {
  const key = commitmentKeyOf(item);
  switch (key?.kind) {
    case 'measure': {
      const row = await db
        .selectFrom('commitment')
        .select(['stance', 'marks'])
        .where('pactId', '=', pact)
        .where('measure', '=', key.measure)
        .executeTakeFirst();
      return row === undefined ? null : { stance: row.stance, levels: row.marks };
    }
    case 'principle': {
      const row = await db
        .selectFrom('pactPrinciple')
        .select('stance')
        .where('pactId', '=', pact)
        .where('letter', '=', key.letter)
        .executeTakeFirst();
      return row === undefined ? null : { stance: row.stance, levels: [] };
    }
    case 'local': {
      const row = await db
        .selectFrom('localCommitment')
        .select('id')
        .where('pactId', '=', pact)
        .where('id', '=', key.local)
        .executeTakeFirst();
      return row === undefined ? null : { stance: 'accepted', levels: [] };
    }
    default:
      return null;
  }
}

/** Accounts that may answer with this voice. Of a list in opposition: its representatives alone. */
export async function speakersOf(db: Db, pact: FollowedPact, voice: Voice): Promise<readonly string[]> {
  if (voice === 'collective') {
    if (pact.collectives.length === 0) return [];
    const rows = await db
      .selectFrom('collectiveMember')
      .select('personId')
      .distinct()
      .where(
        'collectiveId',
        'in',
        pact.collectives.map(({ id }) => id),
      )
      .where('role', '=', 'coordinator')
      .orderBy('personId')
      .execute();
    return rows.map(({ personId }) => personId);
  }
  const representatives =
    pact.list === null
      ? []
      : await db.selectFrom('listRepresentative').select('personId').where('listId', '=', pact.list).execute();
  const townHall =
    pact.state === 'in-opposition'
      ? []
      : await db
          .selectFrom('townHallMember')
          .select('personId')
          .where(({ eb, or }) =>
            or(
              pact.places.map((place) =>
                place.kind === 'municipality'
                  ? eb('municipalityCode', '=', place.code)
                  : eb('groupingSiren', '=', place.siren),
              ),
            ),
          )
          .execute();
  return [...new Set([...representatives, ...townHall].map(({ personId }) => personId))].toSorted();
}

/** The words of a local commitment of this pact; null for anything else. */
export async function localWords(db: Db, pact: number, key: CommitmentKey): Promise<string | null> {
  if (key.kind !== 'local') return null;
  const row = await db
    .selectFrom('localCommitment')
    .select('text')
    .where('pactId', '=', pact)
    .where('id', '=', key.local)
    .executeTakeFirst();
  return row?.text ?? null;
}

/** The pacts of a municipality that promise it, latest term first. */
export async function pactsPromising(
  db: Db,
  { municipality, key }: { readonly municipality: string; readonly key: CommitmentKey },
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('pact')
    .select('pact.id')
    .where('pact.municipalityCode', '=', municipality)
    .where(({ exists, selectFrom }) => {
      switch (key.kind) {
        case 'measure':
          return exists(
            selectFrom('commitment as c')
              .select('c.id')
              .whereRef('c.pactId', '=', 'pact.id')
              .where('c.measure', '=', key.measure)
              .where('c.stance', 'not in', ['refused', 'unspecified']),
          );
        case 'principle':
          return exists(
            selectFrom('pactPrinciple as p')
              .select('p.letter')
              .whereRef('p.pactId', '=', 'pact.id')
              .where('p.letter', '=', key.letter)
              .where('p.stance', 'not in', ['refused', 'unspecified']),
          );
        case 'local':
          return exists(
            selectFrom('localCommitment as l')
              .select('l.id')
              .whereRef('l.pactId', '=', 'pact.id')
              .where('l.id', '=', key.local),
          );
      }
    })
    .orderBy('termFrom', 'desc')
    .orderBy('pact.id')
    .execute();
  return rows.map(({ id }) => id);
}
