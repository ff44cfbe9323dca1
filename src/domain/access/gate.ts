/**
 * The one gate: who may do what, in which state. Web, API, commands and jobs all pass through it.
 *
 * Everything absent from the table is refused. Reading what is public needs no gate; reading a draft does.
 */
import { accept, refuse, type Result } from '../shared/result.ts';

/** `token` is what the visitor shows; whether it opens this very draft is decided by `roleOf`. */
export type Actor =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'draft-holder'; readonly token: string }
  | { readonly kind: 'operator'; readonly name: string }
  | { readonly kind: 'job'; readonly name: string };

export const ROLES = ['anyone', 'draft-holder', 'operator', 'job'] as const;
export type Role = (typeof ROLES)[number];

/** `none`: the act has no draft, such as opening one. `expired` counts from the instant of expiry. */
export const STATES = ['none', 'open', 'published', 'expired'] as const;
export type State = (typeof STATES)[number];

export const ACTS = [
  'open-draft',
  'see-draft',
  'review-proposal',
  'attach-passage',
  'choose-for-draft',
  'discard-draft',
  'publish-draft',
  'correct-published',
  'withdraw-published',
  'list-drafts',
  'forget-expired',
  'import-seeds',
  'link-action',
  'verify-journal',
] as const;
export type Act = (typeof ACTS)[number];

const TABLE: Readonly<Record<Act, Readonly<Partial<Record<Role, readonly State[]>>>>> = {
  'open-draft': { anyone: ['none'], operator: ['none'], job: ['none'] },
  'see-draft': { 'draft-holder': ['open', 'published'], operator: ['open', 'published'] },
  'review-proposal': { 'draft-holder': ['open'], operator: ['open'] },
  'attach-passage': { 'draft-holder': ['open'], operator: ['open'] },
  'choose-for-draft': { 'draft-holder': ['open'], operator: ['open'] },
  'discard-draft': { 'draft-holder': ['open'], operator: ['open'] },
  // The job is the one that fills a new site; visitors never act as one.
  'publish-draft': { operator: ['open'], job: ['open'] },
  // Its state is that of the draft that corrects.
  'correct-published': { operator: ['open'] },
  'withdraw-published': { operator: ['none'] },
  'list-drafts': { operator: ['none'] },
  'forget-expired': { job: ['expired'], operator: ['expired'] },
  'import-seeds': { job: ['none'], operator: ['none'] },
  'link-action': { operator: ['none'] },
  'verify-journal': { job: ['none'], operator: ['none'] },
};

export type NotAllowed = { readonly kind: 'not-allowed'; readonly act: Act };

/** `opens` says whether a token opens the draft concerned; absent when the act concerns none. */
export type Request = { readonly act: Act; readonly state: State; readonly opens?: (token: string) => boolean };

/** May this actor do this act, here and now? */
export function pass(actor: Actor, request: Request): Result<null, NotAllowed> {
  const states = TABLE[request.act][roleOf(actor, request)] ?? [];
  return states.includes(request.state) ? accept(null) : refuse({ kind: 'not-allowed', act: request.act });
}

/** A token that opens another draft, or none, is worth nothing: its bearer is anyone. */
function roleOf(actor: Actor, request: Request): Role {
  if (actor.kind !== 'draft-holder') return actor.kind;
  return request.opens?.(actor.token) === true ? 'draft-holder' : 'anyone';
}
