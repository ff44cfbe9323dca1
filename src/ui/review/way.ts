/** The way from one proposal to another: before, after, the next that needs a look, and where an answer leads. */
import type { ProposalRow } from './rows.ts';

export type Way = {
  readonly previous: ProposalRow | null;
  readonly next: ProposalRow | null;
  /** After this one, then from the beginning; never this one. */
  readonly toCheck: ProposalRow | null;
  /** Once this one is answered: what waits; else whoever reads one by one goes on. Null: the work asked for is over. */
  readonly onward: ProposalRow | null;
};

export function wayFrom(rows: readonly ProposalRow[], id: string): Way {
  const at = rows.findIndex((row) => row.id === id);
  const around = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))];
  const next = rows[at + 1] ?? null;
  const toCheck = around.find(({ state }) => state === 'waiting') ?? null;
  const wasLastToCheck = toCheck === null && rows[at]?.state === 'waiting';
  return {
    previous: rows[at - 1] ?? null,
    next,
    toCheck,
    onward: toCheck ?? (wasLastToCheck ? null : next),
  };
}
