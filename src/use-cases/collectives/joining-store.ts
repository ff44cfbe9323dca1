/** Ways into a collective: invitations and requests to join. Behind it: src/server/storage/collective-joining.ts. */
import type { FoundOnList } from '#domain/collective/membership.ts';

export type Invitation = {
  readonly id: number;
  readonly collective: number;
  /** Null once it is used, taken back or late. */
  readonly email: string | null;
  readonly invitedAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly withdrawnAt: Date | null;
};

export type JoinRequest = {
  readonly id: number;
  readonly person: string;
  readonly name: string;
  readonly message: string;
  readonly lists: readonly FoundOnList[];
  readonly askedAt: Date;
};

export type JoiningStore = {
  /** The token is told once, here. */
  invite(invitation: {
    readonly collective: number;
    readonly email: string;
    readonly by: string;
    readonly at: Date;
    readonly expiresAt: Date;
  }): Promise<{ readonly id: number; readonly token: string }>;
  /** Nobody else uses it before the end of the transaction. */
  lockInvitation(token: string): Promise<Invitation | null>;
  findInvitation(token: string): Promise<Invitation | null>;
  /** Newest first. */
  invitations(collective: number): Promise<readonly Invitation[]>;
  /** Of this collective to this address, capitals aside: neither used, taken back nor late. */
  waitingFor(of: {
    readonly collective: number;
    readonly email: string;
    readonly now: Date;
  }): Promise<Invitation | null>;
  invitedSince(collective: number, since: Date): Promise<number>;
  useInvitation(id: number, at: Date): Promise<void>;
  /** False: that collective has no such invitation waiting. */
  takeBackInvitation(of: { readonly collective: number; readonly id: number; readonly at: Date }): Promise<boolean>;
  /** Erases the addresses of those that are late; says how many. */
  forgetLate(now: Date): Promise<number>;

  /** False: this person already asked and waits. */
  ask(request: {
    readonly collective: number;
    readonly person: string;
    readonly name: string;
    readonly message: string;
    readonly lists: readonly FoundOnList[];
    readonly at: Date;
  }): Promise<boolean>;
  /** Those that wait, oldest first. */
  requests(collective: number): Promise<readonly JoinRequest[]>;
  /** Waiting, of this collective. */
  request(collective: number, id: number): Promise<JoinRequest | null>;
  requestOf(collective: number, person: string): Promise<JoinRequest | null>;
  /** Takes back the invitations that wait for this address, and erases it. */
  forgetInvited(email: string, at: Date): Promise<void>;
  invitedTo(email: string): Promise<readonly { readonly collective: number; readonly at: Date }[]>;
  answer(
    id: number,
    given: { readonly answer: 'accepted' | 'declined' | 'withdrawn'; readonly at: Date },
  ): Promise<void>;
};
