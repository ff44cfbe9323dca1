/** A remark of somebody who is neither of the two voices, as far as acts on it go. */
import type { EvidenceItem } from './evidence.ts';

export type KeptRemark = {
  readonly id: number;
  /** Null: the account is gone. */
  readonly person: string | null;
  readonly withdrawn: boolean;
  readonly hidden: boolean;
};

export type NewRemark = {
  readonly pact: number;
  readonly item: string;
  readonly name: string;
  readonly quality: string;
  readonly sentence: string;
  readonly evidence: readonly EvidenceItem[];
  readonly person: string;
  readonly at: Date;
};
