/**
 * Who sits in a follow-up committee. Each side names its own people, either names residents and associations; a name alone
 * is enough, an address invites. Somebody who leaves stays in what was said, and sees nothing more.
 */
import { pass, type Actor } from '#domain/access/gate.ts';
import { COMMITTEE_LENGTHS, isPublicByMandate, isQuality, mayName, MOST_MEMBERS } from '#domain/committee/committee.ts';
import { readEmail } from '#domain/shared/email.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { barredBy, foundOnLists, type HoldsSuchARole } from '../collectives/conflict-of-interest.ts';
import { readText, type BadText } from '../collectives/enter-collective.ts';
import type { Stores } from '../stores.ts';
import { enterCommittee, recordInCommittee, type CannotEnterCommittee } from './enter-committee.ts';

export const SEAT_INVITATION_DAYS = 30;
const DAY = 86_400_000;

type AboutCommittee = { readonly committee: number; readonly place: PlaceCode };

export type CannotNameMember =
  | CannotEnterCommittee
  | BadText
  | { readonly kind: 'no-quality' }
  /** A side names its own people, not those of the other. */
  | { readonly kind: 'named-by-other-side' }
  /** The name stands on a list of the place: not for the collective. */
  | { readonly kind: 'named-on-a-list'; readonly list: string }
  | { readonly kind: 'not-an-email' }
  | { readonly kind: 'sits-already' }
  | { readonly kind: 'too-many-members'; readonly most: number };

export type MemberTyped = {
  readonly quality: unknown;
  readonly name: string;
  readonly organisation: string;
  /** '' : nobody is written to. */
  readonly email: string;
};

export async function nameCommitteeMember(
  stores: Stores,
  actor: Actor,
  request: AboutCommittee & MemberTyped,
  now: Date,
): Promise<Result<{ readonly id: number }, CannotNameMember>> {
  return await stores.together<{ id: number }, CannotNameMember>(async (all) => {
    const entered = await enterCommittee(all, actor, { act: 'name-committee-member', ...request });
    if (!entered.ok) return entered;
    const { committee, voice, placeName } = entered.value;
    const { quality } = request;
    if (!isQuality(quality)) return refuse({ kind: 'no-quality' });
    if (voice === null || !mayName(voice, quality)) return refuse({ kind: 'named-by-other-side' });
    const name = readText(request.name, { field: 'name', most: COMMITTEE_LENGTHS.name });
    if (!name.ok) return name;
    const most = COMMITTEE_LENGTHS.organisation;
    const organisation = readText(request.organisation, { field: 'organisation', most, optional: true });
    if (!organisation.ok) return organisation;
    const email = request.email.trim() === '' ? null : readEmail(request.email);
    if (email === null && request.email.trim() !== '') return refuse({ kind: 'not-an-email' });
    if (quality === 'collective') {
      const places = await all.committees.placesFor(committee.place);
      const [found] = await foundOnLists(all, { name: name.value, places, now });
      if (found !== undefined) return refuse({ kind: 'named-on-a-list', list: found.name });
    }
    const sitting = (await all.committees.members(committee.id)).filter(({ left }) => left === null);
    if (sitting.length >= MOST_MEMBERS) return refuse({ kind: 'too-many-members', most: MOST_MEMBERS });
    const same = (one: string) => one.trim().toLowerCase() === name.value.toLowerCase();
    if (sitting.some((member) => member.quality === quality && same(member.name)))
      return refuse({ kind: 'sits-already' });

    const { id, token } = await all.committees.name({
      committee: committee.id,
      quality,
      namedBy: voice,
      name: name.value,
      organisation: organisation.value,
      namePublic: isPublicByMandate(quality),
      invite: email === null ? null : { email, expiresAt: new Date(now.getTime() + SEAT_INVITATION_DAYS * DAY) },
      at: now,
    });
    if (email !== null && token !== null) {
      const path = `/comites/invitation/${token}`;
      const days = SEAT_INVITATION_DAYS;
      const content = {
        kind: 'committee-invited',
        by: voice,
        place: placeName,
        placeKind: committee.place.kind,
        path,
        days,
      } as const;
      await all.mail.queue({ to: email, content, at: now });
    }
    const says = { member: id, quality, invited: email !== null };
    await recordInCommittee(all, entered.value, { act: 'name-committee-member', says, at: now });
    return accept({ id });
  });
}

