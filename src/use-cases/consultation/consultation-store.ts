/** What keeps consultations (src/server/consultation-store.ts). */
import type { Confirmed } from '#domain/consultation/bursts.ts';
import type { Consultation, ConsultedMeasure } from '#domain/consultation/consultation.ts';
import type { Answer, Contribution } from '#domain/consultation/contribution.ts';
import type { Choice, ConsultationBallot, FrozenCount, VoteObject } from '#domain/consultation/count.ts';
import type {
  AnnouncedConsultation,
  ConsultedDraft,
  KeptContribution,
  Participation,
  ReportedContribution,
  WithdrawnParticipations,
} from '#domain/consultation/kept.ts';
import type { ConsultationToLookAt } from '#domain/consultation/problems.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import type { About } from '../accounts/kept-about.ts';

export type ConsultationStore = {
  /** What the draft holds now; null: there is no such draft, or it is published or given up. */
  draft(draft: number): Promise<ConsultedDraft | null>;
  announce(asked: AnnouncedConsultation & { readonly at: Date }): Promise<number>;
  /** Days, words and measures anew. */
  change(consultation: number, asked: AnnouncedConsultation): Promise<void>;
  /** Its votes and all addresses are erased; what was written stays. Says the addresses that asked to be told, once each. */
  cancel(consultation: number, cancelled: { readonly at: Date; readonly reason: string }): Promise<readonly string[]>;
  find(consultation: number): Promise<Consultation | null>;
  /** Nobody changes, counts or cancels it before the end of the transaction; votes go on beside each other. */
  share(consultation: number): Promise<Consultation | null>;
  /** Alone: votes wait too. */
  lock(consultation: number): Promise<Consultation | null>;
  /** Not over, of a draft. */
  underWay(draft: number): Promise<{ readonly id: number } | null>;
  ofDraft(draft: number): Promise<readonly ConsultationToLookAt[]>;
  measures(consultation: number): Promise<readonly ConsultedMeasure[]>;

  /** The same box gives the same participation, with another pass for this browser. `token` is told once. */
  takePart(who: {
    readonly consultation: number;
    readonly email: string;
    readonly person: string | null;
    readonly at: Date;
  }): Promise<{ readonly token: string; readonly before: boolean }>;
  /** Whether that address reaches the box that this participation confirmed. */
  isOwnAddress(of: {
    readonly consultation: number;
    readonly participation: number;
    readonly email: string;
  }): Promise<boolean>;
  participation(of: { readonly consultation: number; readonly token: string }): Promise<Participation | null>;
  /** Those of `objects` on which nobody can vote here: unknown, withdrawn or hidden. */
  notToVoteOn(consultation: number, objects: readonly VoteObject[]): Promise<readonly VoteObject[]>;
  /** `choice` null takes the vote back. The last one counts. */
  vote(
    by: { readonly consultation: number; readonly participation: number },
    votes: readonly { readonly object: VoteObject; readonly choice: Choice | null }[],
  ): Promise<void>;

  contribute(said: {
    readonly consultation: number;
    readonly contribution: Contribution;
    readonly shownName: string | null;
    readonly participation: number;
    readonly toldTo: string | null;
    readonly at: Date;
  }): Promise<number>;
  contributedSince(participation: number, since: Date): Promise<number>;
  lockContribution(of: { readonly consultation: number; readonly id: number }): Promise<KeptContribution | null>;
  withdrawContribution(id: number, at: Date): Promise<void>;
  stopTelling(id: number): Promise<void>;
  /** It is hidden no more; what was reported of it before waits no more. */
  show(id: number, at: Date): Promise<void>;
  hide(id: number, hidden: { readonly at: Date; readonly reason: string }): Promise<void>;
  answer(
    id: number,
    answer: { readonly answer: Answer; readonly words: string; readonly measure: number | null; readonly at: Date },
  ): Promise<void>;

  /** Whether another report of it waited for a decision already. */
  report(of: {
    readonly contribution: number;
    readonly reason: string;
    readonly at: Date;
  }): Promise<{ readonly waitedBefore: boolean }>;
  /** `consultation`: of that one alone. */
  reports(consultation?: number): Promise<readonly ReportedContribution[]>;
  /** Null: it waits no more. */
  settleReport(report: number, at: Date): Promise<{ readonly consultation: number } | null>;

  /** Not withdrawn, with the domains that the count erases. */
  confirmed(consultation: number): Promise<readonly Confirmed[]>;
  /** What they wrote is hidden with them. */
  withdrawParticipations(of: {
    readonly consultation: number;
    readonly participations: readonly number[];
    readonly reason: string;
    readonly at: Date;
  }): Promise<WithdrawnParticipations>;
  /** Erases the addresses that still wait for an answer in what was counted before then. Says how many. */
  stopWaitingForAnswers(countedBefore: Date): Promise<number>;
  toCount(closedBefore: Date): Promise<readonly number[]>;
  /** Ballots without anybody, and how many voted: all, in bursts, withdrawn. */
  ballots(
    consultation: number,
    inBursts: readonly number[],
  ): Promise<{ readonly ballots: readonly ConsultationBallot[]; readonly turnout: FrozenCount['turnout'] }>;
  /** Writes the ballots again without anybody, and erases what tied them to addresses. */
  keepCount(
    consultation: number,
    kept: {
      readonly frozen: FrozenCount;
      readonly sha256: string;
      readonly ballots: readonly ConsultationBallot[];
      readonly at: Date;
    },
  ): Promise<void>;

  /** Since the count, in one order. */
  published(consultation: number): Promise<readonly ConsultationBallot[]>;

  keptAbout(about: About): Promise<Json>;
  /** Names and addresses go; what was said stays, unsigned. */
  eraseOf(about: About): Promise<void>;
};
