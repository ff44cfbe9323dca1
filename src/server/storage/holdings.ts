/** What a person holds, as confirmed: each kind of role adds its line. */
import type { Holding } from '#domain/access/gate.ts';
import { collectiveHoldings } from './collective-members.ts';
import type { Db } from './connection.ts';

export async function holdingsOf(db: Db, person: string): Promise<readonly Holding[]> {
  const held = await Promise.all<readonly Holding[]>([
    // One line for each subject.
    collectiveHoldings(db, person),
  ]);
  return held.flat();
}
