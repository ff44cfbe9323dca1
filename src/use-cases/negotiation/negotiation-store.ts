/** What the acts on negotiations need kept and found. Behind it: src/server/storage/negotiations.ts and its neighbours. */
import type { ProposedLocal } from '#domain/negotiation/agreed-content.ts';
import type { ItemKey } from '#domain/negotiation/item.ts';
import type { Position } from '#domain/negotiation/position.ts';
import type { NegotiationState } from '#domain/negotiation/progress.ts';
import type { Saying } from '#domain/negotiation/said.ts';
import type { StartingPoint } from '#domain/negotiation/starting-point.ts';
import type { Pact } from '#domain/pact/pact.ts';
import type { Term } from '#domain/pact/term.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import type { Side } from '#domain/signature/side.ts';
import type { PlaceCode } from '#domain/shared/place.ts';

export type StoredNegotiation = {
  readonly id: number;
  readonly collective: { readonly id: number; readonly name: string; readonly slug: string };
  readonly counterpart: StoredCounterpart;
  readonly place: PlaceCode & { readonly name: string; readonly slug: string };
  /** Of the place; '' for a grouping over several. What its days are counted by. */
  readonly departmentCode: string;
  readonly edition: string;
  readonly term: Term;
  readonly state: NegotiationState;
  readonly startingPoint: StartingPoint;
  readonly openedAt: Date;
  readonly askedAt: Date | null;
  /** The last time that the counterpart was written to. */
  readonly toldAt: Date | null;
  readonly startedAt: Date | null;
  /** Somebody of the counterpart came themselves: nobody speaks for it any more. */
  readonly joinedAt: Date | null;
  readonly declined: { readonly at: Date; readonly reason: string } | null;
  readonly ended: { readonly at: Date; readonly side: Side; readonly reason: string } | null;
  readonly frozenAt: Date | null;
  /** Code of the agreed text that the one negotiated here completes or changes. */
  readonly addendumTo: { readonly id: number; readonly code: string; readonly sha256: string } | null;
  /** Grows with every change. */
  readonly revision: number;
};

export type StoredCounterpart =
  | {
      readonly kind: 'list';
      readonly list: number;
      readonly name: string;
      readonly leader: string | null;
      readonly election: string;
    }
  | { readonly kind: 'council'; readonly name: string };

export type NewNegotiation = {
  readonly collective: number;
  /** Null: the council of the place. */
  readonly list: number | null;
  readonly place: PlaceCode;
  readonly edition: string;
  readonly term: Term;
  readonly startingPoint: StartingPoint;
  readonly addendumTo: number | null;
  readonly by: string;
  readonly at: Date;
};

/** `own`: the side itself. `reported`: said to the collective, which wrote it down. `start`: the negotiation began with it. */
export type Origin = 'own' | 'reported' | 'start';

export type StoredSaying = Saying & {
  readonly origin: Origin;
  readonly by: string;
  readonly at: Date;
  /** Its words were hidden by the national team: what stands in their place. `position` is then without them. */
  readonly hidden: { readonly at: Date; readonly notice: string } | null;
};

export type NewSaying = {
  readonly item: ItemKey;
  readonly side: Side;
  readonly version: number;
  readonly position: Position | null;
  readonly origin: Origin;
  readonly by: string;
  readonly at: Date;
};

export type StoredLocal = ProposedLocal & { readonly side: Side; readonly localMeasure: number | null };

export type StoredRound = {
  readonly number: number;
  readonly side: Side;
  readonly words: string | null;
  readonly answers: number;
  readonly sentAt: Date;
};

export type StoredComment = {
  readonly id: number;
  readonly measure: number | null;
  readonly side: Side;
  /** '' once hidden. */
  readonly text: string;
  readonly at: Date;
  readonly hidden: { readonly at: Date; readonly notice: string } | null;
};

/** Worth something for the text of this very fingerprint, for no other. */
export type StoredYes = {
  readonly side: Side;
  readonly fingerprint: string;
  readonly origin: 'own' | 'reported';
  readonly at: Date;
};

export type ReportTarget = { readonly saying: number } | { readonly comment: number };

export type StoredReport = {
  readonly id: number;
  readonly negotiation: number;
  readonly target: ReportTarget;
  /** What was said, and by which side; the words as they stand in the tables. */
  readonly side: Side;
  readonly words: readonly string[];
  readonly reason: string;
  readonly reportedAt: Date;
  readonly settled: { readonly at: Date; readonly outcome: 'hidden' | 'kept'; readonly notice: string | null } | null;
};

