/** People of a town hall for tests: an agent, an elected official, confirmed by the operator. */
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import type { Db } from '#server/storage/connection.ts';
import { newPerson } from './people.ts';

const SINCE = new Date('2026-01-02T00:00:00Z');

/** A new account that holds this role; returns its number. */
export async function ofTownHall(
  db: Db,
  {
    name,
    place,
    role = 'municipal-agent',
  }: {
    readonly name: string;
    readonly place: PlaceCode;
    readonly role?: 'municipal-agent' | 'elected-official';
  },
): Promise<string> {
  const personId = await newPerson(db, name);
  const where =
    place.kind === 'municipality'
      ? { municipalityCode: codeOf(place), groupingSiren: null }
      : { municipalityCode: null, groupingSiren: codeOf(place) };
  const { id } = await db
    .insertInto('roleRequest')
    .values({
      personId,
      role,
      listId: null,
      ...where,
      words: '',
      askedAt: SINCE,
      state: 'confirmed',
      way: 'operator',
      decidedBy: 'claire',
      decidedAt: SINCE,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('townHallMember')
    .values({ personId, role, ...where, requestId: id, since: SINCE })
    .execute();
  return personId;
}
