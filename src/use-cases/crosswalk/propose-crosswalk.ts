/**
 * Two charters compared, or a charter and the Sustainable Development Goals: what looks alike waits for somebody to look at it.
 * Nobody but the national team sees it, and nothing is said to be related by it.
 *
 * Charters that are still written are never compared: what is published does not change any more.
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import type { Edition } from '#domain/charter/edition.ts';
import { orderedPair } from '#domain/crosswalk/crosswalk-link.ts';
import type { Goal } from '#domain/crosswalk/goal.ts';
import { promisesOf, type PromiseWords } from '#domain/crosswalk/promise-words.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { suggestGoals } from '#reading/crosswalk/suggest-goals.ts';
import { suggestRelatives } from '#reading/crosswalk/suggest-relatives.ts';
import { byOf } from '../collectives/enter-collective.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import { hashOfPair, hashOfWords } from './compared-words.ts';
import type { NewProposal } from './crosswalk-store.ts';

export type ProposeCrosswalk = Sent & {
  readonly from: string;
  /** `goals`: the Sustainable Development Goals. */
  readonly to: string;
};

export const GOALS = 'goals';

export type CannotPropose =
  NotAllowed | { readonly kind: 'unknown-edition'; readonly edition: string } | { readonly kind: 'same-edition' };

export type Proposed = { readonly added: number; readonly renewed: number; readonly known: number };

/** Under a second for two charters of 76 measures. */
export async function proposeCrosswalk(
  stores: Stores,
  actor: Actor,
  { goals, ...request }: ProposeCrosswalk & { readonly goals: readonly Goal[] },
  now: Date,
): Promise<Result<Proposed, CannotPropose>> {
  const act = 'propose-crosswalk';
  return await sentOnce<Proposed, CannotPropose>(stores, { actor, act, request, now }, async (all) => {
    const passed = pass(actor, { act, state: 'none' });
    if (!passed.ok) return passed;
    if (request.from === request.to) return refuse({ kind: 'same-edition' });
    const from = await all.editions.find(request.from);
    if (from === null) return refuse({ kind: 'unknown-edition', edition: request.from });
    const to = request.to === GOALS ? null : await all.editions.find(request.to);
    if (to === null && request.to !== GOALS) return refuse({ kind: 'unknown-edition', edition: request.to });
    const found = to === null ? towardsGoals(from, goals) : towardsEdition(from, to);
    const carried = await carriedOver(all, { from, to, goals });
    const proposed = await all.crosswalk.propose(withCarried(found, carried), now);
    await all.journal.append({
      at: now,
      act,
      actor: passed.value,
      subject: { kind: 'crosswalk', id: `${request.from} ${request.to}` },
      says: { by: byOf(actor), ...proposed },
    });
    return accept(proposed);
  });
}

/** What was said of the measures that those of either come from, where their words changed: filled in already, to be said again. */
async function carriedOver(
  all: Stores,
  { from, to, goals }: { readonly from: Edition; readonly to: Edition | null; readonly goals: readonly Goal[] },
): Promise<readonly NewProposal[]> {
  const said = [
    ...(await all.crosswalk.saidBefore({ edition: from.id, other: to?.id ?? null })),
    ...(to === null ? [] : await all.crosswalk.saidBefore({ edition: to.id, other: from.id })),
  ];
  const proposals: NewProposal[] = [];
  for (const { of, reason, relation: before, ...link } of said) {
    const { relation, ...pair } = orderedPair(link, before);
    const wordsSha256 = await hashOfPair(all, pair, goals);
    if (wordsSha256 === null) continue;
    const likeness = [{ kind: 'said-before', of, relation, reason } as const];
    proposals.push({ ...pair, likeness, near: null, score: 1, wordsSha256 });
  }
  return proposals;
}

/** A pair once: what people said of it stands before what the reader saw. */
function withCarried(found: readonly NewProposal[], carried: readonly NewProposal[]): readonly NewProposal[] {
  const pairs = new Map(carried.map((proposal) => [pairKey(proposal), proposal]));
  for (const proposal of found) {
    const said = pairs.get(pairKey(proposal));
    const likeness = [...(said?.likeness ?? []), ...proposal.likeness];
    pairs.set(pairKey(proposal), said === undefined ? proposal : { ...proposal, likeness, score: said.score });
  }
  return [...pairs.values()];
}

function pairKey({ from, to }: NewProposal): string {
  return JSON.stringify([from.edition, from.item, to.kind === 'goal' ? to.goal : [to.edition, to.item]]);
}

function towardsEdition(one: Edition, other: Edition): readonly NewProposal[] {
  // Always compared from the same side: whoever asks, the same proposals.
  const [from, to] = one.id < other.id ? [one, other] : [other, one];
  const here = byItem(from);
  const there = byItem(to);
  return suggestRelatives(from, to).flatMap(({ from: item, to: related, score, reasons, near }) => {
    const words = here.get(item);
    const relatedWords = there.get(related);
    if (words === undefined || relatedWords === undefined) return [];
    const pair = orderedPair({
      from: { edition: from.id, item },
      to: { kind: 'promise', edition: to.id, item: related },
    });
    const wordsSha256 = hashOfWords(words, relatedWords);
    return [{ from: pair.from, to: pair.to, score, likeness: reasons, near, wordsSha256 }];
  });
}

function towardsGoals(edition: Edition, goals: readonly Goal[]): readonly NewProposal[] {
  const here = byItem(edition);
  return suggestGoals(edition, goals).flatMap(({ from: item, goal: number, score, reasons }) => {
    const words = here.get(item);
    const goal = goals.find((one) => one.number === number);
    if (words === undefined || goal === undefined) return [];
    const pair = { from: { edition: edition.id, item }, to: { kind: 'goal', goal: number } } as const;
    return [{ ...pair, score, likeness: reasons, near: null, wordsSha256: hashOfWords(words, goal) }];
  });
}

function byItem(edition: Edition): ReadonlyMap<string, PromiseWords> {
  return new Map(promisesOf(edition).map((promise) => [promise.item, promise]));
}
