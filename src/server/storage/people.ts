/**
 * People who sign in. These tables are written by better-auth (../accounts/auth.ts) and by nobody else, except where a query
 * below says so.
 */
import { randomBytes } from 'node:crypto';
import type { Db } from './connection.ts';

export type PeopleTables = {
  person: {
    id: string;
    /** '' when they gave none. */
    name: string;
    /** Lower case. */
    email: string;
    emailVerified: boolean;
    image: string | null;
    createdAt: Date;
    updatedAt: Date;
  };
  personSession: {
    id: string;
    token: string;
    personId: string;
    userAgent: string | null;
    ipAddress: string | null;
    createdAt: Date;
    updatedAt: Date;
    expiresAt: Date;
  };
  personLogin: {
    id: string;
    personId: string;
    providerId: string;
    accountId: string;
    createdAt: Date;
    updatedAt: Date;
  };
  personVerification: {
    id: string;
    identifier: string;
    value: string;
    expiresAt: Date;
    createdAt: Date;
    updatedAt: Date;
  };
  personPasskey: {
    id: string;
    name: string | null;
    publicKey: string;
    personId: string;
    credentialId: string;
    counter: number;
    deviceType: string;
    backedUp: boolean;
    transports: string | null;
    aaguid: string | null;
    createdAt: Date | null;
  };
};

export async function findPerson(db: Db, id: string): Promise<{ name: string; email: string } | null> {
  return (await db.selectFrom('person').select(['name', 'email']).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function findPersonByEmail(db: Db, email: string): Promise<{ id: string } | null> {
  const found = await db.selectFrom('person').select('id').where('email', '=', email.toLowerCase()).executeTakeFirst();
  return found ?? null;
}

/** As better-auth would write it. Two at once for one address: the second throws, and is tried anew by `together`. */
export async function openPerson(db: Db, { email, at }: { email: string; at: Date }): Promise<{ id: string }> {
  const id = randomBytes(18).toString('base64url');
  await db
    .insertInto('person')
    .values({
      id,
      name: '',
      email: email.toLowerCase(),
      emailVerified: true,
      image: null,
      createdAt: at,
      updatedAt: at,
    })
    .execute();
  return { id };
}

export async function renamePerson(db: Db, id: string, { name, at }: { name: string; at: Date }): Promise<void> {
  await db.updateTable('person').set({ name, updatedAt: at }).where('id', '=', id).execute();
}

/** False: another account has it. */
export async function changePersonEmail(
  db: Db,
  id: string,
  { email, at }: { email: string; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('person')
    .set({ email: email.toLowerCase(), updatedAt: at })
    .where('id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('person as other')
            .select('other.id')
            .where('other.email', '=', email.toLowerCase())
            .where('other.id', '<>', id),
        ),
      ),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function endSessionsOf(
  db: Db,
  person: string,
  which: { readonly only: string } | { readonly allBut: string | null },
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('personSession')
    .where('personId', '=', person)
    .$if('only' in which, (query) => query.where('id', '=', 'only' in which ? which.only : ''))
    .$if('allBut' in which, (query) => query.where('id', '<>', 'allBut' in which ? (which.allBut ?? '') : ''))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export async function erasePerson(db: Db, id: string): Promise<void> {
  await db.deleteFrom('person').where('id', '=', id).execute();
}

/** The address of an account, as of now; null: the account is gone. */
export async function emailOfPerson(db: Db, person: string): Promise<string | null> {
  const row = await db.selectFrom('person').select('email').where('id', '=', person).executeTakeFirst();
  return row?.email ?? null;
}
