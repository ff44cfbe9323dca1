/** Mails about collectives. Their names are public; those of members are not told, but to whom they invite. */
export type CollectiveMail =
  /** To the national team. */
  | { readonly kind: 'collective-requested'; readonly collective: CollectiveNamed }
  | { readonly kind: 'collective-confirmed'; readonly collective: CollectiveNamed }
  | { readonly kind: 'collective-declined'; readonly collective: CollectiveNamed; readonly reason: string }
  /** `token` of the invitation. */
  | {
      readonly kind: 'invited';
      readonly collective: CollectiveNamed;
      readonly by: string;
      readonly token: string;
      readonly days: number;
    }
  /** To the coordinators: somebody asks to join, joined, left. */
  | { readonly kind: 'join-asked'; readonly collective: CollectiveNamed; readonly onLists: readonly string[] }
  | { readonly kind: 'join-answered'; readonly collective: CollectiveNamed; readonly accepted: boolean }
  | { readonly kind: 'member-joined'; readonly collective: CollectiveNamed; readonly onLists: readonly string[] }
  | { readonly kind: 'member-removed'; readonly collective: CollectiveNamed; readonly reason: string }
  | { readonly kind: 'coordination-given'; readonly collective: CollectiveNamed }
  | { readonly kind: 'removal-asked'; readonly collective: CollectiveNamed; readonly reason: string }
  | {
      readonly kind: 'removal-settled';
      readonly collective: CollectiveNamed;
      readonly outcome: 'removed' | 'kept' | 'withdrawn';
      readonly by: 'coordinators' | 'national-team';
    }
  /** To the national team: two coordinators in conflict; nobody coordinates any more. */
  | { readonly kind: 'conflict-to-settle'; readonly collective: CollectiveNamed }
  | { readonly kind: 'without-coordination'; readonly collective: CollectiveNamed }
  /** To the member, then to the coordinators. */
  | { readonly kind: 'found-on-list'; readonly collective: CollectiveNamed; readonly lists: readonly string[] }
  | { readonly kind: 'member-found-on-list'; readonly collective: CollectiveNamed; readonly lists: readonly string[] }
  | { readonly kind: 'fell-asleep'; readonly collective: CollectiveNamed }
  /** `collective` is asked to keep `asleep` going. */
  | {
      readonly kind: 'takeover-proposed';
      readonly collective: CollectiveNamed;
      readonly asleep: string;
      readonly message: string;
    }
  | { readonly kind: 'taken-over'; readonly collective: CollectiveNamed; readonly by: string }
  /** To the coordinators; an answer goes to `from` without passing here. */
  | {
      readonly kind: 'message-to-collective';
      readonly collective: CollectiveNamed;
      readonly from: string;
      readonly name: string;
      readonly subject: string;
      readonly message: string;
    };

/** `slug` for its address. */
export type CollectiveNamed = { readonly id: number; readonly slug: string; readonly name: string };
