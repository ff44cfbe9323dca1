/** Who sits in a follow-up committee. An address is kept while its invitation waits, and no longer. */
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { CommitteeMember, KeptMembership, NewMember } from '#domain/committee/committee.ts';
import type { Db } from './connection.ts';

export async function membersOfCommittee(db: Db, committee: number): Promise<readonly CommitteeMember[]> {
  const rows = await db
    .selectFrom('committeeMember')
    .selectAll()
    .where('committeeId', '=', committee)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    quality: row.quality,
    namedBy: row.namedBy,
    name: row.name,
    organisation: row.organisation,
    namePublic: row.namePublic,
    person: row.personId,
    namedAt: row.namedAt,
    invitedUntil: row.expiresAt,
    acceptedAt: row.acceptedAt,
    left: row.leftAt === null || row.leftHow === null ? null : { at: row.leftAt, how: row.leftHow },
  }));
}

export async function nameMember(
  db: Db,
  { committee, invite, at, ...member }: NewMember,
): Promise<{ readonly id: number; readonly token: string | null }> {
  const token = invite === null ? null : randomBytes(24).toString('base64url');
  const { id } = await db
    .insertInto('committeeMember')
    .values({
      ...member,
      committeeId: committee,
      email: invite?.email ?? null,
      expiresAt: invite?.expiresAt ?? null,
      tokenHash: token === null ? null : hashOf(token),
      namedAt: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, token };
}

export async function committeeInvitation(db: Db, token: string) {
  const row = await db
    .selectFrom('committeeMember')
    .select(['committeeId as committee', 'id as member', 'expiresAt'])
    .where('tokenHash', '=', hashOf(token))
    .where('leftAt', 'is', null)
    .executeTakeFirst();
  return row === undefined || row.expiresAt === null ? null : { ...row, expiresAt: row.expiresAt };
}

export async function acceptCommitteeInvitation(
  db: Db,
  member: number,
  { person, name, namePublic, at }: { person: string; name: string; namePublic: boolean; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('committeeMember')
    .set({ personId: person, name, namePublic, acceptedAt: at, email: null, tokenHash: null, expiresAt: null })
    .where('id', '=', member)
    .where('tokenHash', 'is not', null)
    .where('leftAt', 'is', null)
    .where(({ not, exists, selectFrom, ref }) =>
      not(
        exists(
          selectFrom('committeeMember as other')
            .select('other.id')
            .where('other.committeeId', '=', ref('committeeMember.committeeId'))
            .where('other.personId', '=', person)
            .where('other.leftAt', 'is', null),
        ),
      ),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function leaveCommitteeRow(
  db: Db,
  member: number,
  { how, at }: { how: 'left' | 'removed'; at: Date },
): Promise<void> {
  await db
    .updateTable('committeeMember')
    .set({ leftAt: at, leftHow: how, email: null, tokenHash: null, expiresAt: null })
    .where('id', '=', member)
    .execute();
}

export async function forgetLateCommitteeInvitations(db: Db, now: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('committeeMember')
    .set({ email: null, tokenHash: null, expiresAt: null })
    .where('expiresAt', '<=', now)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function eraseFromCommittees(
  db: Db,
  { person, email }: { person: string; email: string },
  at: Date,
): Promise<void> {
  await db
    .updateTable('committeeMember')
    .set(({ eb }) => ({
      name: '',
      organisation: '',
      leftAt: eb.fn.coalesce('leftAt', eb.val(at)),
      leftHow: eb.fn.coalesce('leftHow', eb.val('left' as const)),
    }))
    .where('personId', '=', person)
    .execute();
  await db
    .updateTable('committeeMember')
    .set({ email: null, tokenHash: null, expiresAt: null })
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .execute();
}

export async function membershipsKeptAbout(
  db: Db,
  { person, email }: { person: string; email: string },
): Promise<readonly KeptMembership[]> {
  return await db
    .selectFrom('committeeMember as member')
    .innerJoin('committee', 'committee.id', 'member.committeeId')
    .leftJoin('municipality', 'municipality.code', 'committee.municipalityCode')
    .leftJoin('grouping', 'grouping.siren', 'committee.groupingSiren')
    .select(['member.name', 'member.quality', 'member.namedAt', 'member.leftAt'])
    .select(sql<string>`coalesce(municipality.name, "grouping".name, '')`.as('place'))
    .where(({ or, eb }) => or([eb('personId', '=', person), eb(sql`lower(email)`, '=', email.toLowerCase())]))
    .orderBy('member.id')
    .execute();
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
