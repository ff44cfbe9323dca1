/** Who stands on each side of an agreed text now: those who hold a role of it, by the number of their account. */
import type { AgreedText } from '#domain/pact/agreed-text.ts';
import type { Side } from '#domain/signature/side.ts';
import { codeOf } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';

/** Coordinators of the collective; representatives of the list, or elected officials and agents of the place. */
export async function speakersOfSide(db: Db, text: AgreedText, side: Side): Promise<readonly string[]> {
  return await accountsOfSide(db, text, { side, members: false });
}

/** Members of the collective too. */
export async function peopleOfSide(db: Db, text: AgreedText, side: Side): Promise<readonly string[]> {
  return await accountsOfSide(db, text, { side, members: true });
}

async function accountsOfSide(
  db: Db,
  { carrier, counterpart, place }: AgreedText,
  { side, members }: { side: Side; members: boolean },
): Promise<readonly string[]> {
  if (side === 'carrier') {
    return await people(
      db
        .selectFrom('collectiveMember')
        .select('personId')
        .where('collectiveId', '=', carrier.collective)
        .$if(!members, (query) => query.where('role', '=', 'coordinator'))
        .orderBy('personId'),
    );
  }
  if (counterpart.kind === 'list') {
    return await people(
      db.selectFrom('listRepresentative').select('personId').where('listId', '=', counterpart.list).orderBy('personId'),
    );
  }
  return await people(
    db
      .selectFrom('townHallMember')
      .select('personId')
      .distinct()
      .where(place.kind === 'municipality' ? 'municipalityCode' : 'groupingSiren', '=', codeOf(place))
      .orderBy('personId'),
  );
}

export async function nationalTeam(db: Db): Promise<readonly string[]> {
  return await people(db.selectFrom('nationalTeamMember').select('personId').orderBy('personId'));
}

async function people(query: {
  execute(): Promise<readonly { readonly personId: string }[]>;
}): Promise<readonly string[]> {
  return (await query.execute()).map(({ personId }) => personId);
}
