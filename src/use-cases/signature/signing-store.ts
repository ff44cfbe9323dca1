/** What the acts of signing need kept and found. Behind it: src/server/signing-store.ts. */
import type { Json } from '#domain/shared/canonical-json.ts';
import type { AgreedText } from '#domain/pact/agreed-text.ts';
import type { Reminder } from '#domain/signature/deadline.ts';
import type { ContestOutcome, Contest, NewSignatory, NewSignature, Signing } from '#domain/signature/signing.ts';
import type { Side } from '#domain/signature/side.ts';
import type { PaperStore } from './paper-store.ts';

export type SigningKey = { readonly code: string } | { readonly id: number };

export type SigningStore = {
  /** Opens it at the first look, until the default deadline. Null: no such text. */
  find(key: SigningKey): Promise<Signing | null>;
  /** Like `find`; nobody else changes it before the end of the transaction. */
  lock(key: SigningKey): Promise<Signing | null>;
  /** Whom a secret link belongs to. */
  byLink(token: string): Promise<{ readonly text: number; readonly signatory: number } | null>;

  /** Null: somebody of that name is already named on that side. */
  name(text: number, signatory: NewSignatory): Promise<number | null>;
  /** A new secret link, told once; those made before still open. */
  makeLink(signatory: number, at: Date): Promise<string>;
  /** When the last link was made; null: none. */
  lastLinkAt(signatory: number): Promise<Date | null>;
  /** The links made so far open nothing any more. */
  dropLinks(signatory: number): Promise<void>;
  keepProof(
    signatory: number,
    asked: { readonly proof: string; readonly name: string; readonly role: string },
  ): Promise<void>;
  sign(signatory: number, signed: NewSignature): Promise<void>;
  decline(signatory: number, declined: { readonly at: Date; readonly reason: string }): Promise<void>;
  contest(
    signatory: number,
    contested: { readonly at: Date; readonly from: Contest['from']; readonly words: string },
  ): Promise<void>;
  /** `upheld` removes the signatory and erases the name, the role and the address. */
  settle(signatory: number, settled: { readonly at: Date; readonly outcome: ContestOutcome }): Promise<void>;
  remove(signatory: number, at: Date): Promise<void>;
  invite(signatory: number, invited: Invited): Promise<void>;
  remind(signatory: number, reminder: Reminder): Promise<void>;

  setDeadline(text: number, deadline: { readonly on: string; readonly at: Date }): Promise<void>;
  askCancel(text: number, asked: { readonly by: Side; readonly at: Date; readonly reason: string }): Promise<void>;
  dropCancel(text: number): Promise<void>;
  cancel(text: number, at: Date): Promise<void>;
  complete(text: number, at: Date): Promise<void>;
  markSealed(text: number, sealed: { readonly at: Date; readonly document: number }): Promise<void>;
  /** Counts a try that failed: the next one waits, from ten seconds to an hour. */
  missSeal(text: number, now: Date): Promise<void>;

  /** Opens every agreed text that nobody looked at yet; then those that wait for signatures, by number. */
  waiting(now: Date): Promise<readonly number[]>;
  /** Expired, and nobody was told yet. */
  expiredUntold(now: Date): Promise<readonly number[]>;
  markExpiredTold(text: number, at: Date): Promise<void>;
  /** Complete, not sealed, and due for a try. */
  toSeal(now: Date): Promise<readonly number[]>;
  /** Erases the addresses of texts that ended before; says of how many signatories. */
  forgetAddresses(before: Date): Promise<number>;

  /** Accounts that speak for a side now: coordinators, representatives of the list, elected officials and agents. */
  speakers(text: AgreedText, side: Side): Promise<readonly string[]>;
  /** Accounts of everybody of a side: members of the collective too. */
  people(text: AgreedText, side: Side): Promise<readonly string[]>;
  nationalTeam(): Promise<readonly string[]>;
  /** The same for one person, whether they come with an account or with a signatory's address. */
  whoIs(one: { readonly person: string } | { readonly email: string }): Promise<string>;
  /** Addresses of signatories to which a mail could not be delivered, by number of signatory. */
  refusedMails(text: number): Promise<ReadonlyMap<number, Date>>;

  /** Everything kept about one person; `who` as `whoIs` gives it. */
  keptAbout(own: OwnSignatures): Promise<Json>;
  /** Erases the addresses and what ties to the account; names of those who signed stay. */
  eraseOf(own: OwnSignatures): Promise<void>;

  readonly papers: PaperStore;
  readonly after: AfterSigningStore;
  /** Hashes of the journal about the text and its signatories, oldest first. */
  events(text: number): Promise<readonly JournalLink[]>;
};

/** `by`: the account that gave the link another address; absent: the address is the same. */
export type Invited = { readonly email: string; readonly on: string; readonly by?: string };

export type OwnSignatures = { readonly person: string; readonly email: string; readonly who: string };

export type JournalLink = {
  readonly sequence: number;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly act: string;
  readonly hash: string;
};

/** What comes after a text is signed. */
export type AfterSigningStore = {
  /** False: that side already did. */
  renounce(
    text: number,
    renounced: { readonly side: Side; readonly on: string; readonly reason: string; readonly at: Date },
  ): Promise<boolean>;
  renunciations(
    text: number,
  ): Promise<readonly { readonly side: Side; readonly on: string; readonly reason: string }[]>;
  /** Texts signed by all that complete or change this one, or one of its addenda; oldest first. */
  addenda(text: number): Promise<readonly Addendum[]>;
  /** The one that is negotiated or waits for signatures; null: none. */
  addendumUnderWay(text: number): Promise<AddendumUnderWay | null>;
  /** The pact shown from this text; null: an addendum, or not sealed yet. */
  pact(text: number): Promise<number | null>;
  report(
    signatory: number,
    report: { readonly words: string; readonly email: string; readonly at: Date },
  ): Promise<number>;
  /** Erases the address of who reported, and returns it. Null: there is none that waits. */
  settleReport(
    text: number,
    report: number,
    settled: { readonly at: Date; readonly outcome: ContestOutcome },
  ): Promise<{ readonly signatory: number; readonly email: string } | null>;
  reports(
    text: number,
  ): Promise<readonly { readonly id: number; readonly signatory: number; readonly words: string; readonly at: Date }[]>;
};

/** `code`: of its text, once frozen. */
export type AddendumUnderWay = { readonly negotiation: number; readonly code: string | null };

export type Addendum = { readonly code: string; readonly completedAt: Date };
