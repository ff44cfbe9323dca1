/** What following promises needs kept and found. Behind it: src/server/storage/assessments.ts and its neighbours. */
import type { Json } from '#domain/shared/canonical-json.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { FollowedPact } from '#domain/follow-up/followed-pact.ts';
import type { Promised } from '#domain/follow-up/promised.ts';
import type { KeptRemark, NewRemark } from '#domain/follow-up/remark.ts';
import type { NewSaidReport, Said, SaidReport } from '#domain/follow-up/said-report.ts';
import type {
  NewAssessment,
  LastSaid,
  SaidAssessment,
  Speaker,
  AwaitedAnswer,
} from '#domain/follow-up/said-assessment.ts';

export type AssessmentStore = {
  /** Null: no such pact is public. `lock`: until the end of the transaction it is not withdrawn, and others who speak of it wait. */
  pact(id: number, options?: { readonly lock: boolean }): Promise<FollowedPact | null>;
  /** Null: the pact does not speak of it. */
  promised(pact: number, item: string): Promise<Promised | null>;
  /** What this voice says of this promise now: what it looked at last. Null: it never spoke of it. */
  latest(of: { readonly pact: number; readonly item: string; readonly voice: Voice }): Promise<SaidAssessment | null>;
  /** What this voice wrote down last, which may be of a day before the latest. */
  newest(of: { readonly pact: number; readonly item: string; readonly voice: Voice }): Promise<LastSaid | null>;
  find(of: { readonly pact: number; readonly item: string; readonly id: number }): Promise<SaidAssessment | null>;
  /** Keeps it as the next version of its voice, and what its files are. Those before stay. */
  say(said: NewAssessment): Promise<{ readonly id: number; readonly version: number }>;
  /** False: somebody said so on that very day. */
  confirm(given: {
    readonly assessment: SaidAssessment;
    readonly on: string;
    readonly at: Date;
    readonly by: Speaker;
  }): Promise<boolean>;
  /** Accounts that may speak with this voice for this pact: those who coordinate, or hold the list or the town hall. */
  speakers(pact: FollowedPact, voice: Voice): Promise<readonly string[]>;
  nationalTeam(): Promise<readonly string[]>;
  /** When this voice was last told, by mail, of what the other says of this pact. Null: never. */
  lastTold(pact: number, voice: Voice): Promise<Date | null>;
  told(pact: number, voice: Voice, at: Date): Promise<void>;
  /** What was said since a side was told, by then, and that it has not answered. For a month: then its page alone says it. */
  unanswered(of: { readonly toldBefore: Date; readonly pact?: number }): Promise<readonly AwaitedAnswer[]>;
  /** What this account said, in its own words, for the copy of an account. */
  saidBy(person: string): Promise<Json>;
  /** The name under its remarks goes with the account; what was said stays. */
  eraseNames(person: string): Promise<void>;
  readonly remarks: RemarkStore;
  readonly reports: SaidReportStore;
  /** Keeps these files from being cleaned away, as long as `usedBy` (« review-entry 4 ») stands. */
  holdDocuments(usedBy: string, documents: readonly number[]): Promise<void>;
  heldBytes(usedBy: string): Promise<number>;
  releaseDocuments(usedBy: string): Promise<void>;
  /** Whether everybody sees this file there now. */
  showsDocument(of: { readonly document: number; readonly said: Said }): Promise<boolean>;
  /** False: no such file is shown there. */
  hideDocument(of: {
    readonly document: number;
    readonly usedBy: string;
    readonly reason: string;
    readonly at: Date;
  }): Promise<boolean>;
};

export type SaidReportStore = {
  add(report: NewSaidReport): Promise<number>;
  /** Of what everybody still sees, and that nobody of the national team left as it is; oldest first. */
  waiting(): Promise<readonly SaidReport[]>;
  /** What it is about stays. Null: no such report waits. */
  settle(id: number, at: Date): Promise<{ readonly pact: number } | null>;
};

export type RemarkStore = {
  add(remark: NewRemark): Promise<number>;
  /** Through its promise; nobody else changes it before the end of the transaction. */
  lock(of: { readonly pact: number; readonly item: string; readonly id: number }): Promise<KeptRemark | null>;
  withdraw(id: number, at: Date): Promise<void>;
  hide(id: number, hidden: { readonly at: Date; readonly reason: string }): Promise<void>;
  /** How many this account added since then, of whatever promise. */
  addedSince(person: string, since: Date): Promise<number>;
};
