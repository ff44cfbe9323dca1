/**
 * What the use cases need kept and found: the shape of the stores they receive. What stands behind is
 * src/server/stores.ts; nothing here knows it.
 */
import type { Edition } from '#domain/charter/edition.ts';
import type { Decision } from '#domain/pact/decision.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import type { JournalSubject } from '#domain/shared/journal-subject.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Result } from '#domain/shared/result.ts';
import type { BulkEntryStore } from './bulk-entry/bulk-entry-store.ts';
import type { CampaignStore } from './campaign/campaign-store.ts';
import type { ListImportStore } from './campaign/list-import-store.ts';
import type { QuestionStore } from './campaign/question-store.ts';
import type { PlanImportStore } from './plan-import/plan-import-store.ts';
import type { RoleStore } from './campaign/role-store.ts';
import type { AgendaStore } from './collectives/agenda-store.ts';
import type { CollectiveStore } from './collectives/collective-store.ts';
import type { CommitteeStore } from './committee/committee-store.ts';
import type { CrosswalkStore } from './crosswalk/crosswalk-store.ts';
import type { DumpStore } from './dumps/dump-store.ts';
import type { DoubtStore } from './charter-import/doubt-store.ts';
import type { DeadlineStore } from './deadlines/deadline-store.ts';
import type { EventStore } from './events/event-store.ts';
import type { CoordinationStore } from './collectives/coordination-store.ts';
import type { JoiningStore } from './collectives/joining-store.ts';
import type { PriorityStore } from './collectives/priority-store.ts';
import type { WishStore } from './collectives/wish-store.ts';
import type { PublishedStore } from './published/published-store.ts';
import type { ConsultationStore } from './consultation/consultation-store.ts';
import type { AccountStore } from './accounts/account-store.ts';
import type { MailStore } from './mail/mail-store.ts';
import type { SealCertificateStore } from './seal/seal-certificate-store.ts';
import type { AssessmentStore } from './follow-up/assessment-store.ts';
import type { SigningStore } from './signature/signing-store.ts';
import type { SendingStore } from './sent-once.ts';
import type { ReviewStore } from './reviews/review-store.ts';
import type { AgreedTextStore } from './negotiation/agreed-text-store.ts';
import type { NegotiationStore } from './negotiation/negotiation-store.ts';
import type { IndicatorStore } from './indicators/indicator-store.ts';
import type { PartnerStore } from './partners/partner-store.ts';
import type { PlanLinkStore } from './plan-links/plan-link-store.ts';
import type { NewsStore } from './plan-news/news-store.ts';
import type { DirectoryStore } from './plans/directory-store.ts';
import type { PlanVersionStore } from './plans/plan-version-store.ts';
import type { WorkingPlanStore } from './plans/working-plan-store.ts';
import type { ProofStore } from './proofs/proof-store.ts';
import type { WorkbenchStore } from './workbench/workbench-store.ts';
import type { Reading } from '#reading/contract.ts';

export type Stores = {
  /**
   * One transaction: all that `work` changes is kept when it accepts, nothing when it refuses or throws.
   * `work` may run again when two transactions met: it must have no other effect.
   */
  together<Value, Refusal>(work: (stores: Stores) => Promise<Result<Value, Refusal>>): Promise<Result<Value, Refusal>>;
  readonly documents: DocumentStore;
  readonly drafts: DraftStore;
  readonly published: PublishedStore;
  readonly places: PlaceStore;
  readonly editions: EditionStore;
  readonly workbench: WorkbenchStore;
  readonly campaign: CampaignStore;
  readonly listImport: ListImportStore;
  readonly questions: QuestionStore;
  readonly roles: RoleStore;
  readonly collectives: CollectiveStore;
  readonly committees: CommitteeStore;
  readonly events: EventStore;
  readonly deadlines: DeadlineStore;
  readonly wishes: WishStore;
  readonly accounts: AccountStore;
  readonly mail: MailStore;
  readonly proofs: ProofStore;
  readonly joining: JoiningStore;
  readonly coordination: CoordinationStore;
  readonly agenda: AgendaStore;
  readonly priorities: PriorityStore;
  readonly consultations: ConsultationStore;
  readonly signing: SigningStore;
  readonly negotiations: NegotiationStore;
  readonly agreedTexts: AgreedTextStore;
  readonly assessments: AssessmentStore;
  readonly sealCertificates: SealCertificateStore;
  readonly workingPlans: WorkingPlanStore;
  readonly planVersions: PlanVersionStore;
  readonly directory: DirectoryStore;
  readonly planLinks: PlanLinkStore;
  readonly news: NewsStore;
  readonly indicators: IndicatorStore;
  readonly reviews: ReviewStore;
  readonly planImports: PlanImportStore;
  readonly crosswalk: CrosswalkStore;
  readonly partners: PartnerStore;
  readonly bulkEntries: BulkEntryStore;
  readonly dumps: DumpStore;
  readonly doubts: DoubtStore;
  readonly sendings: SendingStore;
  readonly tallies: TallyStore;
  readonly journal: JournalStore;
};

