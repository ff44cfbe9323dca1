/** Whom a collective negotiates with: a list or a council of one of its places, that can promise now. */
import { stateOfList } from '#domain/campaign/candidate-list.ts';
import { phaseOn, type Election } from '#domain/campaign/election.ts';
import { whoSigns, type CannotPromise } from '#domain/campaign/who-signs.ts';
import type { Edition } from '#domain/charter/edition.ts';
import type { Collective } from '#domain/collective/collective.ts';
import type { Term } from '#domain/pact/term.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';

export type NamedCounterpart = { readonly list: number } | { readonly council: PlaceCode };

export type CannotFindCounterpart =
  | CannotPromise
  /** No such list or council among the places of the collective. */
  | { readonly kind: 'counterpart-elsewhere' }
  | { readonly kind: 'term-unknown' };

export type FoundCounterpart = { readonly list: number | null; readonly place: PlaceCode; readonly term: Term };

export async function findCounterpart(
  all: Stores,
  {
    counterpart,
    collective,
    edition,
    now,
  }: {
    readonly counterpart: NamedCounterpart;
    readonly collective: Collective;
    readonly edition: Edition;
    readonly now: Date;
  },
): Promise<Result<FoundCounterpart, CannotFindCounterpart>> {
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
