/**
 * A collective opens a negotiation with a list, or with the council of a commune or a grouping. Nobody is told yet: the
 * collective prepares it, then asks (./ask-counterpart.ts).
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { isForCollective } from '#domain/charter/edition.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { beginNegotiation } from './begin-negotiation.ts';
import { findCounterpart, type CannotFindCounterpart, type NamedCounterpart } from './find-counterpart.ts';
import { firstWords, type CannotStart, type StartFrom } from './first-words.ts';

export type OpenNegotiation = {
  readonly collective: number;
  readonly counterpart: NamedCounterpart;
  readonly edition: string;
  readonly start: StartFrom;
};

export type CannotOpenNegotiation =
  | NotAllowed
  | CannotFindCounterpart
  | CannotStart
  | { readonly kind: 'collective-not-active' }
  | { readonly kind: 'unknown-edition'; readonly edition: string }
  | { readonly kind: 'edition-withdrawn'; readonly edition: string }
  | { readonly kind: 'already-negotiating' };

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
    if (edition === null || !isForCollective(edition, collective.id))
      return refuse({ kind: 'unknown-edition', edition: request.edition });
    if (await all.editions.withdrawn(edition.id)) return refuse({ kind: 'edition-withdrawn', edition: edition.title });
    const found = await findCounterpart(all, { counterpart: request.counterpart, collective, edition, now });
    if (!found.ok) return found;
    const { list, place, term } = found.value;

    const first = await firstWords(all, request.start, { edition, collective: collective.id, place, now });
    if (!first.ok) return first;
    const id = await beginNegotiation(all, {
      negotiation: {
        collective: collective.id,
        list,
        place,
        edition: edition.id,
        term,
        addendumTo: null,
        by: actor.kind === 'person' ? actor.id : actor.kind,
        at: now,
      },
      first: first.value,
      act: 'open-negotiation',
      role: passed.value,
    });
    if (id === null) return refuse({ kind: 'already-negotiating' });
    return accept({ id });
  });
}