export type EditionStore = {
  /** Any that was ever published, withdrawn ones and those of collectives too. */
  find(id: string): Promise<Edition | null>;
  /** Those for the whole country. */
  national(): Promise<readonly Edition[]>;
  /** No new negotiation with it. */
  withdrawn(id: string): Promise<boolean>;
};

export type TallyStore = {
  /**
   * The figures of these places are kept once for all that `work` does. Acts that change them do it by themselves: this is
   * for one that does many. Call it in a transaction.
   */
  once<Value>(
    of: { readonly places: readonly PlaceCode[]; readonly at: Date },
    work: () => Promise<Value>,
  ): Promise<Value>;
};

/** Where a file was found; `publishedOn` is a day, YYYY-MM-DD. */
export type Source = {
  readonly url: string | null;
  readonly description: string | null;
  readonly publishedOn: string | null;
};

export type DocumentStore = {
  keep(document: {
    readonly bytes: Uint8Array;
    readonly filename: string;
    readonly mediaType: string;
    readonly source: Source;
    readonly receivedAt: Date;
  }): Promise<{ readonly id: number; readonly sha256: string }>;
  /** The file as it came; null when it is gone. */
  fetch(id: number): Promise<KeptFile | null>;
  /** Deletes the file when nothing uses it any more; says whether it did. */
  forgetUnused(id: number): Promise<boolean>;
};

export type KeptFile = { readonly bytes: Uint8Array; readonly filename: string; readonly mediaType: string };

export type DraftChoices = {
  readonly edition: string | null;
  readonly place: PlaceCode | null;
  readonly signedOn: string | null;
  readonly termFrom: number | null;
};

export type DraftKey = { readonly token: string } | { readonly id: number };

export type StoredDraft = {
  readonly id: number;
  readonly document: number;
  readonly filename: string;
  readonly sha256: string;
  readonly reading: Reading;
  readonly readerVersion: string;
  readonly choices: DraftChoices;
  readonly choicesVersion: number;
  readonly openedAt: Date;
  readonly expiresAt: Date;
  /** A bulk entry waits for it. */
  readonly queued: boolean;
  readonly published: { readonly kind: 'pact' | 'plan'; readonly id: number; readonly at: Date } | null;
};

export type StoredDecision = {
  readonly proposal: string;
  /** From 1. */
  readonly version: number;
  readonly decision: Decision;
  /** The role, and the name when the person has one. */
  readonly decidedBy: string;
  readonly decidedAt: Date;
};

export type DraftSummary = {
  readonly id: number;
  readonly kind: Reading['kind'];
  readonly filename: string;
  readonly choices: DraftChoices;
  readonly openedAt: Date;
  readonly expiresAt: Date;
  /** Proposals about which a person said something. */
  readonly decisions: number;
  readonly published: StoredDraft['published'];
};

export type DraftStore = {
  open(draft: {
    readonly document: number;
    readonly reading: Reading;
    readonly readerVersion: string;
    readonly choices: DraftChoices;
    readonly openedBy: string;
    readonly openedAt: Date;
    readonly expiresAt: Date;
    /** Absent: no. */
    readonly queued?: boolean;
  }): Promise<{ readonly id: number; readonly token: string }>;
  /** Another address for it, told once; the one before opens nothing any more. */
  readdress(draft: number): Promise<string>;
  find(key: DraftKey): Promise<StoredDraft | null>;
  /** Like `find`; nobody else changes the draft before the end of the transaction. */
  lock(key: DraftKey): Promise<StoredDraft | null>;
  decisions(draft: number): Promise<readonly StoredDecision[]>;
  /** False when somebody wrote that version first. */
  decide(draft: number, decision: StoredDecision): Promise<boolean>;
  /** False when the choices are no longer at `version`. */
  choose(draft: number, change: { readonly version: number; readonly choices: DraftChoices }): Promise<boolean>;
  markPublished(draft: number, published: { kind: 'pact' | 'plan'; id: number; at: Date }): Promise<void>;
  delete(draft: number): Promise<void>;
  expired(at: { readonly now: Date; readonly limit: number }): Promise<readonly number[]>;
  list(page: { readonly limit: number }): Promise<readonly DraftSummary[]>;
};

export type PlaceStore = {
  exists(place: PlaceCode): Promise<boolean>;
  /** Null: there is no such place. `zone`: an IANA name, where its clocks are set. `population` null: no census. */
  facts(
    place: PlaceCode,
  ): Promise<{ readonly name: string; readonly zone: string; readonly population: number | null } | null>;
};

export type JournalStore = {
  /** Last in its transaction. */
  append(event: NewJournalEvent): Promise<void>;
  /** Several of one act, in order: as many statements for a thousand as for one. Last in their transaction. */
  appendAll(events: readonly NewJournalEvent[]): Promise<void>;
  eraseWordsAbout(subject: JournalSubject, at: Date): Promise<void>;
};

export type NewJournalEvent = {
  readonly at: Date;
  readonly act: string;
  readonly actor: string;
  readonly subject: JournalSubject;
  readonly says: Json;
};
