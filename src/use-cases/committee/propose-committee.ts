/**
 * One side proposes a follow-up committee, the other accepts it; either ends it, and says why to everybody. It follows a
 * word that was given: without a pact at the place there is none.
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { COMMITTEE_LENGTHS, otherVoice } from '#domain/committee/committee.ts';
import { concernsOf, speakingVoice } from '#domain/committee/speaking-voice.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { byOf, readText, type BadText } from '../collectives/enter-collective.ts';
import type { Stores } from '../stores.ts';
import { committeePath, enterCommittee, recordInCommittee, type CannotEnterCommittee } from './enter-committee.ts';
import { tellSide } from './tell-committee.ts';

export type CannotPropose =
  | NotAllowed
  | BadText
  | { readonly kind: 'unknown-place' }
  | { readonly kind: 'no-pact-here' }
  /** The town hall says with which of several; null: there is none to sit with. */
  | { readonly kind: 'no-collective-here' }
  | { readonly kind: 'committee-there'; readonly id: number };

/** `collective`: with which one; null: the only one of the place. */
export async function proposeCommittee(
  stores: Stores,
  actor: Actor,
  request: { readonly place: PlaceCode; readonly collective: number | null; readonly words: string },
  now: Date,
): Promise<Result<{ readonly id: number }, CannotPropose>> {
  return await stores.together<{ id: number }, CannotPropose>(async (all) => {
    const { place } = request;
    const facts = await all.places.facts(place);
    if (facts === null) return refuse({ kind: 'unknown-place' });
    const collectives = await all.committees.collectivesAt(place);
    const places = await all.committees.placesFor(place);
    const here = { collectives: collectives.map(({ id }) => id), places };
    const voice = actor.kind === 'person' ? speakingVoice(actor, here) : null;
    const chosen = collectives.find(({ id }) => id === request.collective) ?? onlyOf(collectives);
    const concerned = { collectives: chosen === null ? [] : [chosen.id], places };
    const concerns = voice === null ? {} : concernsOf(voice, concerned);
    const passed = pass(actor, { act: 'propose-committee', state: 'none', concerns });
    if (!passed.ok) return passed;
    if (voice === null) return refuse({ kind: 'not-allowed', act: 'propose-committee' });
    if (!(await all.committees.hasPact(place))) return refuse({ kind: 'no-pact-here' });
    if (chosen === null) return refuse({ kind: 'no-collective-here' });
    const words = readText(request.words, { field: 'words', most: COMMITTEE_LENGTHS.words, optional: true });
    if (!words.ok) return words;

    const proposal = { place, collective: chosen.id, by: voice, words: words.value, at: now };
    const id = await all.committees.propose(proposal);
    if (id === null) {
      const there = (await all.committees.of(place)).find(
        ({ state, collective }) => state !== 'closed' && collective === chosen.id,
      );
      return refuse({ kind: 'committee-there', id: there?.id ?? 0 });
    }
    const committee = { place, collective: chosen.id };
    const content = {
      kind: 'committee-proposed',
      by: voice,
      place: facts.name,
      placeKind: place.kind,
      path: committeePath(place),
    } as const;
    await tellSide(all, { committee, voice: otherVoice(voice), content, at: now });
    await all.journal.append({
      at: now,
      act: 'propose-committee',
      actor: passed.value,
      subject: { kind: 'committee', id },
      says: { by: byOf(actor), voice, collective: chosen.id },
    });
    return accept({ id });
  });
}

type AboutCommittee = { readonly committee: number; readonly place: PlaceCode };

export type CannotAccept =
  | CannotEnterCommittee
  /** Nobody answers their own proposal. */
  | { readonly kind: 'own-proposal' };

export async function acceptCommittee(
  stores: Stores,
  actor: Actor,
  request: AboutCommittee,
  now: Date,
): Promise<Result<null, CannotAccept>> {
  return await stores.together<null, CannotAccept>(async (all) => {
    const entered = await enterCommittee(all, actor, { act: 'accept-committee', ...request });
    if (!entered.ok) return entered;
    const { committee, voice, placeName } = entered.value;
    if (voice === committee.proposed.by) return refuse({ kind: 'own-proposal' });
    await all.committees.accept(committee.id, now);
    const content = {
      kind: 'committee-accepted',
      place: placeName,
      placeKind: committee.place.kind,
      path: committeePath(committee.place),
    } as const;
    await tellSide(all, { committee, voice: committee.proposed.by, content, at: now });
    await recordInCommittee(all, entered.value, { act: 'accept-committee', at: now });
    return accept(null);
  });
}

export async function closeCommittee(
  stores: Stores,
  actor: Actor,
  request: AboutCommittee & { readonly reason: string },
  now: Date,
): Promise<Result<null, CannotEnterCommittee | BadText>> {
  return await stores.together<null, CannotEnterCommittee | BadText>(async (all) => {
    const entered = await enterCommittee(all, actor, { act: 'close-committee', ...request });
    if (!entered.ok) return entered;
    const { committee, voice, placeName } = entered.value;
    if (voice === null) return refuse({ kind: 'not-allowed', act: 'close-committee' });
    const reason = readText(request.reason, { field: 'reason', most: COMMITTEE_LENGTHS.reason });
    if (!reason.ok) return reason;
    await all.committees.close(committee.id, { at: now, by: voice, reason: reason.value });
    const path = committeePath(committee.place);
    const content = {
      kind: 'committee-closed',
      by: voice,
      place: placeName,
      placeKind: committee.place.kind,
      reason: reason.value,
      path,
    } as const;
    await tellSide(all, { committee, voice: otherVoice(voice), content, at: now });
    await recordInCommittee(all, entered.value, { act: 'close-committee', says: { voice }, at: now });
    return accept(null);
  });
}

function onlyOf<Value>(all: readonly Value[]): Value | null {
  const [only] = all;
  return only === undefined || all.length > 1 ? null : only;
}
