/**
 * Whether the list that signed a pact governs, as one column of a larger query: what became of a list is what became of the
 * one into which it merged, and a list merges twice at the most. Its neighbour that writes it: ./candidate-lists.ts.
 */
import { sql } from 'kysely';

/** After a join of `candidate_list l`, outer or not. */
export const JOIN_MERGED_LISTS = sql`
  left join candidate_list into_one on into_one.id = l.merged_into
  left join candidate_list into_two on into_two.id = into_one.merged_into`;

/** Without a list, or while nobody said what it became, whoever signed is taken to govern. */
export const PACT_STATE = sql<'in-office' | 'in-opposition'>`
  case when coalesce(into_two.outcome, into_one.outcome, l.outcome, 'majority') = 'majority'
    then 'in-office' else 'in-opposition' end`;
