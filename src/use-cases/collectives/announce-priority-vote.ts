/** The collective asks the inhabitants which measures matter here: when, among what, and how many one may choose. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { isForCollective } from '#domain/charter/edition.ts';
import { phaseOf, VOTE_DAYS, type VoteOption } from '#domain/collective/priority-vote.ts';
import { dayAfter, dayIn, endOfDay, isDay } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { byOf, enterCollective, record, type CannotEnterCollective } from './enter-collective.ts';

export type AnnounceVote = {
  readonly collective: number;
  readonly edition: string;
  /** How many measures one may choose at most. */
  readonly choices: number;
  /** Days included, as typed. */
  readonly opensOn: string;
  readonly closesOn: string;
};

export type CannotAnnounceVote =
  | CannotEnterCollective
  | { readonly kind: 'unknown-edition'; readonly edition: string }
  | { readonly kind: 'bad-choices'; readonly most: number }
  | { readonly kind: 'not-a-day'; readonly field: 'opens' | 'closes' }
  | { readonly kind: 'opens-in-the-past' }
  | { readonly kind: 'bad-duration'; readonly least: number; readonly most: number }
  /** One at a time: two votes would be confused. */
  | { readonly kind: 'vote-under-way'; readonly vote: number };

export async function announcePriorityVote(
  stores: Stores,
  actor: Actor,
  request: AnnounceVote,
  now: Date,
): Promise<Result<{ readonly id: number }, CannotAnnounceVote>> {
  return await stores.together<{ id: number }, CannotAnnounceVote>(async (all) => {
    const act = 'announce-priority-vote';
    const entered = await enterCollective(all, actor, { act, collective: request.collective });
    if (!entered.ok) return entered;
    const { collective } = entered.value;
    const edition = await all.editions.find(request.edition);
    if (edition === null || !isForCollective(edition, request.collective))
      return refuse({ kind: 'unknown-edition', edition: request.edition });
    const measures = edition.measures.map(({ number }): VoteOption => ({ kind: 'measure', number }));
    const locals = (await all.priorities.locals(collective.id)).map(({ id, number, text }): VoteOption => ({
      kind: 'local',
      id,
      number,
      text,
    }));
    const options = [...measures, ...locals];
    if (!Number.isInteger(request.choices) || request.choices < 1 || request.choices > options.length)
      return refuse({ kind: 'bad-choices', most: options.length });

    const facts = await Promise.all(collective.places.map((place) => all.places.facts(place)));
    const zone = facts[0]?.zone ?? 'Europe/Paris';
    const days = readDays(request, dayIn(now, zone));
    if (!days.ok) return days;
    const under = (await all.priorities.of(collective.id)).find((vote) =>
      ['planned', 'open'].includes(phaseOf(vote, now)),
    );
    if (under !== undefined) return refuse({ kind: 'vote-under-way', vote: under.id });

    const populations = facts.map((place) => place?.population ?? null);
    const population = populations.includes(null)
      ? null
      : populations.reduce<number>((sum, some) => sum + (some ?? 0), 0);
    const { opensOn, closesOn, choices } = request;
    const id = await all.priorities.announce({
      collective: collective.id,
      edition: edition.id,
      options,
      choices,
      opensOn,
      closesOn,
      zone,
      opensAt: endOfDay(dayAfter(opensOn, -1), zone),
      closesAt: endOfDay(closesOn, zone),
      population: population === 0 ? null : population,
      at: now,
    });
    const says = { vote: id, edition: edition.id, options: options.length, choices, opensOn, closesOn };
    await record(all, entered.value, { act, says, at: now });
    return accept({ id });
  });
}

export type CannotCancelVote = NotAllowed | { readonly kind: 'unknown-vote' };

/** Before it is over. Its ballots are erased. */
export async function cancelPriorityVote(
  stores: Stores,
  actor: Actor,
  request: { readonly collective: number; readonly vote: number },
  now: Date,
): Promise<Result<null, CannotCancelVote>> {
  return await stores.together<null, CannotCancelVote>(async (all) => {
    const vote = await all.priorities.lock(request.vote);
    if (vote === null || vote.collective !== request.collective) return refuse({ kind: 'unknown-vote' });
    const phase = phaseOf(vote, now);
    if (phase === 'cancelled') return refuse({ kind: 'unknown-vote' });
    const state = `vote-${phase}` as const;
    const concerns = { collectives: [vote.collective] };
    const passed = pass(actor, { act: 'cancel-priority-vote', state, concerns });
    if (!passed.ok) return passed;
    await all.priorities.cancel(vote.id, now);
    await all.journal.append({
      at: now,
      act: 'cancel-priority-vote',
      actor: passed.value,
      subject: { kind: 'collective', id: vote.collective },
      says: { by: byOf(actor), vote: vote.id },
    });
    return accept(null);
  });
}

function readDays(
  { opensOn, closesOn }: AnnounceVote,
  today: string,
): Result<null, Extract<CannotAnnounceVote, { kind: 'not-a-day' | 'opens-in-the-past' | 'bad-duration' }>> {
  if (!isDay(opensOn)) return refuse({ kind: 'not-a-day', field: 'opens' });
  if (!isDay(closesOn)) return refuse({ kind: 'not-a-day', field: 'closes' });
  if (opensOn < today) return refuse({ kind: 'opens-in-the-past' });
  if (closesOn < dayAfter(opensOn, VOTE_DAYS.least - 1) || closesOn > dayAfter(opensOn, VOTE_DAYS.most - 1))
    return refuse({ kind: 'bad-duration', ...VOTE_DAYS });
  return accept(null);
}
