/** What was made public from documents: pacts and plans, with the country's figures kept in step. */
import type { Pact } from '#domain/pact/pact.ts';
import type { Plan } from '#domain/plan/plan.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Result } from '#domain/shared/result.ts';
import type { PactReading, PlanReading } from '#reading/contract.ts';

export type Provenance = {
  readonly document: number;
  readonly readAt: Date;
  readonly readerVersion: string;
  readonly reviewed: { readonly at: Date; readonly by: string } | null;
  readonly publishedAt: Date;
};

/** What was made public from a file: a pact or plan of a place. */
export type PublishedBefore = {
  readonly kind: 'pact' | 'plan';
  readonly id: number;
  readonly place: PlaceCode;
  readonly placeName: string;
  /** The list that signed, or the title of the plan; null: a council signed, or the document does not name the list. */
  readonly name: string | null;
  readonly publishedAt: Date;
  /** Null: it is still public. */
  readonly withdrawnAt: Date | null;
};

export type PublishedStore = {
  /**
   * Everything that was made public from this file, anywhere, oldest first. `lock`: nobody else publishes from it before
   * the end of the transaction.
   */
  fromFile(file: { readonly sha256: string; readonly lock: boolean }): Promise<readonly PublishedBefore[]>;
  /** What this place already published from these very bytes, withdrawn or not. */
  findFromFile(file: {
    readonly bytes: Uint8Array;
    readonly place: PlaceCode;
  }): Promise<{ readonly kind: 'pact' | 'plan'; readonly id: number } | null>;
  /** Refuses when the same list, place, edition and term already has a pact. `digest` is the hash of what was kept. */
  publishPact(given: {
    readonly pact: Pact;
    readonly provenance: Provenance;
    readonly reading: PactReading;
  }): Promise<Result<Kept, AlreadyThere>>;
  /** From a text signed on this site; `bodies`: SIREN of those that the text names with theirs. Its `list` is linked to it. */
  publishSigned(given: {
    readonly pact: Pact;
    readonly agreedText: number;
    readonly document: number;
    readonly bodies: ReadonlyMap<string, string>;
    readonly list: number | null;
    readonly at: Date;
  }): Promise<Kept>;
  publishPlan(given: {
    readonly plan: Plan;
    readonly provenance: Provenance;
    readonly reading: PlanReading;
  }): Promise<Result<Kept, AlreadyThere>>;
  /** What is public under this number; nobody else changes it before the end of the transaction. Null: nothing is. */
  lock(published: PublishedKey): Promise<PublishedNow | null>;
  /** When it was withdrawn; null: it never was, or never was there. */
  withdrawnAt(published: PublishedKey): Promise<Date | null>;
  /** Puts another reading under the same number; the one it replaces is kept beside. */
  correctPact(
    given: Ending & {
      readonly id: number;
      readonly pact: Pact;
      readonly provenance: Provenance;
      readonly reading: PactReading;
    },
  ): Promise<Result<Corrected, AlreadyThere>>;
  correctPlan(
    given: Ending & {
      readonly id: number;
      readonly plan: Plan;
      readonly provenance: Provenance;
      readonly reading: PlanReading;
    },
  ): Promise<Corrected>;
  /** Shows it no longer; what it said is kept beside. Returns the hash of what was shown. */
  withdraw(given: Ending & PublishedKey): Promise<{ readonly before: string }>;
  findAction(wanted: { readonly plan: number; readonly number: string }): Promise<number | null>;
  /** False: the link was there. */
  linkAction(link: {
    readonly action: number;
    readonly edition: string;
    /** `m15`, `pA`, `l412`. */
    readonly item: string;
    readonly linkedBy: string;
    readonly linkedAt: Date;
  }): Promise<boolean>;
};

export type PublishedKey = { readonly what: 'pact' | 'plan'; readonly id: number };

export type PublishedNow = {
  /** Null: it was made on this site. */
  readonly document: number | null;
  readonly place: PlaceCode;
  /** Of a pact. */
  readonly signedOn: string | null;
  readonly termFrom: number | null;
  /** On this site: then nothing of it is corrected nor withdrawn. */
  readonly signedHere: boolean;
};

export type Ending = { readonly at: Date; readonly reason: string };

/** `before` and `digest`: hashes of what was shown and of what is. `lostLinks`: links of actions that are no longer there. */
export type Corrected = { readonly before: string; readonly digest: string; readonly lostLinks: number };

export type Kept = { readonly id: number; readonly digest: string };
export type AlreadyThere = { readonly kind: 'already-there'; readonly id: number };
