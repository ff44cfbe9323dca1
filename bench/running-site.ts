import type { EmbeddedPostgres } from '#server/postgres/embedded.ts';
import type { Db } from '#server/storage/connection.ts';

/** A site that runs, and its database beside it. */
export type RunningSite = { readonly origin: string; readonly postgres: EmbeddedPostgres; readonly db: Db };

/** The account of this address. Throws when there is none. */
export async function accountOf(db: Db, { email }: { readonly email: string }): Promise<string> {
  return (await db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id;
}
