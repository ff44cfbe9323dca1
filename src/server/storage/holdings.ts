/**
 * What a person holds, as confirmed; asked at each request of somebody signed in. Each kind of role adds its line: where a
 * row comes from is the business of the acts that write it.
 */
import type { Holding } from '#domain/access/gate.ts';
import { collectiveHoldings } from './collective-members.ts';
import type { Db } from './connection.ts';
import { partnerHoldings } from './partners.ts';
import { campaignHoldings } from './role-holders.ts';

export async function holdingsOf(db: Db, person: string): Promise<readonly Holding[]> {
  const held = await Promise.all<readonly Holding[]>([
    // One line for each subject.
    collectiveHoldings(db, person),
    campaignHoldings(db, person),
    partnerHoldings(db, person),
  ]);
  return held.flat();
}
