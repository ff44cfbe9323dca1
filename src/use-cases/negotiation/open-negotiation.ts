/**
 * A collective opens a negotiation with a list, or with the council of a commune or a grouping. Nobody is told yet: the
 * collective prepares it, then asks (./ask-counterpart.ts).
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { stateOfList } from '#domain/campaign/candidate-list.ts';
import { phaseOn, type Election } from '#domain/campaign/election.ts';
import { whoSigns, type CannotPromise } from '#domain/campaign/who-signs.ts';
import type { Collective } from '#domain/collective/collective.ts';
import type { Edition } from '#domain/charter/edition.ts';
import { keyOf } from '#domain/negotiation/item.ts';
import type { Term } from '#domain/pact/term.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { firstWords, type CannotStart, type StartFrom } from './first-words.ts';
import { sayAll } from './say-several.ts';

export type OpenNegotiation = {
  readonly collective: number;
  readonly counterpart: { readonly list: number } | { readonly council: PlaceCode };
  readonly edition: string;
  readonly start: StartFrom;
};

export type CannotOpenNegotiation =
  | NotAllowed
  | CannotPromise
  | CannotStart
  | { readonly kind: 'collective-not-active' }
  | { readonly kind: 'unknown-edition'; readonly edition: string }
  /** No such list or council among the places of the collective. */
  | { readonly kind: 'counterpart-elsewhere' }
  | { readonly kind: 'already-negotiating' }
  | { readonly kind: 'term-unknown' };

export async function openNegotiation(
  stores: Stores,
  actor: Actor,
  request: OpenNegotiation,
  now: Date,
): Promise<Result<{ readonly id: number }, CannotOpenNegotiation>> {
  return await stores.together(async (all): Promise<Result<{ readonly id: number }, CannotOpenNegotiation>> => {
    const concerns = { collectives: [request.collective] };
    const passed = pass(actor, { act: 'open-negotiation', state: 'none', concerns });
    if (!passed.ok) return passed;
    const collective = await all.collectives.lock(request.collective);
    if (collective?.state !== 'active') return refuse({ kind: 'collective-not-active' });
    const edition = await all.editions.find(request.edition);
    if (edition === null) return refuse({ kind: 'unknown-edition', edition: request.edition });
    const found = await findCounterpart(all, { request, collective, edition, now });
    if (!found.ok) return found;
    const { list, place, term } = found.value;

    const first = await firstWords(all, request.start, { edition, collective: collective.id, place, now });
    if (!first.ok) return first;
    const { startingPoint, demands, answers, locals } = first.value;
    const by = actor.kind === 'person' ? actor.id : actor.kind;
    const id = await all.negotiations.open({
      collective: collective.id,
      list,
      place,
      edition: edition.id,
      term,
      startingPoint,
      addendumTo: null,
      by,
      at: now,
    });
    if (id === null) return refuse({ kind: 'already-negotiating' });
    const known = { words: new Map(), locals: [] };
    const speaker = { by, origin: 'start' } as const;
    const asked = await sayAll(all, id, { known, news: demands, by: { ...speaker, side: 'carrier' }, now });
    const answered = await sayAll(all, id, { known, news: answers, by: { ...speaker, side: 'counterpart' }, now });
    for (const { side, position, ...local } of locals) {
      const number = await all.negotiations.addLocal(id, { ...local, side, at: now });
      const item = keyOf({ kind: 'local', number });
      await all.negotiations.say(id, { item, side, version: 1, position, origin: 'start', by, at: now });
    }
    await all.journal.append({
      at: now,
      act: 'open-negotiation',
      actor: passed.value,
      subject: { kind: 'negotiation', id },
      says: {
        by,
        collective: collective.id,
        list,
        place,
        edition: edition.id,
        term,
        startingPoint,
        carrier: asked,
        counterpart: answered,
        locals: locals.map(({ side, text, relatedMeasures }) => ({ side, text, relatedMeasures })),
      },
    });
    return accept({ id });
  });
}

type Counterpart = { readonly list: number | null; readonly place: PlaceCode; readonly term: Term };
type Sought = {
  readonly request: OpenNegotiation;
  readonly collective: Collective;
  readonly edition: Edition;
  readonly now: Date;
};

async function findCounterpart(
  all: Stores,
  { request, collective, edition, now }: Sought,
): Promise<Result<Counterpart, CannotOpenNegotiation>> {
  const { counterpart } = request;
  const list = 'list' in counterpart ? await all.campaign.findList(counterpart.list) : null;
  const place: PlaceCode | null =
    'council' in counterpart
      ? counterpart.council
      : list === null
        ? null
        : { kind: 'municipality', code: list.municipality };
  const known = place === null ? undefined : collective.places.find((held) => samePlace(held, place));
  if (known === undefined) return refuse({ kind: 'counterpart-elsewhere' });
  const facts = await all.places.facts(known);
  if (facts === null) return refuse({ kind: 'counterpart-elsewhere' });
  const today = dayIn(now, facts.zone);
  const elections = await all.campaign.electionsIn(known.kind === 'municipality' ? known.code : '');
  const election = list === null ? latestHeld(elections, today) : elections.find(({ id }) => id === list.election);
  if (election === undefined) return refuse({ kind: 'term-unknown' });
  const signs = whoSigns({
    carriers: edition.carriers,
    place: known.kind,
    promiser: list === null ? { kind: 'council' } : { kind: 'list', state: stateOfList(list) },
    phase: phaseOn(election, today),
  });
  if (!signs.ok) return signs;
  return accept({ list: list?.id ?? null, place: known, term: { from: election.year, to: election.termTo } });
}

/** The election that opened the mandate of today. */
function latestHeld(elections: readonly Election[], today: string): Election | undefined {
  return elections.filter((election) => phaseOn(election, today) === 'after').at(-1);
}

function samePlace(one: PlaceCode, other: PlaceCode): boolean {
  if (one.kind === 'municipality') return other.kind === 'municipality' && one.code === other.code;
  return other.kind === 'grouping' && one.siren === other.siren;
}
