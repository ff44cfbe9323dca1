/** Deadlines of places, and who asked to be reminded of them. Behind it: src/server/deadline-store.ts. */
import type { Deadline } from '#domain/deadlines/deadline.ts';
import type { ReminderStage, Told } from '#domain/deadlines/reminders.ts';
import type { PlaceCode } from '#domain/shared/place.ts';

export type DeadlineStore = {
  /** Everything public at the place, soonest first, what is over too. */
  of(place: PlaceCode): Promise<readonly Deadline[]>;
  /** False: this address follows them already. */
  follow(follower: { readonly place: PlaceCode; readonly email: string; readonly at: Date }): Promise<boolean>;
  /** Null: the link serves no more. */
  find(stop: string): Promise<{ readonly place: PlaceCode } | null>;
  /** Forgets the address and what it was told. Null: the link served already. */
  leave(stop: string): Promise<{ readonly place: PlaceCode } | null>;
  /** Places that somebody follows. */
  placesFollowed(): Promise<readonly PlaceCode[]>;
  followers(place: PlaceCode): Promise<readonly number[]>;
  /** Nobody else reminds them before the end of the transaction. Null: they left. */
  lock(follower: number): Promise<Follower | null>;
  /** False: they were told this very thing. */
  told(
    follower: number,
    what: { readonly key: string; readonly on: string; readonly stage: ReminderStage; readonly at: Date },
  ): Promise<boolean>;
  /** What an address follows, for the copy of everything. */
  keptAbout(email: string): Promise<readonly { readonly place: string; readonly since: Date }[]>;
  eraseOf(email: string): Promise<void>;
};

export type Follower = {
  readonly email: string;
  readonly stop: string;
  /** In the order of telling. */
  readonly told: readonly Told[];
};
