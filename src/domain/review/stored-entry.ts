/** What is kept of the work on a review: what was said, what was only typed, who looks at what. */
import type { ReviewEntry } from './review-entry.ts';

export type StoredEntry = {
  readonly item: string;
  /** From 1. */
  readonly version: number;
  readonly words: ReviewEntry;
  /** The account. */
  readonly by: string;
  readonly at: Date;
};

/** The fields of the form, by name, as typed. */
export type TypedFields = Readonly<Record<string, readonly string[]>>;

export type Scratch = {
  readonly item: string;
  readonly person: string;
  readonly typed: TypedFields;
  /** The version of the entry that they saw. */
  readonly version: number;
  readonly at: Date;
};

export type Assignment = { readonly item: string; readonly person: string };
