/** How the text of a pact signed on this site came to be: between whom, in how many rounds, from when to when. */
import { sql } from 'kysely';
import type { Db } from './connection.ts';

export type Negotiated = {
  readonly pact: number;
  /** Of the agreed text: `/textes/CODE`. */
  readonly code: string;
  readonly collective: string;
  readonly startedAt: Date | null;
  readonly agreedAt: Date;
  readonly rounds: number;
};

/** One query. A pact read from a document has none. */
export async function negotiatedPacts(db: Db, pacts: readonly number[]): Promise<readonly Negotiated[]> {
  if (pacts.length === 0) return [];
  const { rows } = await sql<Negotiated>`
    select p.id as pact, t.code, c.name as collective, n.started_at as "startedAt", t.frozen_at as "agreedAt",
      (select count(*)::int from negotiation_round r where r.negotiation_id = n.id) as rounds
    from pact p join agreed_text t on t.id = p.agreed_text_id join negotiation n on n.id = t.negotiation_id
      join collective c on c.id = n.collective_id
    where p.id = any(${pacts})
    order by p.id`.execute(db);
  return rows;
}
