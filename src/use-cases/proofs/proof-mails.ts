import type { ProofPurpose } from './proof-purpose.ts';

/** `link` is a path of this site. */
export type ProofMail = {
  readonly kind: 'proof-code';
  readonly purpose: ProofPurpose['kind'];
  readonly about: string | null;
  readonly code: string;
  readonly link: string | null;
  readonly minutes: number;
};
