/** What is kept of collectives and their members. Behind it: src/server/storage/collectives.ts and its neighbours. */
import type { Collective } from '#domain/collective/collective.ts';
import type { FoundOnList, Member, MemberRole } from '#domain/collective/membership.ts';
import type { PlaceCode } from '#domain/shared/place.ts';

export type CollectiveStore = {
  /** Of the collectives' charter, as it is now. */
  charterVersion(): Promise<string>;
  found(collective: {
    readonly name: string;
    readonly slug: string;
    readonly description: string;
    readonly charterVersion: string;
    readonly places: readonly PlaceCode[];
    readonly at: Date;
  }): Promise<number>;
  find(id: number): Promise<Collective | null>;
  /** Like `find`; nobody else changes it, its members or its requests before the end of the transaction. */
  lock(id: number): Promise<Collective | null>;
  /** Those of this very place that are not closed, oldest first. */
  of(place: PlaceCode): Promise<readonly Collective[]>;
  describe(
    id: number,
    change: { readonly name: string; readonly slug: string; readonly description: string },
  ): Promise<void>;
  setPlaces(id: number, places: readonly PlaceCode[]): Promise<void>;
  confirm(id: number, confirmed: { readonly at: Date; readonly by: 'national-team' | 'operator' }): Promise<void>;
  close(id: number, closed: { readonly at: Date; readonly reason: string }): Promise<void>;
  sleep(id: number, since: Date): Promise<void>;
  wake(id: number): Promise<void>;
  carry(id: number, carried: { readonly by: number; readonly since: Date }): Promise<void>;
  /** All that are not closed, by number. */
  living(): Promise<readonly number[]>;
  /** Active ones whose last act, by the journal, is before; oldest act first. */
  quietSince(before: Date): Promise<readonly { readonly id: number; readonly lastActAt: Date }[]>;

  /** Dormant ones in which a member acted since, in a negotiation for instance. */
  stirring(): Promise<readonly number[]>;

  /** Coordinators first, then by the day they joined. */
  members(id: number): Promise<readonly Member[]>;
  member(id: number, person: string): Promise<Member | null>;
  addMember(id: number, member: Omit<Member, 'flagged'> & { readonly lists: readonly FoundOnList[] }): Promise<void>;
  setMember(
    id: number,
    person: string,
    change: { readonly role?: MemberRole; readonly name?: string; readonly namePublic?: boolean },
  ): Promise<void>;
  flagMember(
    id: number,
    person: string,
    flag: { readonly lists: readonly FoundOnList[]; readonly at: Date },
  ): Promise<void>;
  saysNamesake(id: number, person: string, at: Date): Promise<void>;
  removeMember(id: number, person: string): Promise<void>;
  /** Members put out since then, by the journal. */
  removedSince(id: number, since: Date): Promise<number>;
  /** Collectives that this person is of, not closed. */
  collectivesOf(person: string): Promise<readonly number[]>;
  /** This person founds nothing else before the end of the transaction. */
  holdFounder(person: string): Promise<void>;
};
