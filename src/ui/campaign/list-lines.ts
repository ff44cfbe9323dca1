/** One line for each list, in words: what it is, where it stood, what became of it. */
import type { CandidateList } from '#domain/campaign/candidate-list.ts';
import { listAddress } from '#ui/addresses.ts';
import * as words from '#ui/messages/campaign.fr.ts';
import { count, day } from '#ui/messages/format.fr.ts';

export type Listed = CandidateList & { readonly slug: string };

export type ListLine = {
  readonly id: number;
  readonly href: string;
  readonly name: string;
  /** Facts separated by commas, head of list first. */
  readonly facts: string;
};

export function listLine(list: Listed, byId: ReadonlyMap<number, Listed>): ListLine {
  return { id: list.id, href: listAddress(list), name: list.name, facts: factsOf(list, byId).join(', ') };
}

function factsOf(list: Listed, byId: ReadonlyMap<number, Listed>): readonly string[] {
  const facts = [words.ledBy(list.leader)];
  if (list.nuance !== null) facts.push(`nuance ${list.nuance}`);
  if (list.firstRound === 2) facts.push('née entre les deux tours');
  if (list.withdrawnOn !== null) facts.push(`retirée le ${day(list.withdrawnOn)}`);
  if (list.merged !== null)
    facts.push(`fusionnée avec « ${byId.get(list.merged.into)?.name ?? 'une autre liste'} » le ${day(list.merged.on)}`);
  if (list.outcome !== null)
    facts.push(words.OUTCOME[list.outcome.kind] + (list.outcome.confirmed ? '' : ' (à confirmer)'));
  if (list.seats !== null && list.seats > 0) facts.push(count(list.seats, 'siège', 'sièges'));
  if (list.enteredAs !== 'import') facts.push(words.ENTERED_AS[list.enteredAs]);
  return facts;
}

/** By constituency, in the order given; one group without a name when nothing is divided. */
export function byConstituency(
  lists: readonly Listed[],
): readonly { readonly name: string | null; readonly lists: readonly Listed[] }[] {
  const groups = Map.groupBy(lists, ({ constituency }) => constituency?.code ?? '');
  return [...groups.values()].map((group) => {
    const constituency = group[0]?.constituency ?? null;
    return { name: constituency === null ? null : (constituency.name ?? constituency.code), lists: group };
  });
}
