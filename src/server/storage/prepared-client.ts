/**
 * A connection that prepares the queries marked for it: PostgreSQL reads and plans them once on each connection.
 *
 * Only marked ones, and only queries of one constant text: each is kept as long as its connection, and a list of
 * unknown length in a query (`in ($1, $2, …)`) would make as many of them as there are lengths.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';

const MARK = '/* prepared */';

/** Put it first in a raw query of a constant text. */
export const PREPARED = sql.raw(MARK);

const names = new Map<string, string>();

export class PreparedClient extends pg.Client {
  /** Every form of the base class; what comes back is what it gives. */
  override query(text: unknown, ...rest: unknown[]): never {
    const asked = typeof text === 'string' && text.startsWith(MARK) ? { name: nameOf(text), text } : text;
    return Reflect.apply<this, unknown[], unknown>(super.query, this, [asked, ...rest]) as never;
  }
}

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  return name;
}
