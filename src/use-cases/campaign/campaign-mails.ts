/** The mails about roles. `path` values are paths of this site. */
import type { NamedRole } from './role-store.ts';

export type CampaignMail =
  /** To a public address: whoever reads it gives the code to the person, or does nothing. */
  | { readonly kind: 'role-code'; readonly role: NamedRole; readonly code: string; readonly days: number }
  /** To those who may decide. */
  | { readonly kind: 'role-asked'; readonly role: NamedRole; readonly words: string; readonly path: string }
  | { readonly kind: 'role-confirmed'; readonly role: NamedRole }
  | { readonly kind: 'role-refused'; readonly role: NamedRole; readonly reason: string | null }
  | { readonly kind: 'role-taken'; readonly role: NamedRole; readonly reason: string }
  /**
   * To those who hold the same list or place; when `nobodyLeft`, to the national team and the coordinators of the collectives of
   * the commune.
   */
  | { readonly kind: 'role-left'; readonly role: NamedRole; readonly nobodyLeft: boolean; readonly path: string }
  /** To those who act for the grouping. */
  | { readonly kind: 'question-put'; readonly collective: string; readonly question: number }
  /** To the coordinators of the collective that asked. */
  | { readonly kind: 'question-answered'; readonly answer: 'accepted' | 'refused'; readonly question: number };
