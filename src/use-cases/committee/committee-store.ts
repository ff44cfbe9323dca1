/** What is kept of follow-up committees. Behind it: src/server/storage/committees.ts and its neighbours. */
import type { Committee, CommitteeMember, KeptMembership, NewMember } from '#domain/committee/committee.ts';
import type { DecisionState } from '#domain/committee/decision-state.ts';
import type { AgendaItem, Meeting, MeetingWords } from '#domain/committee/meeting.ts';
import type { Minutes } from '#domain/committee/minutes.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { PlaceCode } from '#domain/shared/place.ts';

export type CommitteeStore = {
  /** Null: another one lives at this place with this collective. */
  propose(given: {
    readonly place: PlaceCode;
    readonly collective: number;
    readonly by: Voice;
    readonly words: string;
    readonly at: Date;
  }): Promise<number | null>;
  find(id: number): Promise<Committee | null>;
  /** Nobody else changes it, its members or its meetings before the end of the transaction. */
  lock(id: number): Promise<Committee | null>;
  /** Latest first, closed ones too. */
  of(place: PlaceCode): Promise<readonly Committee[]>;
  accept(id: number, at: Date): Promise<void>;
  close(id: number, closed: { readonly at: Date; readonly by: Voice; readonly reason: string }): Promise<void>;
  /** The place itself, and the municipality that holds it since it merged: their people speak for it. */
  placesFor(place: PlaceCode): Promise<readonly PlaceCode[]>;
  /** Confirmed collectives of these places, by number; those that sleep too. */
  collectivesAt(place: PlaceCode): Promise<readonly { readonly id: number; readonly name: string }[]>;
  /** Whether a pact was published here: without a word given there is nothing to follow. */
  hasPact(place: PlaceCode): Promise<boolean>;
  /** The edition of the latest pact published here; null: there is none. */
  editionHere(place: PlaceCode): Promise<string | null>;
  /** Accounts that give the yes of a side: who coordinates, or holds the town hall. */
  speakers(of: Pick<Committee, 'place' | 'collective'>, voice: Voice): Promise<readonly string[]>;

  /** By number; those who left too. */
  members(committee: number): Promise<readonly CommitteeMember[]>;
  name(member: NewMember): Promise<{ readonly id: number; readonly token: string | null }>;
  /** Through the token of its mail; null: it serves no more. */
  invitation(
    token: string,
  ): Promise<{ readonly committee: number; readonly member: number; readonly expiresAt: Date } | null>;
  /** False: this account sits already, or somebody used the link meanwhile. */
  acceptInvitation(
    member: number,
    by: { readonly person: string; readonly name: string; readonly namePublic: boolean; readonly at: Date },
  ): Promise<boolean>;
  leave(member: number, left: { readonly how: 'left' | 'removed'; readonly at: Date }): Promise<void>;
  /** Addresses of invitations that are over; returns how many were forgotten. */
  forgetLate(now: Date): Promise<number>;
  /** Memberships of an account, and invitations that wait at its address: for its copy of everything. */
  keptAbout(about: { readonly person: string; readonly email: string }): Promise<readonly KeptMembership[]>;
  /** Their seats are left and their name forgotten; so are invitations that wait at the address. */
  erasePerson(about: { readonly person: string; readonly email: string }, at: Date): Promise<void>;
  readonly meetings: MeetingStore;
};

export type MeetingStore = {
  call(committee: number, meeting: MeetingWords & { readonly at: Date }): Promise<{ readonly number: number }>;
  /** By their beginning, latest first. */
  of(committee: number): Promise<readonly Meeting[]>;
  find(committee: number, number: number): Promise<Meeting | null>;
  /** False: somebody changed it since `revision`. */
  change(meeting: number, change: MeetingWords & { readonly revision: number; readonly at: Date }): Promise<boolean>;
  cancel(meeting: number, at: Date): Promise<void>;
  addItem(meeting: number, item: Omit<AgendaItem, 'id'> & { readonly by: string; readonly at: Date }): Promise<number>;
  /** False: it is not on this agenda any more. */
  removeItem(meeting: number, item: number, at: Date): Promise<boolean>;
  /** As revision `revision` + 1; 0: nothing was there. False: somebody wrote since. */
  writeMinutes(
    meeting: number,
    minutes: { readonly revision: number; readonly content: Minutes; readonly by: string; readonly at: Date },
  ): Promise<boolean>;
  sayYes(
    meeting: number,
    yes: { readonly voice: Voice; readonly revision: number; readonly person: string; readonly at: Date },
  ): Promise<void>;
  /** Keeps the decisions apart, under the edition that they speak of. */
  agree(
    meeting: number,
    agreed: { readonly at: Date; readonly content: Minutes; readonly edition: string | null },
  ): Promise<void>;
  /** `decision`: its number in the minutes, from 1. */
  settleDecision(
    meeting: number,
    settled: {
      readonly decision: number;
      readonly state: DecisionState;
      readonly voice: Voice;
      readonly by: string;
      readonly at: Date;
    },
  ): Promise<void>;
};
