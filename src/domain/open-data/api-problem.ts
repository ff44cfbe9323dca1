/** What may be wrong with a request to the read API, as data. Sentences: #ui/messages/api-problems.fr.ts. */

export type ApiProblem =
  | { readonly kind: 'unknown-resource'; readonly name: string }
  /** Rows of this resource are found by filters alone. */
  | { readonly kind: 'no-such-address'; readonly resource: string }
  | { readonly kind: 'unknown-item'; readonly resource: string; readonly id: string }
  | { readonly kind: 'withdrawn-item'; readonly withdrawn: WithdrawnItem }
  | { readonly kind: 'unclear-request'; readonly resource: string; readonly faults: readonly Fault[] }
  /** Of a file that is given whole; `known`: the only parameters it has. */
  | {
      readonly kind: 'unclear-request';
      readonly resource: null;
      readonly known: readonly string[];
      readonly faults: readonly Fault[];
    }
  | { readonly kind: 'cursor-of-another-query' }
  | { readonly kind: 'unreadable-cursor' }
  | { readonly kind: 'method-not-allowed' }
  | { readonly kind: 'not-acceptable' }
  | { readonly kind: 'too-many-requests'; readonly seconds: number }
  | { readonly kind: 'out-of-order' };

export type Fault = {
  readonly parameter: string;
  readonly fault:
    | 'unknown'
    | 'twice'
    | 'misunderstood'
    /** These figures do not tell it apart. */
    | 'not-counted-here'
    /** A size or a standing, beside days of signature: figures do not cross them. */
    | 'not-with-days'
    /** A région, beside a département. */
    | 'not-with-department'
    /** What is counted is said in part. */
    | 'incomplete';
};

/** It was published, and taken back. */
export type WithdrawnItem = {
  readonly what: 'pact' | 'plan';
  readonly at: Date;
  readonly reason: string;
  readonly placeName: string;
};

/** As HTTP says it (RFC 9110). */
export const PROBLEM_STATUS = {
  'unknown-resource': 404,
  'no-such-address': 404,
  'unknown-item': 404,
  'withdrawn-item': 410,
  'unclear-request': 400,
  'cursor-of-another-query': 400,
  'unreadable-cursor': 400,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'too-many-requests': 429,
  'out-of-order': 500,
} as const satisfies Readonly<Record<ApiProblem['kind'], number>>;
