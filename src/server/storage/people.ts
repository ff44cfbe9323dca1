/**
 * People who sign in. These tables are written by better-auth (../accounts/auth.ts) and by nobody else, except where a query
 * below says so.
 */
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

/** The address of an account, as of now; null: the account is gone. */
export async function emailOfPerson(db: Db, person: string): Promise<string | null> {
  const row = await db.selectFrom('person').select('email').where('id', '=', person).executeTakeFirst();
  return row?.email ?? null;
}
