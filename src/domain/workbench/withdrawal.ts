/**
 * An edition that nobody may negotiate with any more: who said so, when, and why, as its page tells everybody. Its address, its pacts
 * and what is under way stay. What one side withdrew, it alone offers again; the country's withdrawal stands over a collective's.
 */
import type { Role } from '../access/gate.ts';

/** `country`: the national team, or who runs the site. `collective`: whose own edition it is. */
export type Withdrawer = 'country' | 'collective';

export type EditionWithdrawal = {
  readonly by: Withdrawer;
  readonly at: Date;
  /** '' : it was withdrawn before a reason was asked. */
  readonly reason: string;
};

/** In whose name somebody of this role withdraws. */
export function withdrawerOf(role: Role): Withdrawer {
  return role === 'collective-coordinator' ? 'collective' : 'country';
}
