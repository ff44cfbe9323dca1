/** Identities at other issuers (OpenID Connect), and what all these tables hold about one person. */
import { randomBytes } from 'node:crypto';
import type { Json } from '#domain/shared/canonical-json.ts';
import type { Db } from './connection.ts';

type Login = { readonly provider: string; readonly subject: string };

export async function findPersonByLogin(db: Db, { provider, subject }: Login): Promise<{ id: string } | null> {
  const found = await db
    .selectFrom('personLogin')
    .select('personId as id')
    .where('providerId', '=', provider)
    .where('accountId', '=', subject)
    .executeTakeFirst();
  return found ?? null;
}

/** False: it is tied to another account. */
export async function addLogin(
  db: Db,
  person: string,
  { provider, subject, at }: Login & { readonly at: Date },
): Promise<boolean> {
  const known = await findPersonByLogin(db, { provider, subject });
  if (known !== null) return known.id === person;
  await db
    .insertInto('personLogin')
    .values({
      id: randomBytes(18).toString('base64url'),
      personId: person,
      providerId: provider,
      accountId: subject,
      createdAt: at,
      updatedAt: at,
    })
    .execute();
  return true;
}

/** Without what would let one in: tokens of sessions, keys. */
export async function personKept(db: Db, person: string): Promise<Json> {
  const [account, sessions, logins, passkeys] = await Promise.all([
    db
      .selectFrom('person')
      .select(['id', 'name', 'email', 'createdAt', 'updatedAt'])
      .where('id', '=', person)
      .executeTakeFirst(),
    sessionsOf(db, person),
    db
      .selectFrom('personLogin')
      .select(['providerId', 'accountId', 'createdAt'])
      .where('personId', '=', person)
      .execute(),
    passkeysOf(db, person),
  ]);
  return JSON.parse(JSON.stringify({ ...account, sessions, logins, passkeys })) as Json;
}

export type SessionKept = {
  readonly id: string;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  /** Seen last, to the hour. */
  readonly updatedAt: Date;
  readonly expiresAt: Date;
};

/** Sessions that still open the account or did, last seen first. */
export async function sessionsOf(db: Db, person: string): Promise<readonly SessionKept[]> {
  return await db
    .selectFrom('personSession')
    .select(['id', 'userAgent', 'createdAt', 'updatedAt', 'expiresAt'])
    .where('personId', '=', person)
    .orderBy('updatedAt', 'desc')
    .execute();
}

export type PasskeyKept = { readonly id: string; readonly name: string | null; readonly createdAt: Date | null };

export async function passkeysOf(db: Db, person: string): Promise<readonly PasskeyKept[]> {
  return await db
    .selectFrom('personPasskey')
    .select(['id', 'name', 'createdAt'])
    .where('personId', '=', person)
    .orderBy('createdAt')
    .execute();
}

/** Only when it is theirs. */
export async function removePasskey(db: Db, person: string, passkey: string): Promise<void> {
  await db.deleteFrom('personPasskey').where('id', '=', passkey).where('personId', '=', person).execute();
}
