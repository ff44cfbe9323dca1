/** For tests: a follow-up committee that met, with minutes that both sides agreed to and a decision that was carried out. */
import { sql } from 'kysely';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Db } from '#server/storage/connection.ts';
import { placeColumns } from '#server/storage/places.ts';
import { EDITION, THEN } from './world.ts';

/** `secret` stands in everything that not everybody reads. */
export async function sitSomewhere(
  db: Db,
  { collective, place, secret }: { readonly collective: number; readonly place: PlaceCode; readonly secret: string },
): Promise<void> {
  const { id } = await db
    .insertInto('committee')
    .values({
      ...{ ...placeColumns(place), collectiveId: collective, state: 'active' },
      ...{ proposedBy: 'collective', words: secret, proposedAt: THEN, acceptedAt: THEN },
      ...{ closedAt: null, closedBy: null, closedReason: null },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const meeting = async (number: number, open: boolean) => {
    const row = await db
      .insertInto('committeeMeeting')
      .values({
        ...{ committeeId: id, number, uid: `${secret}-${number}`, zone: 'Europe/Paris', open },
        ...{ startsAt: THEN, endsAt: new Date(THEN.getTime() + 3_600_000), changedAt: THEN, cancelledAt: null },
        location: open ? 'Mairie' : secret,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return row.id;
  };
  const [agreed, pending] = [await meeting(1, true), await meeting(2, false)];
  const decision = { words: 'Tracer la piste', items: ['m15'], who: 'Voirie', dueOn: '2026-09-01' };
  const minutes = (text: string) => JSON.stringify({ text, present: 'Douze personnes', decisions: [decision] });
  await db
    .insertInto('committeeMinutes')
    .values([
      ...[
        {
          meetingId: agreed,
          revision: 1,
          content: minutes('Tous d’accord'),
          writtenAt: THEN,
          writtenBy: secret,
          agreedAt: THEN,
        },
      ],
      ...[
        {
          meetingId: pending,
          revision: 1,
          content: minutes(secret),
          writtenAt: THEN,
          writtenBy: secret,
          agreedAt: null,
        },
      ],
    ])
    .execute();
  for (const voice of ['collective', 'town-hall'] as const) {
    const yes = { meetingId: agreed, voice, revision: 1, personId: null, saidAt: THEN };
    await db.insertInto('committeeMinutesYes').values(yes).execute();
  }
  await db
    .insertInto('committeeDecision')
    .values({
      ...{ ...decision, meetingId: agreed, ordinal: 1, edition: EDITION },
      ...{ state: 'done', stateAt: THEN, stateVoice: 'town-hall', stateBy: null },
    })
    .execute();
  await sql`
    insert into committee_agenda_item (meeting_id, words, proposed_as, proposed_by, proposed_at)
    values (${agreed}, ${secret}, 'member', ${secret}, ${THEN})`.execute(db);
  await sql`
    insert into committee_member (committee_id, quality, named_by, name, organisation, name_public, named_at)
    values (${id}, 'resident', 'collective', ${secret}, ${secret}, false, ${THEN})`.execute(db);
}
