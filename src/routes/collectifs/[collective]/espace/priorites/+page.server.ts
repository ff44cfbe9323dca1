import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { phaseOf, ranksOf } from '#domain/collective/priority-vote.ts';
import type { Edition } from '#domain/charter/edition.ts';
import { editionById, editionsOffered } from '#server/charters.ts';
import { sendingIn } from '#server/http/sending.ts';
import { formText } from '#server/http/form-text.ts';
import { numbersTyped } from '#ui/collectives/numbers-typed.ts';
import { measuresToPick } from '#ui/collectives/measures-to-pick.ts';
import { priorityTitle } from '#ui/collectives/priority-title.ts';
import { sayCollectiveRefusal, statusOf, type CollectiveRefusal } from '#ui/messages/collectives/refusals.fr.ts';
import { NOT_NUMBERS, UNKNOWN_LOCAL_NUMBER } from '#ui/messages/collectives/space.fr.ts';
import { announcePriorityVote, cancelPriorityVote } from '#use-cases/collectives/announce-priority-vote.ts';
import { choosePriorities } from '#use-cases/collectives/choose-priorities.ts';
import { withdrawLocalMeasure, writeLocalMeasure } from '#use-cases/collectives/write-local-measure.ts';
import { actInSpace, enterSpace } from '../enter.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

export const load: PageServerLoad = async (event) => {
  const { stores, id, space } = await enterSpace(event);
  const now = new Date();
  const [locals, votes, priorities] = await Promise.all([
    stores.priorities.locals(id),
    stores.priorities.of(id),
    stores.priorities.priorities(id),
  ]);
  const ballots = await Promise.all(votes.map(async (vote) => await stores.priorities.ballotCount(vote.id)));
  const measures = priorities.flatMap((priority) => (priority.kind === 'measure' ? [priority.measure] : []));
  const chosenLocals = priorities.flatMap((priority) =>
    priority.kind === 'local' ? (locals.find((local) => local.id === priority.localMeasure)?.number ?? []) : [],
  );
  const latest = votes.find(({ result }) => result !== null);
  // Those that a collective carries first, the latest of them before those of past campaigns.
  const editions = editionsOffered([id]).toSorted((one, other) => rankOf(one) - rankOf(other) || other.year - one.year);
  return {
    space,
    saved: event.url.searchParams.has('fait'),
    editions: editions.map((edition) => ({ id: edition.id, title: editionName(edition) })),
    measures: editions.map(measuresToPick),
    edition: priorities[0]?.edition ?? votes[0]?.edition ?? editions[0]?.id ?? '',
    locals,
    votes: votes.map(({ id: number, opensOn, closesOn, ...vote }, place) => ({
      id: number,
      opensOn,
      closesOn,
      phase: phaseOf(vote, now),
      ballots: ballots[place] ?? 0,
    })),
    chosen: { measures: measures.join(', '), locals: chosenLocals.join(', ') },
    advised:
      latest === undefined || latest.result === null
        ? []
        : ranksOf(latest.result)
            .filter(({ ballots: cast }) => cast > 0)
            .slice(0, 12)
            .map((row) => ({ ...row, text: titleOf(row.option, latest) })),
  };
};

