/** Acts keep the code under which a commune did them; asked by the code of today, what it did before it merged is found too. */
import { sql, type RawBuilder } from 'kysely';

/** For `= any`, which goes by the index: the code itself, and those of the communes that are no more and are part of it. */
export function codesOfToday(code: string | RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(array(select ${code} union all
    select merged.code from municipality merged where merged.of_today = ${code} and merged.code <> ${code}))`;
}