export type CannotTakeSeat =
  | CannotEnterCommittee
  | BadText
  | HoldsSuchARole
  | { readonly kind: 'unknown-seat' }
  | { readonly kind: 'late-seat' }
  | { readonly kind: 'sits-already' };

/** Whoever holds the link of the mail, signed in. For the collective: nobody who is elected here, or on a list. */
export async function takeSeat(
  stores: Stores,
  actor: Actor,
  request: { readonly token: string; readonly name: string; readonly namePublic: boolean },
  now: Date,
): Promise<Result<{ readonly committee: number; readonly place: PlaceCode }, CannotTakeSeat>> {
  return await stores.together<{ committee: number; place: PlaceCode }, CannotTakeSeat>(async (all) => {
    const invitation = await all.committees.invitation(request.token);
    if (invitation === null) return refuse({ kind: 'unknown-seat' });
    if (invitation.expiresAt <= now) return refuse({ kind: 'late-seat' });
    const committee = await all.committees.lock(invitation.committee);
    if (committee === null) return refuse({ kind: 'unknown-seat' });
    const passed = pass(actor, { act: 'answer-committee-invitation', state: committee.state });
    if (!passed.ok) return passed;
    const seat = (await all.committees.members(committee.id)).find(({ id }) => id === invitation.member);
    if (seat === undefined || actor.kind !== 'person') return refuse({ kind: 'unknown-seat' });
    const places = await all.committees.placesFor(committee.place);
    const barred = seat.quality === 'collective' ? barredBy(actor, { declaration: 'neither', places }) : null;
    if (barred !== null) return refuse(barred);
    const name = readText(request.name, { field: 'name', most: COMMITTEE_LENGTHS.name });
    if (!name.ok) return name;
    const taken = await all.committees.acceptInvitation(seat.id, {
      person: actor.id,
      name: name.value,
      namePublic: request.namePublic || isPublicByMandate(seat.quality),
      at: now,
    });
    if (!taken) return refuse({ kind: 'sits-already' });
    const entered = { committee, role: passed.value, by: actor.id };
    await recordInCommittee(all, entered, {
      act: 'answer-committee-invitation',
      says: { member: seat.id },
      at: now,
    });
    return accept({ committee: committee.id, place: committee.place });
  });
}

export type CannotEndSeat =
  CannotEnterCommittee | { readonly kind: 'unknown-seat' } | { readonly kind: 'named-by-other-side' };

/** By the side that named them: nobody empties the seats of the other. */
export async function removeCommitteeMember(
  stores: Stores,
  actor: Actor,
  request: AboutCommittee & { readonly member: number },
  now: Date,
): Promise<Result<null, CannotEndSeat>> {
  return await stores.together<null, CannotEndSeat>(async (all) => {
    const entered = await enterCommittee(all, actor, { act: 'remove-committee-member', ...request });
    if (!entered.ok) return entered;
    const { committee, voice } = entered.value;
    const seat = (await all.committees.members(committee.id)).find(({ id }) => id === request.member);
    if (seat === undefined || seat.left !== null) return refuse({ kind: 'unknown-seat' });
    if (seat.namedBy !== voice) return refuse({ kind: 'named-by-other-side' });
    await all.committees.leave(seat.id, { how: 'removed', at: now });
    const says = { member: seat.id };
    await recordInCommittee(all, entered.value, { act: 'remove-committee-member', says, at: now });
    return accept(null);
  });
}

export async function leaveCommittee(
  stores: Stores,
  actor: Actor,
  request: AboutCommittee,
  now: Date,
): Promise<Result<null, CannotEndSeat>> {
  return await stores.together<null, CannotEndSeat>(async (all) => {
    const entered = await enterCommittee(all, actor, { act: 'leave-committee', ...request });
    if (!entered.ok) return entered;
    const { member } = entered.value;
    if (member === null) return refuse({ kind: 'unknown-seat' });
    await all.committees.leave(member, { how: 'left', at: now });
    await recordInCommittee(all, entered.value, { act: 'leave-committee', says: { member }, at: now });
    return accept(null);
  });
}