export type StageChange =
  | { readonly to: 'asked'; readonly at: Date }
  | { readonly to: 'under-way'; readonly at: Date }
  | { readonly to: 'declined'; readonly at: Date; readonly reason: string }
  | { readonly to: 'ended'; readonly at: Date; readonly side: Side; readonly reason: string }
  | { readonly to: 'frozen'; readonly at: Date };

export type NegotiationStore = {
  /** Null: these two already negotiate against this edition. */
  open(negotiation: NewNegotiation): Promise<number | null>;
  find(id: number): Promise<StoredNegotiation | null>;
  /** Like `find`; nobody else changes it before the end of the transaction. */
  lock(id: number): Promise<StoredNegotiation | null>;
  /** Of these collectives, lists and places; latest change first. */
  of(concerned: {
    readonly collectives: readonly number[];
    readonly lists: readonly number[];
    readonly places: readonly PlaceCode[];
  }): Promise<readonly StoredNegotiation[]>;
  change(id: number, change: StageChange): Promise<void>;
  /** Back to under way after its text was frozen. False: these two opened another meanwhile. */
  reopen(id: number): Promise<boolean>;
  /** The counterpart was written to. */
  told(id: number, at: Date): Promise<void>;
  /** Somebody of the counterpart came; the first time counts. */
  joined(id: number, at: Date): Promise<void>;

  /** The last words of each side on each item. */
  lastSayings(id: number): Promise<readonly StoredSaying[]>;
  /** Every version on these items, oldest first. */
  sayingsOn(id: number, items: readonly ItemKey[]): Promise<readonly StoredSaying[]>;
  /** Positions and comments that this person wrote, oldest first, for their copy. */
  saidByPerson(person: string): Promise<Json>;
  /** False when that version was there already: somebody of the same side wrote it first. Nothing is overwritten. */
  say(id: number, saying: NewSaying): Promise<boolean>;

  locals(id: number): Promise<readonly StoredLocal[]>;
  /** Its number; when none is given, the next one of this negotiation. */
  addLocal(
    id: number,
    local: Omit<StoredLocal, 'number'> & { readonly number?: number; readonly at: Date },
  ): Promise<number>;

  rounds(id: number): Promise<readonly StoredRound[]>;
  /** Counts the items that the side answered since its round before. Its number. */
  sendRound(
    id: number,
    round: { readonly side: Side; readonly words: string | null; readonly by: string; readonly at: Date },
  ): Promise<{ readonly number: number; readonly answers: number }>;

  /** Oldest first; `measure` null: on the whole; absent: all. */
  comments(id: number): Promise<readonly StoredComment[]>;
  comment(
    id: number,
    comment: {
      readonly measure: number | null;
      readonly side: Side;
      readonly text: string;
      readonly by: string;
      readonly at: Date;
    },
  ): Promise<number>;

  yeses(id: number): Promise<readonly StoredYes[]>;
  sayYes(id: number, yes: StoredYes & { readonly by: string }): Promise<void>;
  /** Of one side, or of both. */
  takeYesBack(id: number, side: Side | null): Promise<void>;

  /** Null: there is nothing of this number in that negotiation, or this person already reported it. */
  report(
    id: number,
    report: {
      readonly target: ReportTarget;
      readonly reason: string;
      readonly by: string;
      readonly at: Date;
    },
  ): Promise<number | null>;
  /** Waiting ones, oldest first. */
  waitingReports(): Promise<readonly StoredReport[]>;
  /** Nobody else settles it before the end of the transaction. */
  lockReport(report: number): Promise<StoredReport | null>;
  settleReport(
    report: number,
    settled: { readonly outcome: 'hidden' | 'kept'; readonly notice: string | null; readonly at: Date },
  ): Promise<void>;

  /** Accounts of a side now: members of the collective; representatives of the list, or the town hall. */
  people(of: StoredNegotiation, side: Side): Promise<readonly string[]>;
  /** What a published pact says; null: there is no such pact. */
  pactSaid(pact: number): Promise<Pact | null>;
  /** Last in the transaction: grows the revision, and tells the pages that stay open once it is committed. */
  tell(id: number, changed: Changed): Promise<void>;
};

/** What changed, for the pages that stay open: never any words. */
export type Changed = { readonly side: Side | null; readonly items: readonly ItemKey[]; readonly what: ChangedWhat };
export type ChangedWhat = 'said' | 'comment' | 'round' | 'stage' | 'yes' | 'hidden';
