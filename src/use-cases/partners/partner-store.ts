/** What the acts on partners, sheets and national committees need kept. What stands behind is src/server/storage. */
import type { Json } from '#domain/shared/canonical-json.ts';
import type { NationalCommittee, NationalDecision, Seat } from '#domain/partners/national-committee.ts';
import type { Organisation, PartnerDecision, PartnerProof, PartnerVote } from '#domain/partners/organisation.ts';
import type { KeptSheet, SheetSaid } from '#domain/partners/sheet.ts';
import type { Website } from '#domain/partners/website.ts';

export type OrganisationWords = { readonly name: string; readonly website: Website; readonly about: string };

export type Endorsed = {
  readonly id: number;
  readonly organisation: number;
  readonly edition: string;
  readonly measure: number | null;
};

export type PartnerStore = {
  /** Nobody else changes or decides of it before the end of the transaction. */
  lock(id: number): Promise<Organisation | null>;
  /** The one that waits or has joined under this name or at this site, but for `except`. */
  findAlike(words: OrganisationWords, except: number | null): Promise<{ readonly id: number } | null>;
  ask(asked: OrganisationWords & { readonly proof: PartnerProof; readonly at: Date }): Promise<number>;
  /** The words before are kept. */
  change(id: number, to: OrganisationWords & { readonly proof: PartnerProof; readonly at: Date }): Promise<void>;
  /** Whoever voted votes again; what they said stays in the journal. */
  dropVotes(on: number): Promise<void>;
  decide(id: number, state: 'partner-accepted' | 'partner-refused', decision: PartnerDecision): Promise<void>;
  end(
    id: number,
    ended: { readonly at: Date; readonly reason: string; readonly as: 'partner' | 'national-team' },
  ): Promise<void>;

  /** False: they speak for it already. */
  addRepresentative(
    of: number,
    representative: {
      readonly person: string;
      readonly quality: string;
      readonly shownName: string | null;
      readonly at: Date;
    },
  ): Promise<boolean>;
  /** Of today, by number. */
  representatives(of: number): Promise<readonly { readonly id: number; readonly person: string | null }[]>;
  /**
   * Accounts of those who sit in the steering committee today and may vote on it: who speaks or ever spoke for it, or sits for it,
   * may not.
   */
  votersOn(of: number): Promise<readonly string[]>;
  endRepresentative(id: number, at: Date): Promise<void>;
  showRepresentative(id: number, shownName: string | null): Promise<void>;

  /** The seat this person holds in it today; null: none. */
  seatOf(committee: NationalCommittee, person: string): Promise<Seat | null>;
  lockSeat(id: number): Promise<Seat | null>;
  /** Null: they sit in it already. */
  name(
    member: Omit<Seat, 'id' | 'until'> & {
      readonly person: string;
      readonly quality: string;
      readonly organisationName: string;
      readonly at: Date;
    },
  ): Promise<number | null>;
  endSeat(id: number, on: string): Promise<void>;
  showSeat(id: number, shownName: string | null): Promise<void>;
  rules(committee: NationalCommittee): Promise<readonly { readonly since: string; readonly votesNeeded: number }[]>;
  /** False: one was said for this very day. */
  addRule(rule: {
    readonly committee: NationalCommittee;
    readonly since: string;
    readonly votesNeeded: number;
    readonly at: Date;
  }): Promise<boolean>;

  /** One seat, one vote; said again before the decision, it takes the place of the first. */
  vote(
    of: number,
    vote: { readonly seat: number; readonly vote: PartnerVote; readonly reason: string; readonly at: Date },
  ): Promise<void>;
  votes(of: number): Promise<readonly PartnerVote[]>;

  recordDecision(decision: NationalDecision, at: Date): Promise<number>;
  lockDecision(id: number): Promise<(NationalDecision & { readonly version: number }) | null>;
  correctDecision(
    id: number,
    decision: NationalDecision,
    correction: { readonly reason: string; readonly at: Date },
  ): Promise<void>;

  /** Null: it supports it already. */
  endorse(endorsed: Omit<Endorsed, 'id'>, at: Date): Promise<number | null>;
  lockEndorsement(id: number): Promise<(Endorsed & { readonly withdrawnAt: Date | null }) | null>;
  withdrawEndorsement(id: number, reason: string, at: Date): Promise<void>;

  lockSheet(id: number): Promise<KeptSheet | null>;
  /** Null: this one was rewritten for that measure already. */
  writeSheet(
    sheet: Pick<KeptSheet, 'edition' | 'measure' | 'organisation'> & { readonly carriedFrom: number | null },
    said: SheetSaid,
  ): Promise<number | null>;
  rewriteSheet(id: number, said: SheetSaid): Promise<void>;
  /** Does that measure come from the one it was written for, through however many editions? */
  comesFrom(sheet: number, to: { readonly edition: string; readonly measure: number }): Promise<boolean>;
  confirmSheet(sheet: KeptSheet, to: { readonly edition: string; readonly measure: number }, at: Date): Promise<void>;
  withdrawSheet(id: number, reason: string, at: Date): Promise<void>;

  /** With no name any more: rows stay, whom they named is forgotten. */
  forgetPerson(person: string, at: Date): Promise<void>;
  keptAbout(person: string): Promise<Json>;
};