export const actions: Actions = {
  local: async (event) => {
    const { stores, person, id } = await actInSpace(event);
    const form = await event.request.formData();
    const typed = {
      text: formText(form, 'text', 10_000),
      related: formText(form, 'related', 300),
      edition: formText(form, 'edition', 80),
    };
    const relatedMeasures = numbersTyped(typed.related);
    if (relatedMeasures === null) return fail(400, { where: 'local', field: 'related', typed, problem: NOT_NUMBERS });
    const { text, edition } = typed;
    const request = { collective: id, edition, text, relatedMeasures, sending: sendingIn(form) };
    const written = await writeLocalMeasure(stores, person, request, new Date());
    return written.ok
      ? redirect(303, `${event.url.pathname}?fait`)
      : refused(written.refusal, { where: 'local', field: 'text', typed });
  },
  'withdraw-local': async (event) => {
    const { stores, person, id } = await actInSpace(event);
    const measure = Number((await event.request.formData()).get('id'));
    const withdrawn = await withdrawLocalMeasure(stores, person, { collective: id, id: measure || 0 }, new Date());
    return withdrawn.ok
      ? redirect(303, `${event.url.pathname}?fait`)
      : refused(withdrawn.refusal, { where: 'local', field: 'text', typed: null });
  },
  vote: async (event) => {
    const { stores, person, id } = await actInSpace(event);
    const form = await event.request.formData();
    const typed = {
      edition: formText(form, 'edition', 80),
      choices: formText(form, 'choices', 4),
      opensOn: formText(form, 'opens', 10),
      closesOn: formText(form, 'closes', 10),
    };
    const vote = { ...typed, collective: id, choices: Number(typed.choices) };
    const announced = await announcePriorityVote(stores, person, vote, new Date());
    return announced.ok
      ? redirect(303, `${event.url.pathname}?fait`)
      : refused(announced.refusal, { where: 'vote', field: FIELDS[announced.refusal.kind] ?? 'opens', typed });
  },
  'cancel-vote': async (event) => {
    const { stores, person, id } = await actInSpace(event);
    const vote = Number((await event.request.formData()).get('vote')) || 0;
    const cancelled = await cancelPriorityVote(stores, person, { collective: id, vote }, new Date());
    return cancelled.ok
      ? redirect(303, `${event.url.pathname}?fait`)
      : refused(cancelled.refusal, { where: 'vote', field: 'opens', typed: null });
  },
  choose: async (event) => {
    const { stores, person, id } = await actInSpace(event);
    const form = await event.request.formData();
    const typed = {
      edition: formText(form, 'edition', 80),
      measures: formText(form, 'measures', 500),
      locals: formText(form, 'locals', 500),
    };
    const [measures, numbers] = [numbersTyped(typed.measures), numbersTyped(typed.locals)];
    const bad = measures === null ? 'measures' : numbers === null ? 'locals' : null;
    if (measures === null || numbers === null)
      return fail(400, { where: 'choose', field: bad ?? 'measures', typed, problem: NOT_NUMBERS });
    const there = await stores.priorities.locals(id);
    const locals = numbers.map((number) => there.find((local) => local.number === number)?.id);
    if (locals.includes(undefined))
      return fail(400, { where: 'choose', field: 'locals', typed, problem: UNKNOWN_LOCAL_NUMBER });
    const request = {
      collective: id,
      edition: typed.edition,
      measures,
      locals: locals.filter((local) => local !== undefined),
    };
    const chosen = await choosePriorities(stores, person, request, new Date());
    return chosen.ok
      ? redirect(303, `${event.url.pathname}?fait`)
      : refused(chosen.refusal, { where: 'choose', field: 'measures', typed });
  },
};

function rankOf({ carriers }: Edition): number {
  return carriers.kind === 'collective-and-list' ? 0 : 1;
}

const FIELDS: Readonly<Record<string, string>> = { 'bad-choices': 'choices', 'bad-duration': 'closes' };

function refused<Typed>(refusal: CollectiveRefusal, about: { where: string; field: string; typed: Typed }) {
  if (refusal.kind === 'unknown-collective' || refusal.kind === 'unknown-vote') error(404);
  return fail(statusOf(refusal), { ...about, problem: sayCollectiveRefusal(refusal) });
}

function titleOf(
  option: string,
  vote: {
    readonly edition: string;
    readonly options: readonly { kind: string; number: number; id?: number; text?: string }[];
  },
): string {
  if (option.startsWith('m')) {
    const edition = editionById(vote.edition);
    return priorityTitle(edition, Number(option.slice(1)));
  }
  return vote.options.find(({ id }) => `l${String(id)}` === option)?.text ?? option;
}
