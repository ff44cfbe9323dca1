/** The way from one proposal to another: before, after, and the next that needs a look. */
import type { ProposalRow } from './rows.ts';

export type Way = {
  readonly previous: ProposalRow | null;
  readonly next: ProposalRow | null;
  /** After this one, then from the beginning; never this one. */
  readonly toCheck: ProposalRow | null;
};

export function wayFrom(rows: readonly ProposalRow[], id: string): Way {
  const at = rows.findIndex((row) => row.id === id);
  const around = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))];
  return {
    previous: rows[at - 1] ?? null,
    next: rows[at + 1] ?? null,
    toCheck: around.find(({ state }) => state === 'waiting') ?? null,
  };
}
