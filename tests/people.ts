/** People for tests: signed in, holding what they hold now, and reading their mail. */
import type { Person } from '#domain/access/gate.ts';
import type { Db } from '#server/storage/connection.ts';
import { holdingsOf } from '#server/storage/holdings.ts';

/** An account; its address is `NAME@example.fr`. */
export async function newPerson(db: Db, name: string): Promise<string> {
  const at = new Date('2026-01-01T00:00:00Z');
  const person = { id: `p-${name}`, name, email: addressOf(name), emailVerified: true, image: null };
  await db
    .insertInto('person')
    .values({ ...person, createdAt: at, updatedAt: at })
    .execute();
  return person.id;
}

export function addressOf(name: string): string {
  return `${name}@example.fr`;
}

/** As a request would find them: what they hold is asked now. */
export async function actorFor(db: Db, person: string): Promise<Person> {
  return { kind: 'person', id: person, holds: await holdingsOf(db, person) };
}

type Mail = { readonly kind: string } & { readonly [key: string]: unknown };

/** What was written to this address, oldest first. */
export async function mailsTo(db: Db, email: string): Promise<readonly Mail[]> {
  const rows = await db.selectFrom('mail').select('content').where('recipient', '=', email).orderBy('id').execute();
  return rows.flatMap(({ content }) => (content === null ? [] : [content as Mail]));
}

/** The last code that went to this address. */
export async function codeSentTo(db: Db, email: string): Promise<string> {
  const mail = (await mailsTo(db, email)).findLast(({ kind }) => kind === 'proof-code');
  if (mail === undefined) throw new Error(`no code went to ${email}`);
  return String(mail['code']);
}
